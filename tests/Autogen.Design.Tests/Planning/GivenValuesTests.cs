using Autogen.Design.Planning.Columns;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Testing;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>What <c>--backfill</c> means.</summary>
public class GivenValuesTests
{
    [Theory]
    [InlineData("t.c=1", "t", "c", "1")]
    [InlineData("public.t.c= a = b ", "t", "c", "a = b")]
    [InlineData("o t=.c=.d='x=y'", "o t=", "c=.d", "'x=y'")]
    [Case("D10")]
    public void Names_are_found_among_those_of_the_model(string text, string table, string column, string sql)
    {
        var model = Database(Keyed("t", Column("c")), Keyed("o t=", Column("c=.d"))) with { DefaultSchema = new("public") };
        var schema = new GivenValues([text], DatabaseSchema.Empty, model, new PostgreSqlTestDialect()).Apply(model, isModel: true);
        var value = schema.FindTable(new ObjectName(table))!.FindColumn(column)!.RowValue.Value;
        Assert.Equal((sql, true), (value?.Sql, value?.IsGiven));
        Assert.Single(schema.Tables.SelectMany(item => item.Columns), item => item.RowValue.Value is not null);
    }

    [Theory]
    [InlineData("t.x=1", "neither the model nor the database has a column 't.x'")]
    [InlineData("t=1", "it does not name a column")]
    [InlineData("t.c", "it does not name a column")]
    [InlineData("t.c=", "no value follows the equals sign")]
    [InlineData("t.id=1", "column 't.id' is neither added nor made required")]
    [InlineData("new.a=1", "table 'new' is new and has no rows")]
    [Case("D10")]
    public void What_can_not_be_given_is_refused(string text, string why)
    {
        var (current, target) = (Database(Keyed("t")), Database(Keyed("t", Column("c")), Keyed("new", Column("a"))));
        var failure = Assert.Throws<AutogenException>(() => new GivenValues([text], current, target, new PostgreSqlTestDialect())
            .RequireUsed(TinyDiff.Of(current, target), TinyDiff.Back(current, target)));
        Assert.Equal(ErrorCode.CommandLine, failure.Code);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Case("D10")]
    public void A_column_that_is_dropped_gets_a_value_for_the_downgrade()
    {
        var (current, target) = (Database(Keyed("t", Column("c"))), Database(Keyed("t")));
        var given = new GivenValues(["t.c='x'"], current, target, new PostgreSqlTestDialect());
        given.RequireUsed(TinyDiff.Of(current, target), TinyDiff.Back(current, target));
        Assert.Equal("'x'", given.Apply(current, isModel: false).FindTable(new ObjectName("t"))!.FindColumn("c")!.RowValue.Value?.Sql);
    }

    [Fact]
    [Case("D10")]
    public void A_column_is_given_one_value()
        => Assert.Contains(
            "is given two values",
            Assert.Throws<AutogenException>(() => new GivenValues(
                ["t.c=1", "t.c=2"], DatabaseSchema.Empty, Database(Keyed("t", Column("c"))), new PostgreSqlTestDialect())).Message,
            StringComparison.Ordinal);
}
