using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What the names of a rename hint are found to be.</summary>
public class RenameSearchTests
{
    [Fact]
    public void Names_are_handed_on_by_two_hints_alone()
    {
        Are(Tables("a", "b"), Tables("b", "c"), ["a=b", "b=c"], "renamed table 'a' to 'b'", "renamed table 'b' to 'c'");
        Are(Sequences("a", "b"), Sequences("b", "c"), ["a=b", "b=c"], "renamed sequence 'a' to 'b'", "renamed sequence 'b' to 'c'");
        foreach (var hints in new string[][] { ["t.a=b", "t.b=c"], ["t.a=t.b", "t.b=t.c"] })
        {
            Are(
                Db(Table("t", Col("a"), Col("b"))), Db(Table("t", Col("b"), Col("c"))), hints,
                "renamed column 't.a' to 'b'", "renamed column 't.b' to 'c'");
        }
    }

    [Theory]
    [InlineData(
        "a=both",
        "d=c",
        "the database already has a table 'both', and the model still has a table 'a'; to exchange the two names, say both")]
    [InlineData(
        "t.x=both",
        "t.w=z",
        "the database already has a column 't.both', and the model still has a column 't.x'; to exchange the two names, say both")]
    [InlineData(
        "q_a=q_both",
        "q_d=q_c",
        "the database already has a sequence 'q_both', and the model still has a sequence 'q_a'; to exchange the two names, say both")]
    public void A_rename_of_something_else_frees_no_name(string hint, string other, string why)
    {
        var live = Db(Table("a", Col("id")), Table("d", Col("id")), Table("both", Col("id")), Table("t", Col("x"), Col("w"), Col("both")));
        var model = Db(Table("a", Col("id")), Table("c", Col("id")), Table("both", Col("id")), Table("t", Col("x"), Col("z"), Col("both")));
        Refused(
            live with { Sequences = Sequences("q_a", "q_d", "q_both").Sequences },
            model with { Sequences = Sequences("q_a", "q_c", "q_both").Sequences },
            TestDialect.Rich,
            [hint, other],
            why);
    }

    [Fact]
    public void A_name_with_dots_may_be_several_columns()
        => Refused(
            Db(Table("a", Col("b.c")), Table("a.b", Col("c"))),
            Db(Table("a", Col("d")), Table("a.b", Col("d"))),
            TestDialect.Rich,
            ["a.b.c=d"],
            "'a.b.c' is a column of several tables: 'a', 'a.b'");

    [Fact]
    public void A_table_of_another_schema_is_another_table()
    {
        Are(Tables("t", "s.t"), Tables("u", "s.t"), ["t=u"], "renamed table 't' to 'u'");
        Are(Tables("s.t"), Tables("s.u", "t"), ["s.t=s.u"], "renamed table 's.t' to 's.u'", "added table 't'");
        Are(Tables("a", "s.b"), Tables("b", "s.b"), ["a=b"], "renamed table 'a' to 'b'");
        Are(Tables("s.a", "b"), Tables("s.b", "b"), ["s.a=s.b"], "renamed table 's.a' to 's.b'");
    }

    [Theory]
    [InlineData("mood.so-so=mixed")]
    [InlineData("mood.so-so=mood.mixed")]
    [InlineData("mood.so-so=public.mood.mixed")]
    [InlineData("public.mood.so-so=mixed")]
    [InlineData("public.mood.so-so=public.mood.mixed")]
    public void A_label_is_found_with_the_default_schema_and_without_it(string hint)
        => Are(Labels("sad", "so-so"), Labels("sad", "mixed"), [hint], "changed labels of enum type 'mood': renamed 'so-so' to 'mixed'");

    [Theory]
    [InlineData("s.numbers=orders")]
    [InlineData("s.numbers=s.orders")]
    public void A_sequence_stays_in_its_schema_when_none_is_given(string hint)
        => Are(
            Sequences("s.numbers"),
            Sequences("s.orders", "orders"),
            [hint],
            "added sequence 'orders'",
            "renamed sequence 's.numbers' to 's.orders'");

    [Fact]
    public void A_renamed_sequence_is_the_declared_one()
        => Are(Sequences("m"), Sequences("a", "x"), ["m=x"], "added sequence 'a'", "renamed sequence 'm' to 'x'");

    [Theory]
    [InlineData("Orders=orders")]
    [InlineData("Orders.Id=id")]
    [InlineData("Orders.Id=orders.id")]
    public void A_rename_of_one_name_may_be_spelled_in_any_case(string hint)
        => Assert.Empty(
            SchemaComparer.Compare(
                Db(Table("Orders", Col("Id"))), Db(Table("orders", Col("id"))), TestDialect.Poor, Differences.Renaming(hint)).Changes);

    [Theory]
    [InlineData("Both=b", "the model still has a table 'both'")]
    [InlineData("a=both", "the database already has a table 'Both'")]
    [InlineData("t.Both=y", "the model still has a column 'T.both'")]
    [InlineData("t.x=both", "the database already has a column 't.Both'")]
    public void A_name_is_taken_in_any_case_where_the_database_does_not_tell_cases_apart(string hint, string why)
        => Refused(
            Db(Table("a", Col("id")), Table("Both", Col("id")), Table("t", Col("x"), Col("Both"))),
            Db(Table("b", Col("id")), Table("both", Col("id")), Table("T", Col("y"), Col("both"))), TestDialect.Poor, [hint], why);

    [Fact]
    public void The_first_of_two_hints_for_one_object_counts()
        => Assert.Equal(
            ["a=b", "c=d", "e=f"],
            RenameHints.Parse(["a=b", "c=d"]).And([new("a", "x"), new("e", "f"), new("c", "x")]).Items.Select(hint => hint.ToString()));

    [Fact]
    public void A_hint_with_a_subject_is_not_taken_for_another_object_of_the_same_path()
    {
        var live = Db(Table("t", Col("x")), Table("t.x", Col("id")));
        var model = Db(Table("t", Col("y")), Table("t.x", Col("id")));
        var hint = RenameHint.OfColumn(new("t"), "x", "y");
        Assert.Equal("t.x=y", hint.ToString());
        Assert.Equal(
            ["renamed column 't.x' to 'y'"],
            Differences.Lines(SchemaComparer.Compare(
                live, model, TestDialect.Rich, ComparisonOptions.Default with { Renames = RenameHints.None.And([hint]) })));
        Assert.False(RenameHints.None.And([hint]).Mention(new ObjectName(null, "t.x"), "public"));
        Assert.True(RenameHints.None.And([RenameHint.Of(ObjectKind.Table, new("a"), new("b"))]).Mention(new("a"), "public"));
    }

    [Fact]
    public void A_table_is_mentioned_with_the_default_schema_or_without_it()
    {
        var hints = RenameHints.Parse(["public.a=b", "c=d", "s.e=f"]);
        Assert.True(hints.Mention(Name("a"), "public"));
        Assert.False(hints.Mention(Name("a"), "other"));
        Assert.False(hints.Mention(Name("a"), defaultSchema: null));
        Assert.True(hints.Mention(Name("public.a"), defaultSchema: null));
        Assert.True(hints.Mention(Name("c"), "public"));
        Assert.True(hints.Mention(Name("c"), defaultSchema: null));
        Assert.True(hints.Mention(Name("s.e"), "public"));
        Assert.False(hints.Mention(Name("x.a"), "public"));
        Assert.False(hints.Mention(Name("e"), "public"));
        Assert.False(hints.Mention(Name("b"), "public"));
    }

    private static void Are(DatabaseSchema live, DatabaseSchema model, IReadOnlyList<string> renames, params IReadOnlyList<string> lines)
        => Differences.Are(live, model, Differences.Renaming(renames), TestDialect.Rich, lines);

    private static void Refused(DatabaseSchema live, DatabaseSchema model, TestDialect dialect, IReadOnlyList<string> hints, string why)
    {
        var error = Assert.Throws<AutogenException>(() => SchemaComparer.Compare(live, model, dialect, Differences.Renaming(hints)));
        Assert.Equal(
            $"The rename '{hints[0]}' can't be done: {why}. Write OLD=NEW with the name in the database first and the "
                + "name in the model second.",
            error.Message);
    }

    private static DatabaseSchema Tables(params IReadOnlyList<string> names) => Db([.. names.Select(name => Table(name, Col("id")))]);

    private static DatabaseSchema Sequences(params IReadOnlyList<string> names)
        => Db() with { Sequences = names.Select(name => new Sequence(Name(name), "bigint", new SequenceOptions())).ToEquatableList() };

    private static DatabaseSchema Labels(params IReadOnlyList<string> labels)
        => Db() with { DefaultSchema = new("public"), EnumTypes = [new(Name("mood"), labels.ToEquatableList())] };
}
