using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class ColumnComparisonTests
{
    [Fact]
    public void Equal_columns_are_not_a_difference()
        => Differences.Are(Col("a", "text").Nullable().Default("'x'"), Col("a", "text").Nullable().Default("'x'"));

    [Fact]
    public void Finds_added_and_removed_columns()
        => Differences.Are(
            Table("t", Col("a"), Col("b")), Table("t", Col("a"), Col("c")),
            "removed column 't.b' integer NOT NULL", "added column 't.c' integer NOT NULL");

    [Fact]
    public void The_order_of_columns_is_not_a_difference()
        => Differences.Are(Table("t", Col("a"), Col("b")), Table("t", Col("b"), Col("a")));

    [Fact]
    public void Names_that_differ_by_case_are_two_columns_where_the_database_says_so()
        => Differences.Are(
            Table("t", Col("Name")), Table("t", Col("name")),
            "removed column 't.Name' integer NOT NULL", "added column 't.name' integer NOT NULL");

    [Fact]
    public void Names_that_the_database_takes_for_one_are_one_column()
        => Differences.Are(
            Db(Table("T", Col("Name"), Col("x", "text")).Key("pk", "Name")),
            Db(Table("t", Col("name"), Col("x", "blob")).Key("pk", "name")),
            ComparisonOptions.Default,
            TestDialect.Poor,
            "changed type of column 't.x': text -> blob");

    [Fact]
    public void Finds_a_changed_type()
        => Differences.Are(
            Col("a", "character varying(100)"), Col("a", "character varying(200)"),
            "changed type of column 't.a': character varying(100) -> character varying(200)");

    [Fact]
    public void Types_are_compared_in_canonical_spelling() => Differences.Are(Col("a", "integer"), Col("a", "int4"));

    [Fact]
    public void A_type_that_cannot_be_compared_is_reported_and_not_changed()
        => Differences.Are(Col("a", "?odd"), Col("a", "text"), "~ can't tell: changed type of column 't.a': ?odd -> text");

    [Fact]
    public void Finds_a_column_made_required_or_nullable()
    {
        Differences.Are(Col("a").Nullable(), Col("a"), "made column 't.a' required");
        Differences.Are(Col("a"), Col("a").Nullable(), "made column 't.a' nullable");
    }

    [Fact]
    public void The_nullability_of_a_key_column_is_not_a_difference()
        => Differences.Are(Table("t", Col("a").Nullable()).Key("pk", "a"), Table("t", Col("a")).Key("pk", "a"));

    [Fact]
    public void The_nullability_of_an_identity_column_is_not_a_difference()
        => Differences.Are(Col("a").Identity(), Col("a").Identity().Nullable());

    [Fact]
    public void A_column_that_becomes_an_identity_becomes_required()
    {
        var diff = Differences.Are(
            Col("a").Nullable(),
            Col("a").Nullable().Identity(),
            "made column 't.a' required",
            "added identity to column 't.a': identity by default");
        Assert.False(Assert.IsType<Altered<Column>>(diff.Changes[0]).Target.IsNullable);
    }

    [Fact]
    public void Finds_added_removed_and_changed_defaults()
    {
        Differences.Are(Col("a"), Col("a").Default("5"), "added default to column 't.a': 5");
        Differences.Are(Col("a").Default("5"), Col("a"), "removed default from column 't.a': 5");
        Differences.Are(Col("a").Default("5"), Col("a").Default("6"), "changed default of column 't.a': 5 -> 6");
        Differences.Are(Col("a").Default("0"), Col("a").Default("6"), "changed default of column 't.a': 0 -> 6");
    }

    [Fact]
    public void Default_null_is_not_a_default()
    {
        Differences.Are(Col("a").Nullable(), Col("a").Nullable().Default("NULL"));
        Differences.Are(Col("a").Nullable().Default(" null "), Col("a").Nullable());
    }

    [Fact]
    public void Defaults_are_equal_by_what_the_server_made_of_them()
        => Differences.Are(
            Col("a", "text") with { Default = new SqlExpression("'x'::text") { Canonical = "'x'::text" } },
            Col("a", "text") with { Default = new SqlExpression("'x'") { Canonical = "'x'::text" } });

    [Fact]
    public void A_default_that_cannot_be_compared_is_reported_and_not_changed()
        => Differences.Are(Col("a").Default("? 1"), Col("a").Default("1"), "~ can't tell: changed default of column 't.a': ? 1 -> 1");

    [Fact]
    public void A_left_over_default_is_cosmetic()
        => Differences.Are(Col("a").Default("0"), Col("a"), "~ left-over default: removed default from column 't.a': 0");

    [Fact]
    public void A_left_over_default_counts_when_strict()
        => Differences.Are(
            Db(Table("t", Col("a").Default("0"))),
            Db(Table("t", Col("a"))),
            ComparisonOptions.Default with { Strict = true },
            TestDialect.Rich,
            "removed default from column 't.a': 0");

    [Fact]
    public void A_default_that_only_the_model_has_is_never_left_over()
        => Differences.Are(Col("a"), Col("a").Default("0"), "added default to column 't.a': 0");

    [Fact]
    public void A_left_over_default_must_go_when_the_type_changes()
        => Differences.Are(
            Col("a").Default("0"), Col("a", "boolean"),
            "changed type of column 't.a': integer -> boolean", "removed default from column 't.a': 0");

    [Fact]
    public void A_left_over_default_must_go_when_the_column_numbers_or_computes_its_values()
    {
        Differences.Are(
            Col("a").Default("0"),
            Col("a").Identity(),
            "removed default from column 't.a': 0",
            "added identity to column 't.a': identity by default");
        Differences.Are(
            Col("a").Default("0"),
            Col("a").Generated("id + 1"),
            "removed default from column 't.a': 0",
            "added computed value to column 't.a': id + 1 stored");
    }

    [Fact]
    public void A_cosmetic_difference_stays_when_another_one_is_acted_on()
    {
        var diff = Differences.Are(
            Col("a").Default("0").Nullable(),
            Col("a"),
            "made column 't.a' required",
            "~ left-over default: removed default from column 't.a': 0");
        var altered = Assert.IsType<Altered<Column>>(Assert.Single(diff.Changes));
        Assert.Equal("0", altered.Target.Default?.Text);
        Assert.True(altered.Has(nameof(Column.IsNullable)));
        Assert.False(altered.Has(nameof(Column.Default)));
    }

    [Fact]
    public void Finds_a_changed_computed_value()
    {
        Differences.Are(
            Col("a").Generated("x + 1"),
            Col("a").Generated("x + 2"),
            "changed computed value of column 't.a': x + 1 stored -> x + 2 stored");
        Differences.Are(
            Col("a").Generated("x + 1"),
            Col("a").Generated("x + 1", isStored: false),
            "changed computed value of column 't.a': x + 1 stored -> x + 1 virtual");
        Differences.Are(Col("a").Generated("x + 1"), Col("a"), "removed computed value from column 't.a': x + 1 stored");
    }

    [Fact]
    public void A_generated_column_without_a_declaration_is_not_a_difference_where_EF_Core_declares_none()
    {
        Are(Col("a", "").Nullable().Generated("x"), Col("a", "TEXT").Generated("x"));
        Are(
            Col("a", "INTEGER").Generated("x"), Col("a", "TEXT").Nullable().Generated("x"),
            "~ declaration of a generated column: changed type of column 't.a': INTEGER -> TEXT",
            "~ declaration of a generated column: made column 't.a' nullable");

        static void Are(Column live, Column model, params IReadOnlyList<string> lines)
            => Differences.Are(Db(Table("t", live)), Db(Table("t", model)), ComparisonOptions.Default, TestDialect.Poor, lines);
    }

    [Fact]
    public void Finds_how_rows_are_numbered()
    {
        Differences.Are(Col("a"), Col("a").Identity(), "added identity to column 't.a': identity by default");
        Differences.Are(Col("a").Identity(), Col("a"), "removed identity from column 't.a': identity by default");
        Differences.Are(
            Col("a").Identity(IdentityKind.Serial),
            Col("a").Identity(IdentityKind.Always),
            "changed identity of column 't.a': serial -> identity always");
        Differences.Are(
            Col("a").Identity(), Col("a").Identity(options: new SequenceOptions { Increment = 10, Cache = 5 }),
            "changed identity of column 't.a': identity by default -> identity by default (increment 10, cache 5)");
    }

    [Fact]
    public void The_start_of_an_identity_is_cosmetic_and_stays()
    {
        Differences.Are(
            Col("a").Identity(), Col("a").Identity(options: new SequenceOptions { Start = 100 }),
            "~ start of a sequence: changed identity of column 't.a': default start -> start 100");
        var diff = Differences.Are(
            Col("a").Identity(options: new SequenceOptions { Start = 7 }),
            Col("a").Identity(options: new SequenceOptions { Start = 100, Increment = 2 }),
            "changed identity of column 't.a': identity by default (start 7) -> identity by default (start 7, increment 2)",
            "~ start of a sequence: changed identity of column 't.a': start 7 -> start 100");
        Assert.Equal(7, Assert.IsType<Altered<Column>>(diff.Changes[0]).Target.Identity?.Options.Start);
    }

    [Fact]
    public void Options_of_a_serial_are_beyond_the_model()
        => Differences.Are(
            Col("a").Identity(IdentityKind.Serial, new SequenceOptions { Cache = 20 }), Col("a").Identity(IdentityKind.Serial),
            "~ setting that the model can't express: changed identity of column 't.a': serial (cache 20) -> serial");

    [Fact]
    public void Options_of_a_serial_count_where_they_are_wanted()
        => Differences.Are(
            Col("a").Identity(IdentityKind.Serial), Col("a").Identity(IdentityKind.Serial, new SequenceOptions { Cache = 20 }),
            "changed identity of column 't.a': serial -> serial (cache 20)");

    [Fact]
    public void Autoincrement_is_cosmetic_on_either_side()
    {
        Differences.Are(
            Table("t", Col("a").Identity(IdentityKind.Autoincrement)).Key("pk", "a"), Table("t", Col("a")).Key("pk", "a"),
            "~ AUTOINCREMENT: removed identity from column 't.a': autoincrement");
        Differences.Are(
            Table("t", Col("a")).Key("pk", "a"), Table("t", Col("a").Identity(IdentityKind.Autoincrement)).Key("pk", "a"),
            "~ AUTOINCREMENT: added identity to column 't.a': autoincrement");
    }

    [Fact]
    public void Autoincrement_must_go_when_the_column_ceases_to_be_the_key()
    {
        var live = Table("t", Col("a").Identity(IdentityKind.Autoincrement), Col("b")).Key("pk", "a");
        Differences.Are(
            live, Table("t", Col("a"), Col("b")).Key("pk", "a", "b"),
            "removed identity from column 't.a': autoincrement", "changed columns of primary key 'pk' on 't': 'a' -> 'a', 'b'");
        Differences.Are(
            live, Table("t", Col("a", "text"), Col("b")).Key("pk", "a"),
            "changed type of column 't.a': integer -> text", "removed identity from column 't.a': autoincrement");
    }

    [Fact]
    public void Finds_a_changed_collation()
    {
        Differences.Are(Col("a", "text"), Col("a", "text") with { Collation = new("C") }, "added collation to column 't.a': C");
        Differences.Are(
            Col("a", "text") with { Collation = new("C") },
            Col("a", "text") with { Collation = new("de-x-icu") },
            "changed collation of column 't.a': C -> de-x-icu");
    }

    [Fact]
    public void Finds_comments_but_for_their_line_ends()
    {
        Differences.Are(Col("a"), Col("a") with { Comment = "x" }, "added comment to column 't.a': x");
        Differences.Are(Col("a") with { Comment = "x" }, Col("a"), "removed comment from column 't.a': x");
        Differences.Are(Col("a") with { Comment = "x" }, Col("a") with { Comment = "y\nz" }, "changed comment of column 't.a': x -> y z");
        Differences.Are(Col("a") with { Comment = "x\r\ny" }, Col("a") with { Comment = "x\ny" });
    }

    [Fact]
    public void Comments_are_not_compared_when_not_asked_to()
    {
        var diff = Differences.Are(
            Db(Table("t", Col("a") with { Comment = "x" })), Db(Table("t", Col("a", "text") with { Comment = "y" })),
            ComparisonOptions.Default with { CompareComments = false }, TestDialect.Rich, "changed type of column 't.a': integer -> text");
        Assert.Equal("x", Assert.IsType<Altered<Column>>(diff.Changes[0]).Target.Comment);
    }

    [Fact]
    public void Comments_that_the_database_cannot_hold_are_cosmetic_even_when_strict()
        => Differences.Are(
            Db(Table("t", Col("a"))),
            Db(Table("t", Col("a") with { Comment = "x" })),
            ComparisonOptions.Default with { Strict = true },
            TestDialect.Poor,
            "~ comment that the database can't hold: added comment to column 't.a': x");

    [Fact]
    public void Several_facets_are_lines_of_their_own()
        => Differences.Are(
            Col("a").Nullable(), Col("a", "text").Default("'x'"),
            "changed type of column 't.a': integer -> text", "made column 't.a' required", "added default to column 't.a': 'x'");

    [Fact]
    public void Hints_of_the_model_travel_with_the_change()
    {
        var diff = Differences.Are(
            Col("a"), Col("a", "text") with { ClrType = new(typeof(string)) }, "changed type of column 't.a': integer -> text");
        Assert.Equal(typeof(string), Assert.IsType<Altered<Column>>(diff.Changes[0]).Target.ClrType.Value);
    }

    [Fact]
    public void An_empty_comment_is_ignored_and_line_ends_are_part_of_one()
    {
        Differences.Are(Col("a"), Col("a") with { Comment = "" });
        Differences.Are(Col("a") with { Comment = "" }, Col("a"));
        Differences.Are(Col("a") with { Comment = "x\ny" }, Col("a") with { Comment = "xy" }, "changed comment of column 't.a': x y -> xy");
        Assert.True(new ComparisonOptions().CompareComments);
    }

    [Fact]
    public void The_schema_of_a_type_may_be_written_or_omitted()
    {
        var live = Col("a", "citext") with { TypeSchema = new("ext") };
        Differences.Are(live, Col("a", "\"ext\".citext"));
        Differences.Are(live, Col("a", "\"other\".citext"), "changed type of column 't.a': citext -> \"other\".citext");
        Differences.Are(live, Col("a", "text"), "changed type of column 't.a': citext -> text");
    }

    [Fact]
    public void Hints_of_the_database_stay_if_the_model_has_none()
    {
        var diff = Differences.Are(
            Col("a", "citext") with { TypeSchema = new("ext") }, Col("a", "citext").Nullable(), "made column 't.a' nullable");
        Assert.Equal("ext", Assert.IsType<Altered<Column>>(diff.Changes[0]).Target.TypeSchema.Value);
    }

    [Fact]
    public void The_type_counts_unless_both_sides_compute_the_column_where_such_columns_have_none()
    {
        Differences.Are(
            Col("a").Generated("x"), Col("a", "text").Generated("x"), "changed type of column 't.a': integer -> text");
        Poor(
            Col("a"), Col("a", "text").Generated("x"),
            "changed type of column 't.a': integer -> text", "added computed value to column 't.a': x stored");
        Poor(
            Col("a").Generated("x"), Col("a", "text"),
            "changed type of column 't.a': integer -> text", "removed computed value from column 't.a': x stored");
        Differences.Are(
            Col("a"), Col("a", "text").Generated("x"),
            "changed type of column 't.a': integer -> text", "added computed value to column 't.a': x stored");

        static void Poor(Column live, Column model, params IReadOnlyList<string> lines)
            => Differences.Are(Db(Table("t", live)), Db(Table("t", model)), ComparisonOptions.Default, TestDialect.Poor, lines);
    }

    [Fact]
    public void A_serial_may_be_written_out()
    {
        var live = Col("a").Identity(IdentityKind.Serial) with { SerialDefault = new("nextval('s'::regclass)") };
        Differences.Are(live, Col("a") with { Default = new("nextval('s')") { Canonical = "nextval('s'::regclass)" } });
        Differences.Are(
            live, Col("a") with { Default = new("nextval('r')") { Canonical = "nextval('r'::regclass)" } },
            "added default to column 't.a': nextval('r')", "removed identity from column 't.a': serial");
    }

    [Fact]
    public void The_first_label_of_the_databases_type_may_be_left_over()
    {
        Differences.Are(
            Mood(Col("a", "mood").Default("'sad'")),
            Mood(Col("a", "mood")),
            "~ left-over default: removed default from column 't.a': 'sad'");
        Differences.Are(Mood(Col("a", "mood").Default("'ok'")), Mood(Col("a", "mood")), "removed default from column 't.a': 'ok'");

        static DatabaseSchema Mood(Column column) => Db(Table("t", column)) with { EnumTypes = [new(Name("mood"), ["sad", "ok"])] };
    }
}
