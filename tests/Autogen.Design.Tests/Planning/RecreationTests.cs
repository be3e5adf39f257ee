using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>
/// What is dropped and created again because a column beneath it changes: what uses the column, and nothing of the same name.
/// </summary>
public class RecreationTests
{
    [Theory]
    [InlineData("d > '2020-01-01'::date", "date", "d", false)]
    [InlineData("d > '2020-01-01'::date", "date", null, true)]
    [InlineData("date > 'x'::text", "date", "date", true)]
    [InlineData("d > '2020-01-01'::date", "lower", "d", false)]
    [InlineData("lower(d) = 'x'::text", "lower", "d", false)]
    [InlineData("d AT TIME ZONE 'UTC' > now()", "zone", "d", false)]
    [InlineData("d <> $$ date $$", "date", null, false)]
    [InlineData("d > 0 -- date", "date", null, false)]
    [InlineData("(t.* IS NOT NULL)", "date", "", true)]
    [InlineData("f(t.*)", "date", "d", true)]
    [InlineData("t IS NOT NULL", "date", null, true)]
    [InlineData("f(t)", "date", null, true)]
    [InlineData("U&\"\\0064ate\" > 0", "date", null, true)]
    public void An_expression_is_recreated_when_the_type_of_a_column_that_it_uses_changes(
        string text, string retyped, string? used, bool isRecreated)
    {
        var expression = new SqlExpression(text) { Columns = new(used?.Split(',', StringSplitOptions.RemoveEmptyEntries)) };
        Table With(string type) => Keyed("t", Column("d"), Column(retyped, type), Column("other")) with
        {
            CheckConstraints = [new("ck", expression)],
            Indexes =
            [
                new TableIndex { Name = "ix_part", Parts = [new IndexPart { Expression = expression }] },
                Index("ix_filter", "other") with { Filter = expression },
                Index("ix_other", "other"),
            ],
        };
        var plan = Operations.OnPostgreSql(TinyDiff.Of(Database(With("text")), Database(With("integer")))).Text();
        foreach (var name in (string[])["DropCheckConstraint ck on t", "DropIndex ix_part on t", "DropIndex ix_filter on t"])
            Assert.Equal(isRecreated, plan.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain("ix_other", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(upper(d) || 'base'::text)", "d", false)]
    [InlineData("(upper(base) || d)", "base,d", true)]
    [InlineData("upper(base)", null, true)]
    [InlineData("(upper(d) || 'base'::text)", null, false)]
    public void A_generated_column_is_recreated_when_a_column_that_it_is_made_of_changes(string text, string? used, bool isRecreated)
    {
        Table With(string type) => Keyed("t", Column("d"), Column("base", type), Column("made", "text", nullable: true) with
        {
            Generated = new GeneratedColumn(new SqlExpression(text) { Columns = new(used?.Split(',')) }, IsStored: true),
        });
        var plan = Operations.OnPostgreSql(TinyDiff.Of(Database(With("text")), Database(With("integer")))).Text();
        Assert.Equal(isRecreated, plan.Contains("DropColumn t.made", StringComparison.Ordinal));
    }
}
