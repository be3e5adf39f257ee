using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class IndexComparisonTests
{
    private static readonly Table Users = Table("users", Col("id"), Col("a"), Col("b"));

    private static void Are(TableIndex live, TableIndex model, params IReadOnlyList<string> lines)
        => Differences.Are(Users.With(live), Users.With(model), lines);

    private static TableIndex Part(IndexPart part) => new() { Name = "ix", Parts = [part] };

    [Fact]
    public void Finds_added_and_removed_indexes()
    {
        Differences.Are(Users, Users.With(Index("ix", "a", "b")), "added index 'ix' on 'users' ('a', 'b')");
        Differences.Are(Users.With(Index("ix", "a")), Users, "removed index 'ix' on 'users' ('a')");
        Differences.Are(
            Users.With(Index("ix", "a")),
            Users.With(Index("iy", "b")),
            "removed index 'ix' on 'users' ('a')",
            "added index 'iy' on 'users' ('b')");
    }

    [Fact]
    public void Only_the_name_of_an_index_is_cosmetic()
    {
        Are(Index("ix", "a"), Index("iy", "a"), "~ index name: renamed index 'ix' on 'users' to 'iy'");
        Are(Index("SomeIx", "a"), Index("someix", "a"), "~ index name: renamed index 'SomeIx' on 'users' to 'someix'");
    }

    [Fact]
    public void An_index_of_another_name_is_not_paired_with_one_that_differs()
        => Are(
            Index("ix", "a"),
            Index("iy", "a") with { IsUnique = true },
            "removed index 'ix' on 'users' ('a')",
            "added unique index 'iy' on 'users' ('a')");

    [Fact]
    public void Finds_other_columns_and_their_order()
    {
        Are(Index("ix", "a"), Index("ix", "a", "b"), "changed columns of index 'ix' on 'users': 'a' -> 'a', 'b'");
        Are(Index("ix", "a", "b"), Index("ix", "b", "a"), "changed columns of index 'ix' on 'users': 'a', 'b' -> 'b', 'a'");
    }

    [Fact]
    public void Finds_all_that_a_part_can_differ_in()
    {
        var part = new IndexPart { Column = "a" };
        Are(Part(part), Part(part with { IsDescending = true }), "changed columns of index 'ix' on 'users': 'a' -> 'a' descending");
        Are(
            Part(part),
            Part(part with { NullsOrder = NullsOrder.First }),
            "changed columns of index 'ix' on 'users': 'a' -> 'a' nulls first");
        Are(
            Part(part with { NullsOrder = NullsOrder.First }), Part(part with { NullsOrder = NullsOrder.Last }),
            "changed columns of index 'ix' on 'users': 'a' nulls first -> 'a' nulls last");
        Are(Part(part), Part(part with { Collation = new("C") }), "changed columns of index 'ix' on 'users': 'a' -> 'a' collate C");
        Are(
            Part(part), Part(part with { OperatorClass = "text_pattern_ops" }),
            "changed columns of index 'ix' on 'users': 'a' -> 'a' text_pattern_ops");
        Are(
            Part(part), Part(new IndexPart { Expression = new SqlExpression("lower(a)") }),
            "changed columns of index 'ix' on 'users': 'a' -> (lower(a))");
    }

    [Fact]
    public void Expressions_are_compared_as_the_dialect_says()
    {
        Are(ExpressionIndex("ix", "lower(a)"), ExpressionIndex("ix", "lower(a)"));
        Are(
            ExpressionIndex("ix", "lower(a)"),
            ExpressionIndex("ix", "upper(a)"),
            "changed columns of index 'ix' on 'users': (lower(a)) -> (upper(a))");
        Are(
            ExpressionIndex("ix", "?"),
            ExpressionIndex("ix", "upper(a)"),
            "~ can't tell: changed columns of index 'ix' on 'users': (?) -> (upper(a))");
    }

    [Fact]
    public void A_part_that_differs_outweighs_an_unknown_one()
        => Are(
            new TableIndex { Name = "ix", Parts = [new IndexPart { Expression = new SqlExpression("?") }, new IndexPart { Column = "a" }] },
            new TableIndex { Name = "ix", Parts = [new IndexPart { Expression = new SqlExpression("x") }, new IndexPart { Column = "b" }] },
            "changed columns of index 'ix' on 'users': (?), 'a' -> (x), 'b'");

    [Fact]
    public void Finds_uniqueness_filter_method_included_columns_and_nulls()
    {
        Are(Index("ix", "a"), Index("ix", "a") with { IsUnique = true }, "made index 'ix' on 'users' unique");
        Are(Index("ix", "a"), Index("ix", "a") with { Filter = new("a > 0") }, "added filter to index 'ix' on 'users': a > 0");
        Are(
            Index("ix", "a") with { Filter = new("a > 1") }, Index("ix", "a") with { Filter = new("a > 0") },
            "changed filter of index 'ix' on 'users': a > 1 -> a > 0");
        Are(Index("ix", "a"), Index("ix", "a") with { Method = "gin" }, "changed method of index 'ix' on 'users': btree -> gin");
        Are(Index("ix", "a"), Index("ix", "a") with { IncludedColumns = ["b"] }, "added included columns to index 'ix' on 'users': 'b'");
        Are(
            Index("ix", "a") with { IsUnique = true }, Index("ix", "a") with { IsUnique = true, NullsDistinct = false },
            "changed treatment of NULLs of unique index 'ix' on 'users': distinct -> not distinct");
    }

    [Fact]
    public void Equivalent_texts_are_not_a_difference()
    {
        Are(Index("ix", "a"), Index("ix", "a") with { Method = "btree" });
        Are(Index("ix", "a") with { IncludedColumns = ["b", "id"] }, Index("ix", "a") with { IncludedColumns = ["id", "b"] });
        Are(Index("ix", "a"), Index("ix", "a") with { NullsDistinct = false });
        Are(Index("ix", "a"), Index("ix", "a") with { IsCreatedConcurrently = new(true) });
        Are(
            Index("ix", "a") with { StorageParameters = [new("fastupdate", "on")] },
            Index("ix", "a") with { StorageParameters = [new("fastupdate", "true")] });
    }

    [Fact]
    public void An_invalid_index_is_recreated()
        => Are(Index("ix", "a") with { IsValid = false }, Index("ix", "a"), "made index 'ix' on 'users' valid");

    [Fact]
    public void Storage_parameters_that_the_model_names_count_and_others_stay()
    {
        var live = Index("ix", "a") with { StorageParameters = [new("deduplicate_items", "off"), new("fillfactor", "70")] };
        Are(
            live,
            Index("ix", "a"),
            "~ storage parameter: removed storage parameters from index 'ix' on 'users': deduplicate_items = off, fillfactor = 70");
        Are(
            live, Index("ix", "a") with { StorageParameters = [new("fillfactor", "90")] },
            "changed storage parameters of index 'ix' on 'users': deduplicate_items = off, "
                + "fillfactor = 70 -> deduplicate_items = off, fillfactor = 90",
            "~ storage parameter: changed storage parameters of index 'ix' on 'users': "
                + "deduplicate_items = off, fillfactor = 70 -> fillfactor = 90");
    }

    [Fact]
    public void An_index_on_an_expression_that_the_model_does_not_know_is_left_alone()
        => Differences.Are(Users.With(ExpressionIndex("ix", "lower(a)")), Users, "= Index users ix");

    [Fact]
    public void An_index_on_an_expression_is_dropped_with_its_column()
        => Differences.Are(
            Users.With(ExpressionIndex("ix", "lower(b)")), Table("users", Col("id"), Col("a")),
            "removed column 'users.b' integer NOT NULL", "removed index 'ix' on 'users' ((lower(b)))");

    [Fact]
    public void An_index_on_an_expression_that_the_model_wants_is_added() // EF Core's model can say that much for full-text search
        => Differences.Are(
            Users,
            Users.With(ExpressionIndex("ix", "to_tsvector('english', a)")),
            "added index 'ix' on 'users' ((to_tsvector('english', a)))");

    [Fact]
    public void A_collation_of_an_index_is_beyond_the_model_where_indexes_have_no_methods()
        => Differences.Are(
            Db(Users.With(Part(new IndexPart { Column = "a", Collation = new("NOCASE") }))),
            Db(Users.With(Part(new IndexPart { Column = "a" }))),
            ComparisonOptions.Default,
            TestDialect.Poor,
            "~ setting that the model can't express: changed columns of index 'ix' on 'users': 'a' collate NOCASE -> 'a'");

    [Fact]
    public void An_index_on_columns_and_an_expression_is_left_alone_too()
        => Differences.Are(Users.With(Mixed), Users, "= Index users ix");

    [Theory]
    [InlineData("c", true)]
    [InlineData("d", true)]
    [InlineData("e", true)]
    [InlineData("f", true)]
    [InlineData("g", false)]
    public void An_index_on_an_expression_is_dropped_with_any_column_it_needs(string column, bool goes)
    {
        var users = Table("users", Col("id"), Col("c"), Col("d"), Col("e"), Col("f"), Col("g"));
        var line = goes
            ? "removed index 'ix' on 'users' ('id', 'c', (lower(d))) including 'e' where f > 0"
            : "= Index users ix";
        Differences.Are(
            users.With(Mixed),
            Table("users", [.. users.Columns.Where(other => other.Name != column)]),
            $"removed column 'users.{column}' integer NOT NULL",
            line);
    }

    [Fact]
    [Case("N5")]
    public void Index_on_an_expression_is_ignored_when_strict_too()
        => Differences.Are(
            Db(Users.With(ExpressionIndex("ix", "lower(a)"))),
            Db(Users),
            ComparisonOptions.Default with { Strict = true },
            TestDialect.Rich,
            "= Index users ix");

    [Fact]
    public void A_collation_counts_where_the_model_can_say_it()
    {
        var (plain, collated) = (Part(new IndexPart { Column = "a" }), Part(new IndexPart { Column = "a", Collation = new("C") }));
        Are(collated, plain, "changed columns of index 'ix' on 'users': 'a' collate C -> 'a'");
        Differences.Are(
            Db(Users.With(plain)), Db(Users.With(collated)), ComparisonOptions.Default, TestDialect.Poor,
            "changed columns of index 'ix' on 'users': 'a' -> 'a' collate C");
    }

    [Fact]
    public void The_types_default_operator_class_may_be_named()
    {
        var live = new IndexPart { Column = "a", DefaultOperatorClass = new("text_ops") };
        Are(Part(live), Part(new IndexPart { Column = "a", OperatorClass = "text_ops" }));
        Are(
            Part(live with { OperatorClass = "text_pattern_ops" }), Part(new IndexPart { Column = "a", OperatorClass = "text_ops" }),
            "changed columns of index 'ix' on 'users': 'a' text_pattern_ops -> 'a' text_ops");
    }

    [Fact]
    public void An_index_that_a_revision_named_is_renamed_when_the_model_names_it_otherwise()
    {
        var made = ComparisonOptions.Default with { IsMadeByRevision = (table, name) => (table.Name, name) == ("users", "ix") };
        foreach (var dialect in new[] { TestDialect.Rich, TestDialect.Poor })
            Differences.Are(
                Db(Users.With(Index("ix", "a"))), Db(Users.With(Index("iy", "a"))), made, dialect, "renamed index 'ix' on 'users' to 'iy'");
        Differences.Are(
            Db(Users.With(Index("iz", "a"))),
            Db(Users.With(Index("iy", "a"))),
            made,
            TestDialect.Rich,
            "~ index name: renamed index 'iz' on 'users' to 'iy'");
    }

    [Fact]
    public void An_index_that_is_recreated_gets_the_target_name()
        => Differences.Are(
            Db(Users.With(Index("ix", "a") with { StorageParameters = [new("x", "1")] })), Db(Users.With(Index("iy", "a"))),
            ComparisonOptions.Default with { Significant = [CosmeticDifferences.StorageParameter] }, TestDialect.Rich,
            "renamed index 'ix' on 'users' to 'iy'", "removed storage parameters from index 'iy' on 'users': x = 1");

    private static TableIndex Mixed => new()
    {
        Name = "ix",
        Parts = [new IndexPart { Column = "id" }, new IndexPart { Column = "c" }, new IndexPart { Expression = new("lower(d)") }],
        IncludedColumns = ["e"],
        Filter = new("f > 0"),
    };
}
