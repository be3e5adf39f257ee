using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

public class IdentifierTests
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
        var renamed = Identifiers.Rename(new SqlExpression("total>0") { Canonical = "(total > 0)" }, To("total"), TestDialect.Rich);
        Assert.Equal(("\"amount\">0", "(\"amount\" > 0)"), (renamed.Text, renamed.Canonical));
        Assert.Null(Identifiers.Rename(new SqlExpression("total>0"), To("total"), TestDialect.Rich).Canonical);
    }

    [Theory]
    [InlineData("lower(a) || b", "b", true)]
    [InlineData("lower(a) || b", "lower", false)]
    [InlineData("lower(a) || 'c'", "c", false)]
    public void An_expression_names_the_columns_that_are_in_it(string text, string column, bool isNamed)
        => Assert.Equal(isNamed, Identifiers.Mentions(new SqlExpression(text), column, TestDialect.Rich));

    private static string Renamed(string text, string column, TestDialect dialect)
        => Identifiers.Rename(new SqlExpression(text), To(column), dialect).Text;

    private static Dictionary<string, string> To(string column) => new(StringComparer.Ordinal) { [column] = "amount" };
}
