using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

public class ColumnMentionTests
{
    [Theory]
    [InlineData("total > 0", "\"amount\" > 0")]
    [InlineData("TOTAL > 0 AND \"total\" > 1", "\"amount\" > 0 AND \"amount\" > 1")]
    [InlineData("\"TOTAL\" > 0", "\"TOTAL\" > 0")]
    [InlineData("'total' = s AND total > 0", "'total' = s AND \"amount\" > 0")]
    [InlineData(@"E'it\'s total' = s AND total > 0", @"E'it\'s total' = s AND ""amount"" > 0")]
    [InlineData(@"s = e'it\'s total' AND total > 0", @"s = e'it\'s total' AND ""amount"" > 0")]
    [InlineData(@"s LIKE'\' AND total > 0", @"s LIKE'\' AND ""amount"" > 0")]
    [InlineData(@"e""it\"" > total", @"e""it\"" > ""amount""")]
    [InlineData("total > 0 AND s = 'total", "\"amount\" > 0 AND s = 'total")]
    [InlineData("total > \"", "\"amount\" > \"")]
    [InlineData("`total` > 0", "\"amount\" > 0")]
    [InlineData("total (total)", "total (\"amount\")")]
    [InlineData("total . total", "total . \"amount\"")]
    [InlineData("x:: total", "x:: total")]
    [InlineData("total'2020-01-01' > total", "total'2020-01-01' > \"amount\"")]
    [InlineData("total '2020-01-01' > total", "total '2020-01-01' > \"amount\"")]
    public void Only_what_is_surely_the_column_gets_the_new_name(string text, string renamed)
        => Assert.Equal(renamed, Renamed(text, "total", TestDialect.Rich));

    [Theory]
    [InlineData("e > 0 AND s = e'x'", "e", "\"amount\" > 0 AND s = e'x'")]
    [InlineData("\"a\"\"b\" > 0", "a\"b", "\"amount\" > 0")]
    [InlineData("\"a\"\"b\" > 0", "a", "\"a\"\"b\" > 0")]
    [InlineData("größe > 1e5", "größe", "\"amount\" > 1e5")]
    [InlineData("x > 1e5", "e5", "x > 1e5")]
    public void Names_of_all_sorts_are_found(string text, string column, string renamed)
        => Assert.Equal(renamed, Renamed(text, column, TestDialect.Rich));

    [Fact]
    public void A_quoted_name_is_the_column_where_the_database_does_not_tell_cases_apart()
        => Assert.Equal("\"amount\" > 0", Renamed("\"TOTAL\" > 0", "total", TestDialect.Poor));

    [Fact]
    public void Both_texts_of_an_expression_get_the_new_name()
    {
        var renamed = ColumnMentions.Rename(new SqlExpression("total>0") { Canonical = "(total > 0)" }, To("total"), TestDialect.Rich);
        Assert.Equal(("\"amount\">0", "(\"amount\" > 0)"), (renamed.Text, renamed.Canonical));
        Assert.Null(ColumnMentions.Rename(new SqlExpression("total>0"), To("total"), TestDialect.Rich).Canonical);
    }

    [Theory]
    [InlineData("lower(a) || b", "b", true)]
    [InlineData("lower(a) || b", "lower", false)]
    [InlineData("lower(a) || 'c'", "c", false)]
    public void An_expression_names_the_columns_that_are_in_it(string text, string column, bool isNamed)
        => Assert.Equal(isNamed, ColumnMentions.SurelyMentions(new SqlExpression(text), column, TestDialect.Rich));

    [Theory]
    [InlineData("date '2020-01-01' < d", "date")]
    [InlineData("d::pg_catalog.date < now()", "date")]
    [InlineData("CAST(d AS date) < now()", "date")]
    [InlineData("d::timestamp(3) with time zone > now()", "time")]
    [InlineData("d AT TIME ZONE 'UTC' > now()", "zone")]
    [InlineData("d AT TIME ZONE z > now()", "zone")]
    [InlineData("x::double precision > 0", "precision")]
    [InlineData("pg_catalog.lower(x) = 'a'", "lower")]
    [InlineData("pg_catalog.lower(x) = 'a'", "pg_catalog")]
    [InlineData("x COLLATE \"C\" > 'a'", "C")]
    [InlineData("EXTRACT(year FROM d) > 2000", "year")]
    [InlineData("x + interval '1' day > now()", "day")]
    [InlineData("x > 0 AND y > 0", "and")]
    [InlineData("x = $$ y $$", "y")]
    [InlineData("x = $a$ y $$ $a$", "y")]
    [InlineData("x > 0 -- y", "y")]
    [InlineData("x > 0 /* y /* y */ */", "y")]
    [InlineData("make_date(year => x, month => 1, day => 1) > now()", "year")]
    [InlineData("x IS JSON", "json")]
    public void What_is_not_surely_the_column_is_not_said_to_be(string text, string column)
    {
        Assert.False(ColumnMentions.SurelyMentions(new SqlExpression(text), column, TestDialect.Rich));
        Assert.Equal(text, Renamed(text, column, TestDialect.Rich));
    }

    [Theory]
    [InlineData("a > 0", "a", true)]
    [InlineData("\"A b\" > 0", "A b", true)]
    [InlineData("\"A\"\"b\" > 0", "A\"b", true)]
    [InlineData("ab > 0", "a", false)]
    [InlineData("b = 'a'", "a", false)]
    [InlineData("b = 'it''s a' AND c", "a", false)]
    [InlineData("lower(T.NAME)", "name", true)]
    [InlineData("\"b\" > 'x", "x", false)]
    [InlineData("'x' = a", "a", true)]
    [InlineData("'x'a", "a", true)]
    [InlineData("b = $$ a $$", "a", false)]
    [InlineData("b > 0 -- a", "a", false)]
    [InlineData("name(orders) = 'x'", "name", true)]
    [InlineData("U&\"\\0061\" > 0", "a", true)]
    [InlineData("orders.* IS NOT NULL", "a", true)]
    [InlineData("orders IS NOT NULL", "a", true)]
    [InlineData("is_complete(\"orders\")", "a", true)]
    [InlineData("orders.b > 0", "a", false)]
    [InlineData("b * a > 0", "a", true)]
    public void What_may_be_the_column_is_not_missed(string text, string column, bool mayBe)
        => Assert.Equal(mayBe, ColumnMentions.MayMention(new SqlExpression(text), Orders, column, TestDialect.Rich));

    [Fact]
    public void A_tables_name_is_a_column_where_the_table_has_such_a_column()
        => Assert.False(ColumnMentions.MayMention(
            new SqlExpression("orders > 0"),
            Orders with { Columns = [new Column { Name = "orders", Type = "integer" }] },
            "a",
            TestDialect.Rich));

    [Theory]
    [InlineData("date < '2020-01-01'::date", "date", true)]
    [InlineData("d < '2020-01-01'::date", "date", false)]
    [InlineData("lower(d) = 'a'::text", "lower", false)]
    [InlineData("orders(d) > 0", "date", false)]
    [InlineData("f(orders.*)", "lower", true)]
    public void The_catalogue_decides_where_it_was_read(string text, string column, bool mayBe)
        => Assert.Equal(
            mayBe,
            ColumnMentions.MayMention(
                new SqlExpression(text) { Columns = new([text.StartsWith("date", StringComparison.Ordinal) ? "date" : "d"]) },
                Orders,
                column,
                TestDialect.Rich));

    [Fact]
    public void Columns_of_the_catalogue_get_the_new_name_too()
        => Assert.Equal(
            ["amount", "b"],
            ColumnMentions.Rename(new SqlExpression("total > b") { Columns = new(["total", "b"]) }, To("total"), TestDialect.Rich)
                .Columns.Value!);

    private static Table Orders { get; } = new() { Name = new ObjectName("orders") };

    private static string Renamed(string text, string column, TestDialect dialect)
        => ColumnMentions.Rename(new SqlExpression(text), To(column), dialect).Text;

    private static Dictionary<string, string> To(string column) => new(StringComparer.Ordinal) { [column] = "amount" };
}
