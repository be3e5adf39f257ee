using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>A unique constraint and a unique index that do each other's work.</summary>
public class UniquenessTests
{
    private static readonly Table Orders = Table("orders", Col("id"), Col("a"), Col("b"));

    [Fact]
    public void A_unique_constraint_that_no_revision_made_does_a_unique_indexs_work()
        => Differences.Are(Orders.With(Unique("u", "a", "b")), Orders.With(UniqueIndex("x", "a", "b")), "= UniqueConstraint orders u");

    [Fact]
    public void A_unique_constraint_without_a_name_does_it_too()
    {
        Differences.Are(Orders.With(Unique(null, "a")), Orders.With(UniqueIndex("x", "a")), "= UniqueConstraint orders ");
        Differences.Are(
            Db(Orders.With(Unique(null, "a"))),
            Db(Orders.With(UniqueIndex("x", "a"))),
            ComparisonOptions.Default with { IsMadeByRevision = (_, _) => true },
            TestDialect.Poor,
            "= UniqueConstraint orders ");
    }

    [Fact]
    public void A_unique_constraint_that_a_revision_made_does_not()
        => Differences.Are(
            Db(Orders.With(Unique("u", "a"))), Db(Orders.With(UniqueIndex("x", "a"))),
            ComparisonOptions.Default with { IsMadeByRevision = (table, name) => (table.Name, name) == ("orders", "u") }, TestDialect.Rich,
            "removed unique constraint 'u' on 'orders' ('a')", "added unique index 'x' on 'orders' ('a')");

    [Fact]
    public void The_one_is_made_into_the_other_when_strict()
    {
        var strict = ComparisonOptions.Default with { Strict = true };
        Differences.Are(
            Db(Orders.With(Unique("u", "a"))), Db(Orders.With(UniqueIndex("x", "a"))), strict, TestDialect.Rich,
            "removed unique constraint 'u' on 'orders' ('a')", "added unique index 'x' on 'orders' ('a')");
        Differences.Are(
            Db(Orders.With(UniqueIndex("x", "a"))), Db(Orders.With(Unique("u", "a"))), strict, TestDialect.Rich,
            "added unique constraint 'u' on 'orders' ('a')", "removed unique index 'x' on 'orders' ('a')");
    }

    [Fact]
    public void One_constraint_covers_one_index()
        => Differences.Are(
            Orders.With(Unique("u", "a")), Orders.With(UniqueIndex("x", "a"), UniqueIndex("y", "a")),
            "added unique index 'y' on 'orders' ('a')", "= UniqueConstraint orders u");

    [Fact]
    public void An_object_of_the_model_covers_nothing_else()
    {
        Differences.Are(
            Orders.With(UniqueIndex("x", "a")),
            Orders.With(UniqueIndex("x", "a")).With(Unique("u", "a")),
            "added unique constraint 'u' on 'orders' ('a')");
        Differences.Are(
            Orders.With(Unique("u", "a")),
            Orders.With(Unique("u", "a")).With(UniqueIndex("x", "a")),
            "added unique index 'x' on 'orders' ('a')");
    }

    [Fact]
    public void A_unique_constraint_is_removed_only_if_no_index_covers_it()
        => Differences.Are(
            Orders.With(Unique("u", "a"), Unique("v", "b")), Orders.With(UniqueIndex("x", "a")),
            "removed unique constraint 'v' on 'orders' ('b')", "= UniqueConstraint orders u");

    [Fact]
    public void An_index_with_more_to_any_of_its_parts_is_another_thing()
        => Differences.Are(
            Orders.With(Unique("u", "a", "b")),
            Orders.With(UniqueIndex("x", "a") with
            {
                Parts = [new IndexPart { Column = "a" }, new IndexPart { Column = "b", IsDescending = true }]
            }),
            "removed unique constraint 'u' on 'orders' ('a', 'b')", "added unique index 'x' on 'orders' ('a', 'b' descending)");

    private static TableIndex UniqueIndex(string name, params IReadOnlyList<string> columns)
        => Index(name, columns) with { IsUnique = true };
}
