using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What the database is asked about before a revision is written: what it would make or alter, and nothing else.</summary>
public class NewPartsTests
{
    private static readonly Table Full = Table("t", Col("a"), Col("b"))
        .With(Check("c", "a > 0"), Check(null, "b > 0"))
        .With(Index("i", "a"));

    [Fact]
    public void All_parts_of_a_new_table_are_new()
    {
        var parts = Find(Db(), Db(Full));
        Assert.Equal([Full], parts.Tables);
        Assert.All(Full.Columns, column => Assert.True(parts.Has(Full, column)));
        Assert.All(Full.CheckConstraints, check => Assert.True(parts.Has(Full, check)));
        Assert.All(Full.Indexes, index => Assert.True(parts.Has(Full, index)));
    }

    [Fact]
    public void Of_an_existing_table_only_added_or_changed_parts_are_new()
    {
        var other = Table("u", Col("a"));
        var parts = Find(
            Db(
                Table("t", Col("a"), Col("b", "text"), Col("gone")).With(Check("c", "a > 0"), Check(null, "b > 1")).With(Index("old", "b")),
                other),
            Db(Full, other));
        Assert.Equal([Full], parts.Tables);
        Assert.Equal([false, true], Full.Columns.Select(column => parts.Has(Full, column)));
        Assert.Equal([false, true], Full.CheckConstraints.Select(check => parts.Has(Full, check)));
        Assert.True(parts.Has(Full, Full.Indexes[0]));
        Assert.False(parts.Has(Full, Index("old", "b")));
        Assert.False(parts.Has(Full, Col("gone")));
        Assert.False(parts.Has(other, Col("a")));
    }

    [Fact]
    public void Dropped_and_cosmetic_parts_are_not_new()
    {
        var parts = Find(Db(Table("t", Col("a").Default("0"), Col("gone"))), Db(Table("t", Col("a"))));
        Assert.Empty(parts.Tables);
        Assert.False(parts.Has(Full, Col("a")));
        Assert.False(parts.Has(Full, Col("gone")));
    }

    [Fact]
    public void Says_whether_types_may_come()
    {
        DatabaseSchema none = Db(), mood = none with { EnumTypes = [new(Name("mood"), ["sad"])] };
        Assert.True(Find(none, mood with { Tables = [Full] }).MayBringTypes);
        Assert.True(Find(mood, none with { EnumTypes = [new(Name("mood"), ["sad", "ok"])] }).MayBringTypes);
        Assert.True(Find(none, none with { Extensions = [new("citext")] }).MayBringTypes);
        Assert.True(Find(none, none with { RangeTypes = [new(Name("r"))] }).MayBringTypes);
        Assert.False(Find(none, Db(Full)).MayBringTypes);
        Assert.False(Find(mood, none).MayBringTypes);
    }

    [Fact]
    public void Says_whether_the_model_has_enumerated_types()
    {
        var mood = Db() with { EnumTypes = [new(Name("mood"), ["sad"])] };
        Assert.True(Find(mood, mood).HaveEnumTypes);
        Assert.False(Find(mood, Db()).HaveEnumTypes);
    }

    private static NewParts Find(DatabaseSchema live, DatabaseSchema model)
        => NewPartsOfDiff.Find(SchemaComparer.Compare(live, model, TestDialect.Rich, ComparisonOptions.Default));
}
