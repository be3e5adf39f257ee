using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class SchemaComparerTests
{
    private static readonly DatabaseSchema None = DatabaseSchema.Empty;

    [Fact]
    public void Finds_added_and_removed_tables_with_all_that_is_theirs()
    {
        var table = Table("s.orders", Col("id")).Key("pk", "id").With(Index("ix", "id")).With(Foreign("f", "id", "s.orders")).With(Row(1));
        Differences.Are(None, Db(table), "added table 's.orders'");
        Differences.Are(Db(table), None, "removed table 's.orders'");
    }

    [Fact]
    public void Tables_of_one_name_in_two_schemas_are_two_tables()
        => Differences.Are(Db(Table("a.t", Col("id"))), Db(Table("b.t", Col("id"))), "removed table 'a.t'", "added table 'b.t'");

    [Fact]
    public void Finds_what_a_table_itself_can_differ_in()
    {
        var table = Table("t", Col("id"));
        Differences.Are(table, table with { Comment = "x" }, "added comment to table 't': x");
        Differences.Are(table with { IsUnlogged = true }, table, "made table 't' logged");
        Differences.Are(
            table, table with { StorageParameters = [new("fillfactor", "70")] }, "added storage parameters to table 't': fillfactor = 70");
        Differences.Are(
            table with { StorageParameters = [new("fillfactor", "70")] },
            table,
            "~ storage parameter: removed storage parameters from table 't': fillfactor = 70");
        Differences.Are(table with { RowEstimate = new(7), PartitionKey = new("LIST (id)") }, table);
    }

    [Fact]
    public void A_schema_or_extension_that_is_missing_is_added_and_one_too_many_is_left_alone()
    {
        Differences.Are(None, None with { Schemas = ["s"], Extensions = [new("citext")] }, "added schema 's'", "added extension 'citext'");
        Differences.Are(None with { Schemas = ["s"], Extensions = [new("citext")] }, None, "= Schema  s", "= Extension  citext");
        Differences.Are(
            None with { Extensions = [new("citext") { Version = new("1.5") }] },
            None with { Extensions = [new("citext") { Schema = new("x") }] });
    }

    [Fact]
    public void Finds_added_removed_and_changed_sequences()
    {
        var sequence = new Sequence(Name("s.q"), "bigint", SequenceOptions.Default);
        Differences.Are(None, None with { Sequences = [sequence] }, "added sequence 's.q'");
        Differences.Are(None with { Sequences = [sequence] }, None, "removed sequence 's.q'");
        Differences.Are(
            None with { Sequences = [sequence] }, None with { Sequences = [sequence with { Type = "integer" }] },
            "changed type of sequence 's.q': bigint -> integer");
        Differences.Are(
            None with { Sequences = [sequence] },
            None with
            {
                Sequences = [sequence with { Options = new() { Increment = 2, Minimum = 2, Maximum = 90, IsCyclic = true, Cache = 3 } }]
            },
            "changed options of sequence 's.q': default options -> increment 2, minimum 2, maximum 90, cycle, cache 3");
        Differences.Are(
            None with { Sequences = [sequence] }, None with { Sequences = [sequence with { Options = new() { Start = 5 } }] },
            "~ start of a sequence: changed options of sequence 's.q': default start -> start 5");
    }

    [Fact]
    public void Finds_added_removed_and_changed_enum_types()
    {
        Differences.Are(None, Labels("sad", "ok"), "added enum type 'mood' ('sad', 'ok')");
        Differences.Are(Labels("sad"), None, "removed enum type 'mood' ('sad')");
        Differences.Are(
            Labels("sad", "ok"), Labels("sad", "fine", "ok", "it's"), "changed labels of enum type 'mood': added 'fine', 'it's'");
        Differences.Are(Labels("sad", "ok"), Labels("happy", "ok"), "changed labels of enum type 'mood': added 'happy'; removed 'sad'");
    }

    [Fact]
    public void The_order_of_labels_is_cosmetic_and_stays_when_labels_are_added()
    {
        Differences.Are(
            Labels("sad", "ok"), Labels("ok", "sad"), "~ order of labels: changed labels of enum type 'mood': 'sad', 'ok' -> 'ok', 'sad'");
        var diff = Differences.Are(
            Labels("sad", "gone", "ok"), Labels("best", "ok", "better", "sad"),
            "changed labels of enum type 'mood': added 'best', 'better'; removed 'gone'",
            "~ order of labels: changed labels of enum type 'mood': 'sad', 'gone', 'ok' -> 'best', 'ok', 'better', 'sad'");
        Assert.Equal(["best", "sad", "ok", "better"], Assert.IsType<Altered<EnumType>>(diff.Changes[0]).Target.Labels);
    }

    [Fact]
    public void The_order_of_labels_counts_when_strict()
    {
        var diff = Differences.Are(
            Labels("sad", "ok"), Labels("ok", "sad"), ComparisonOptions.Default with { Strict = true }, TestDialect.Rich,
            "changed labels of enum type 'mood': 'sad', 'ok' -> 'ok', 'sad'");
        Assert.Equal(["ok", "sad"], Assert.IsType<Altered<EnumType>>(diff.Changes[0]).Target.Labels);
    }

    [Fact]
    public void Finds_added_removed_and_changed_rows()
    {
        var table = Table("t", Col("id"), Col("a"));
        Differences.Are(table, table.With(Row(1, "a='x'")), "added seed row (id = 1) of 't'");
        Differences.Are(table.With(Row(1, "a='x'")), table, "removed seed row (id = 1) of 't'");
        Differences.Are(
            table.With(Row(1, "a='x'"), Row(2, "a='y'")), table.With(Row(1, "a='x'"), Row(2, "a='z'")),
            "changed values of seed row (id = 2) of 't': a 'y' -> 'z'");
    }

    [Fact]
    public void Views_are_never_a_difference() => Differences.Are(None with { Views = [new(Name("v"), false)] }, None);

    [Theory]
    [InlineData(
        false,
        "The model maps a table 'v', but in the database 'v' is a view. "
            + "Map the entity with ToView, or drop or rename the view in a revision of its own first.")]
    [InlineData(
        true,
        "The model maps a table 'v', but in the database 'v' is a materialised view. "
            + "Map the entity with ToView, or drop or rename the view in a revision of its own first.")]
    public void Refuses_a_table_where_a_view_is(bool isMaterialized, string message)
    {
        var error = Assert.Throws<AutogenException>(() => SchemaComparer.Compare(
            None with { Views = [new(Name("v"), isMaterialized)] },
            Db(Table("v", Col("id"))),
            TestDialect.Rich,
            ComparisonOptions.Default));
        Assert.Equal(ErrorCode.ModelInvalid, error.Code);
        Assert.Equal(message, error.Message);
        Assert.Equal(("v", "v"), (error.Details["table"], error.Details["view"]));
    }

    [Fact]
    public void Changes_are_ordered_by_kind_table_and_name()
        => Differences.Are(
            Db(Table("b", Col("id"), Col("y")), Table("a", Col("id"))) with { EnumTypes = [new(Name("m"), ["x"])] },
            Db(
                Table("b", Col("id")).Key("pk", "id"),
                Table("a", Col("id"), Col("z"), Col("B")).With(Index("i", "id")),
                Table("c", Col("id"))),
            "removed enum type 'm' ('x')",
            "added table 'c'",
            "added column 'a.B' integer NOT NULL",
            "added column 'a.z' integer NOT NULL",
            "removed column 'b.y' integer NOT NULL",
            "added primary key 'pk' on 'b' ('id')",
            "added index 'i' on 'a' ('id')");

    [Fact]
    public void Names_that_need_quotes_are_names_like_others()
        => Differences.Are(
            Db(Table("Sch ema.my \"Tab'le\"", Col("select"))), Db(Table("Sch ema.my \"Tab'le\"", Col("select", "text"), Col("größe"))),
            "added column 'Sch ema.my \"Tab'le\".größe' integer NOT NULL",
            "changed type of column 'Sch ema.my \"Tab'le\".select': integer -> text");

    [Fact]
    public void A_diff_with_cosmetic_differences_only_is_empty()
    {
        var diff = SchemaComparer.Compare(
            Db(Table("t", Col("a").Default("0"))), Db(Table("t", Col("a"))), TestDialect.Rich, ComparisonOptions.Default);
        Assert.True(diff.IsEmpty);
        Assert.Equal(Significance.Cosmetic, Assert.Single(diff.Changes).Significance);
    }

    [Fact]
    public void Lines_carry_their_parts_for_programs()
    {
        var diff = SchemaComparer.Compare(
            Db(Table("s.t", Col("a"))),
            Db(Table("s.t", Col("a", "text")), Table("u", Col("a"))),
            TestDialect.Rich,
            ComparisonOptions.Default);
        Assert.Equal(
            [("added", "table", null, "u"), ("altered", "column", "s.t", "a")],
            diff.Changes.SelectMany(ChangeText.Lines).Select(line => (line.Action, line.Kind, line.Table, line.Name)));
    }

    [Fact]
    public void One_difference_that_matters_is_enough()
    {
        var diff = SchemaComparer.Compare(
            Db(Table("t", Col("a").Default("0"), Col("b").Default("0").Nullable())),
            Db(Table("t", Col("a"), Col("b"))),
            TestDialect.Rich,
            ComparisonOptions.Default);
        Assert.Equal(
            [("a", Significance.Cosmetic), ("b", Significance.Significant)],
            diff.Changes.Select(change => (ObjectText.Name(change.Subject), change.Significance)));
        Assert.Equal([Significance.Significant, Significance.Cosmetic], diff.Changes[1].Differences.Select(facet => facet.Significance));
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void The_start_of_a_sequence_stays_when_its_options_change()
    {
        var sequence = new Sequence(Name("q"), "bigint", new SequenceOptions { Start = 7 });
        var diff = Differences.Are(
            None with { Sequences = [sequence] },
            None with { Sequences = [sequence with { Options = new() { Start = 100, Increment = 2 } }] },
            "changed options of sequence 'q': start 7 -> start 7, increment 2",
            "~ start of a sequence: changed options of sequence 'q': start 7 -> start 100");
        Assert.Equal(new() { Start = 7, Increment = 2 }, Assert.IsType<Altered<Sequence>>(diff.Changes[0]).Target.Options);
    }

    [Fact]
    public void Storage_parameters_of_a_table_that_the_model_does_not_name_stay()
    {
        var table = Table("t", Col("id"));
        var diff = Differences.Are(
            table with { StorageParameters = [new("autovacuum_enabled", "off"), new("fillfactor", "70")] },
            table with { StorageParameters = [new("FILLFACTOR", "90")] },
            "changed storage parameters of table 't': autovacuum_enabled = off, fillfactor = 70 -> FILLFACTOR = 90, "
                + "autovacuum_enabled = off",
            "~ storage parameter: changed storage parameters of table 't': autovacuum_enabled = off, fillfactor = 70 -> FILLFACTOR = 90");
        Assert.Equal(2, Assert.IsType<Altered<Table>>(diff.Changes[0]).Target.StorageParameters.Count);
    }

    [Theory]
    [InlineData("on", "TRUE", true)]
    [InlineData("true", "yes", true)]
    [InlineData("Yes", "on", true)]
    [InlineData("off", "FALSE", true)]
    [InlineData("false", "no", true)]
    [InlineData("No", "off", true)]
    [InlineData("on", "off", false)]
    [InlineData("true", "false", false)]
    [InlineData("yes", "no", false)]
    [InlineData("70", "70", true)]
    [InlineData("auto", "AUTO", true)]
    [InlineData("70", "90", false)]
    public void A_storage_parameters_truth_may_be_spelt_in_several_ways(string live, string model, bool isSame)
        => Differences.Are(
            Table("t", Col("id")) with { StorageParameters = [new("x", live)] },
            Table("t", Col("id")) with { StorageParameters = [new("x", model)] },
            isSame ? [] : [$"changed storage parameters of table 't': x = {live} -> x = {model}"]);

    [Fact]
    public void A_value_that_only_one_side_has_is_a_difference()
    {
        var table = Table("t", Col("id"), Col("a"), Col("b"));
        Differences.Are(
            table.With(Row(1, "a='x'")),
            table.With(Row(1, "a='x'", "b='y'")),
            "changed values of seed row (id = 1) of 't': b = 'y'");
        Differences.Are(
            table.With(Row(1, "a='x'", "b='y'")),
            table.With(Row(1, "a='x'")),
            "changed values of seed row (id = 1) of 't': b is no longer given");
    }

    private static DatabaseSchema Labels(params IReadOnlyList<string> labels)
        => None with { EnumTypes = [new(Name("mood"), labels.ToEquatableList())] };
}
