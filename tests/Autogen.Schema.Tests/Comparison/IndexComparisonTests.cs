using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class IndexComparisonTests
{
    private static readonly Table Users = Table("users", Col("id"), Col("a"), Col("b"));

    private static void Are(TableIndex live, TableIndex model, params IReadOnlyList<string> lines) => Differences.Are(Users.With(live), Users.With(model), lines);

    private static TableIndex Part(IndexPart part) => new() { Name = "ix", Parts = [part] };

    [Fact]
    public void Finds_added_and_removed_indexes()
    {
        Differences.Are(Users, Users.With(Index("ix", "a", "b")), "added index 'ix' on 'users' ('a', 'b')");
        Differences.Are(Users.With(Index("ix", "a")), Users, "removed index 'ix' on 'users' ('a')");
        Differences.Are(Users.With(Index("ix", "a")), Users.With(Index("iy", "b")), "removed index 'ix' on 'users' ('a')", "added index 'iy' on 'users' ('b')");
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
            Index("ix", "a"), Index("iy", "a") with { IsUnique = true }, "removed index 'ix' on 'users' ('a')", "added index 'iy' on 'users' ('a')");

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
        Are(Part(part), Part(part with { NullsOrder = NullsOrder.First }), "changed columns of index 'ix' on 'users': 'a' -> 'a' nulls first");
        Are(
            Part(part with { NullsOrder = NullsOrder.First }), Part(part with { NullsOrder = NullsOrder.Last }),
            "changed columns of index 'ix' on 'users': 'a' nulls first -> 'a' nulls last");
        Are(Part(part), Part(part with { Collation = "C" }), "changed columns of index 'ix' on 'users': 'a' -> 'a' collate C");
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
            ExpressionIndex("ix", "lower(a)"), ExpressionIndex("ix", "upper(a)"), "changed columns of index 'ix' on 'users': (lower(a)) -> (upper(a))");
        Are(ExpressionIndex("ix", "?"), ExpressionIndex("ix", "upper(a)"), "~ can't tell: changed columns of index 'ix' on 'users': (?) -> (upper(a))");
    }

    [Fact]
    public void A_part_that_differs_outweighs_one_that_cannot_be_told()
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
            "changed treatment of NULLs of index 'ix' on 'users': distinct -> not distinct");
    }

    [Fact]
    public void What_means_the_same_is_no_difference()
    {
        Are(Index("ix", "a"), Index("ix", "a") with { Method = "btree" });
        Are(Index("ix", "a") with { IncludedColumns = ["b", "id"] }, Index("ix", "a") with { IncludedColumns = ["id", "b"] });
        Are(Index("ix", "a"), Index("ix", "a") with { NullsDistinct = false });
        Are(Index("ix", "a"), Index("ix", "a") with { IsCreatedConcurrently = new(true) });
        Are(
            Index("ix", "a") with { StorageParameters = [new("fastupdate", "on")] }, Index("ix", "a") with { StorageParameters = [new("fastupdate", "true")] });
    }

    [Fact]
    public void An_invalid_index_is_made_anew()
        => Are(Index("ix", "a") with { IsValid = false }, Index("ix", "a"), "made index 'ix' on 'users' valid");

    [Fact]
    public void Storage_parameters_that_the_model_names_count_and_others_stay()
    {
        var live = Index("ix", "a") with { StorageParameters = [new("deduplicate_items", "off"), new("fillfactor", "70")] };
        Are(live, Index("ix", "a"), "~ storage parameter: removed storage parameters from index 'ix' on 'users': deduplicate_items = off, fillfactor = 70");
        Are(
            live, Index("ix", "a") with { StorageParameters = [new("fillfactor", "90")] },
            "changed storage parameters of index 'ix' on 'users': deduplicate_items = off, fillfactor = 70 -> deduplicate_items = off, fillfactor = 90",
            "~ storage parameter: changed storage parameters of index 'ix' on 'users': deduplicate_items = off, fillfactor = 70 -> fillfactor = 90");
    }

    [Fact]
    public void An_index_on_an_expression_that_the_model_does_not_know_is_left_alone()
        => Differences.Are(Users.With(ExpressionIndex("ix", "lower(a)")), Users, "= Index users ix");

    [Fact]
    public void An_index_on_an_expression_goes_with_its_column()
        => Differences.Are(
            Users.With(ExpressionIndex("ix", "lower(b)")), Table("users", Col("id"), Col("a")),
            "removed column 'users.b'", "removed index 'ix' on 'users' ((lower(b)))");

    [Fact]
    public void An_index_on_an_expression_that_the_model_wants_is_added() // EF Core's model can say that much for full-text search
        => Differences.Are(
            Users, Users.With(ExpressionIndex("ix", "to_tsvector('english', a)")), "added index 'ix' on 'users' ((to_tsvector('english', a)))");

    [Fact]
    public void A_collation_of_an_index_is_beyond_the_model_where_indexes_have_no_methods()
        => Differences.Are(
            Db(Users.With(Part(new IndexPart { Column = "a", Collation = "NOCASE" }))), Db(Users.With(Part(new IndexPart { Column = "a" }))),
            ComparisonOptions.Default, TestDialect.Poor,
            "~ setting that the model can't express: changed columns of index 'ix' on 'users': 'a' collate NOCASE -> 'a'");
}
