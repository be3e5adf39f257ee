using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What an object is called on the other side of a comparison.</summary>
public class SchemaPairsTests
{
    [Fact]
    public void Names_lead_there_and_back()
    {
        var pairs = Pairs(
            Db(Table("a", Col("x"), Col("y"), Col("z")), Table("same", Col("x"))),
            Db(Table("s.b", Col("w"), Col("y"), Col("v")), Table("same", Col("x")), Table("new", Col("x"))),
            "a=s.b",
            "a.x=w");
        Assert.Equal(["same", "s.b"], pairs.Tables.Select(pair => pair.Target.Name.ToString()));
        Assert.Equal((Name("s.b"), Name("a")), (pairs.TargetTable(Name("a")), pairs.CurrentTable(Name("s.b"))));
        Assert.Equal(("w", "x"), (pairs.TargetColumn(Name("s.b"), "x"), pairs.CurrentColumn(Name("s.b"), "w")));
        Assert.Equal(["y", "w", "z"], pairs.TargetColumns(Name("s.b"), ["y", "x", "z"]));
        Assert.Equal((Name("new"), Name("same")), (pairs.CurrentTable(Name("new")), pairs.TargetTable(Name("same"))));
        Assert.Equal(("x", "x"), (pairs.CurrentColumn(Name("new"), "x"), pairs.TargetColumn(Name("nowhere"), "x")));
        Assert.Equal(Name("a"), pairs.OfTarget(Name("s.b"))?.Current.Name);
        Assert.Equal(Name("s.b"), pairs.OfCurrent(Name("a"))?.Target.Name);
        Assert.Null(pairs.OfTarget(Name("new")));
        Assert.False(pairs.AnyNewNameIsTaken);
    }

    [Fact]
    public void A_dropped_object_whose_name_is_given_away_has_a_name_that_nothing_has()
    {
        var pairs = Pairs(
            Db(Table("a", Col("x"), Col("y"), Col("y (old)")), Table("b", Col("x")), Table("b (old)", Col("x"))),
            Db(Table("b", Col("y"), Col("y (old)")), Table("b (old)", Col("x"))),
            "a=b",
            "a.x=y");
        var dropped = pairs.TargetTable(Name("b"));
        Assert.Equal(("b (old) (old)", Name("b")), (dropped.ToString(), pairs.CurrentTable(dropped)));
        Assert.Equal((Name("a"), Name("b (old)")), (pairs.CurrentTable(Name("b")), pairs.CurrentTable(Name("b (old)"))));
        var column = pairs.TargetColumn(Name("b"), "y");
        Assert.Equal(("y (old) (old)", "y"), (column, pairs.CurrentColumn(Name("b"), column)));
        Assert.True(pairs.AnyNewNameIsTaken);
    }

    [Theory]
    [InlineData("b", true)]
    [InlineData("ix", true)]
    [InlineData("free", false)]
    public void A_new_name_is_taken_by_a_table_or_an_index(string name, bool isTaken)
        => Assert.Equal(
            isTaken,
            Pairs(
                Db(Table("a", Col("x")), Table("b", Col("x")).With(Index("ix", "x"))),
                Db(Table(name, Col("x"))),
                $"a={name}").AnyNewNameIsTaken);

    [Fact]
    public void Names_that_the_database_does_not_tell_apart_are_one_and_keep_their_spellings()
    {
        var pairs = SchemaComparer.Compare(
            Db(Table("Orders", Col("ID"))), Db(Table("orders", Col("id"))), TestDialect.Poor, ComparisonOptions.Default).Pairs;
        Assert.Equal((Name("Orders"), "ID"), (pairs.CurrentTable(Name("orders")), pairs.CurrentColumn(Name("orders"), "id")));
        Assert.False(pairs.AnyNewNameIsTaken);
    }

    [Fact]
    public void A_diff_has_the_pairs_of_every_kind_and_their_direction()
    {
        var live = Db(Table("t", Col("a")).With(Unique("u", "a"))) with { Sequences = Sequences("q", "gone") };
        var model = Db(Table("t", Col("b")).With(Unique("v", "b"))) with { Sequences = Sequences("r", "new") };
        var renaming = Differences.Renaming("t.a=b", "q=r");
        var up = SchemaComparer.Compare(live, model, TestDialect.Rich, renaming).Pairs;
        var down = SchemaComparer.Compare(model, live, TestDialect.Rich, renaming.Swapped()).Pairs;
        Assert.Equal(
            ["Sequence q -> r", "UniqueConstraint u -> v"],
            up.Others.Select(pair => $"{pair.Kind} {ObjectText.Name(pair.Current)} -> {ObjectText.Name(pair.Target)}"));
        Assert.Equal(Name("q"), up.CurrentOf<Sequence>(target => target.Name == Name("r"))?.Name);
        Assert.Equal(Name("r"), down.CurrentOf<Sequence>(target => target.Name == Name("q"))?.Name);
        Assert.Null(up.CurrentOf<Sequence>(target => target.Name == Name("new")));
        Assert.Equal("a", down.TargetColumn(Name("t"), "b"));
    }

    private static EquatableList<Sequence> Sequences(params IReadOnlyList<string> names)
        => names.Select(name => new Sequence(Name(name), "bigint", new SequenceOptions())).ToEquatableList();

    private static SchemaPairs Pairs(DatabaseSchema current, DatabaseSchema target, params string[] renames)
        => SchemaComparer.Compare(current, target, TestDialect.Rich, Differences.Renaming(renames)).Pairs;
}
