using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class ConstraintComparisonTests
{
    private static readonly Table Orders = Table("orders", Col("id"), Col("a"), Col("b"));
    private static readonly ComparisonOptions Strict = ComparisonOptions.Default with { Strict = true };

    [Fact]
    public void Finds_added_removed_and_moved_primary_keys()
    {
        Differences.Are(Orders, Orders.Key("pk", "id"), "added primary key 'pk' on 'orders' ('id')");
        Differences.Are(Orders.Key("pk", "id"), Orders, "removed primary key 'pk' on 'orders' ('id')");
        Differences.Are(
            Orders.Key("pk", "id"), Orders.Key("pk", "a", "b"), "changed columns of primary key 'pk' on 'orders': 'id' -> 'a', 'b'");
        Differences.Are(
            Orders.Key("pk", "a", "b"),
            Orders.Key("pk", "b", "a"),
            "changed columns of primary key 'pk' on 'orders': 'a', 'b' -> 'b', 'a'");
    }

    [Fact]
    public void Only_the_name_of_a_constraint_is_cosmetic()
    {
        Differences.Are(
            Orders.Key("pk1", "id"), Orders.Key("pk2", "id"), "~ constraint name: renamed primary key 'pk1' on 'orders' to 'pk2'");
        Differences.Are(Orders.Key(null, "id"), Orders.Key("pk2", "id"), "~ constraint name: named primary key on 'orders' ('id') 'pk2'");
        Differences.Are(
            Orders.With(Unique("u1", "a")),
            Orders.With(Unique("u2", "a")),
            "~ constraint name: renamed unique constraint 'u1' on 'orders' to 'u2'");
        Differences.Are(
            Orders.With(Check("c1", "a > 0")),
            Orders.With(Check("c2", "a > 0")),
            "~ constraint name: renamed check constraint 'c1' on 'orders' to 'c2'");
        Differences.Are(
            Orders.With(Foreign("f1", "a", "orders")), Orders.With(Foreign("f2", "a", "orders")),
            "~ constraint name: renamed foreign key 'f1' on 'orders' to 'f2'");
    }

    [Fact]
    public void The_name_of_a_constraint_counts_when_strict()
        => Differences.Are(
            Db(Orders.Key("pk1", "id")),
            Db(Orders.Key("pk2", "id")),
            Strict,
            TestDialect.Rich,
            "renamed primary key 'pk1' on 'orders' to 'pk2'");

    [Fact]
    public void A_constraint_that_is_recreated_gets_the_target_name()
        => Differences.Are(
            Orders.Key("pk1", "id"), Orders.Key("pk2", "a"),
            "renamed primary key 'pk1' on 'orders' to 'pk2'", "changed columns of primary key 'pk2' on 'orders': 'id' -> 'a'");

    [Fact]
    public void Finds_added_removed_and_changed_unique_constraints()
    {
        Differences.Are(Orders, Orders.With(Unique("u", "a", "b")), "added unique constraint 'u' on 'orders' ('a', 'b')");
        Differences.Are(Orders.With(Unique(null, "a")), Orders, "removed unique constraint on 'orders' ('a')");
        Differences.Are(
            Orders.With(Unique("u", "a")),
            Orders.With(Unique("u", "a", "b")),
            "changed columns of unique constraint 'u' on 'orders': 'a' -> 'a', 'b'");
        Differences.Are(
            Orders.With(Unique("u", "a", "b")),
            Orders.With(Unique("u", "b", "a")),
            "changed columns of unique constraint 'u' on 'orders': 'a', 'b' -> 'b', 'a'");
        Differences.Are(
            Orders.With(Unique("u1", "a")), Orders.With(Unique("u2", "b")),
            "removed unique constraint 'u1' on 'orders' ('a')", "added unique constraint 'u2' on 'orders' ('b')");
    }

    [Fact]
    public void A_unique_index_that_a_revision_made_is_not_a_unique_constraint()
        => Assert.Equal(2, Compared(Index("x", "a") with { IsUnique = true }, isMadeByRevision: true).Changes.Count);

    [Fact]
    public void A_unique_index_that_no_revision_made_does_a_unique_constraints_work()
    {
        var diff = Compared(Index("x", "a") with { IsUnique = true }, isMadeByRevision: false);
        Assert.Empty(diff.Changes);
        Assert.Equal("x", Assert.Single(diff.IgnoredObjects).Name);
    }

    [Fact]
    public void An_index_that_is_more_than_unique_does_not()
    {
        Assert.Equal(
            2,
            Compared(Index("x", "a") with { IsUnique = true, Filter = new SqlExpression("a > 1") }, isMadeByRevision: false).Changes.Count);
        Assert.Equal(2, Compared(Index("x", "a"), isMadeByRevision: false).Changes.Count);
        Assert.Equal(2, Compared(Index("x", "b") with { IsUnique = true }, isMadeByRevision: false).Changes.Count);
        Assert.Equal(2, Compared(Index("x", "a") with { IsUnique = true, NullsDistinct = false }, isMadeByRevision: false).Changes.Count);
    }

    private static SchemaDiff Compared(TableIndex index, bool isMadeByRevision)
        => SchemaComparer.Compare(
            Db(Orders.With(index)),
            Db(Orders.With(Unique("x", "a"))),
            TestDialect.Rich,
            ComparisonOptions.Default with { IsMadeByRevision = (_, _) => isMadeByRevision });

    [Fact]
    public void What_the_model_cannot_say_of_a_unique_constraint_is_cosmetic()
    {
        Differences.Are(
            Orders.With(Unique("u", "a") with { Deferrability = Deferrability.InitiallyDeferred, NullsDistinct = false }),
            Orders.With(Unique("u", "a")),
            "~ setting that the model can't express: changed deferrability of unique constraint 'u' on 'orders': "
                + "initially deferred -> not deferrable",
            "~ setting that the model can't express: changed treatment of NULLs of unique constraint 'u' on 'orders': "
                + "not distinct -> distinct");
        Differences.Are(
            Orders.With(Unique("u", "a")),
            Orders.With(Unique("u", "a") with { Deferrability = Deferrability.InitiallyImmediate, NullsDistinct = false }),
            "changed deferrability of unique constraint 'u' on 'orders': not deferrable -> initially immediate",
            "changed treatment of NULLs of unique constraint 'u' on 'orders': distinct -> not distinct");
    }

    [Fact]
    public void Finds_added_removed_and_changed_checks()
    {
        Differences.Are(Orders, Orders.With(Check("c", "a > 0")), "added check constraint 'c' on 'orders': a > 0");
        Differences.Are(Orders.With(Check(null, "a > 0")), Orders, "removed check constraint on 'orders': a > 0");
        Differences.Are(
            Orders.With(Check("c", "a > 0")),
            Orders.With(Check("c", "a > 1")),
            "changed condition of check constraint 'c' on 'orders': a > 0 -> a > 1");
        Differences.Are(
            Orders.With(Check("c", "? > 0")), Orders.With(Check("c", "a > 1")),
            "~ can't tell: changed condition of check constraint 'c' on 'orders': ? > 0 -> a > 1");
    }

    [Fact]
    public void Checks_of_different_names_are_not_paired_when_their_expressions_cannot_be_compared()
        => Differences.Are(
            Orders.With(Check("c1", "?")), Orders.With(Check("c2", "a > 1")),
            "removed check constraint 'c1' on 'orders': ?", "added check constraint 'c2' on 'orders': a > 1");

    [Fact]
    public void A_constraint_that_is_not_validated_is_cosmetic()
    {
        Differences.Are(
            Orders.With(Check("c", "a > 0") with { IsValidated = false }), Orders.With(Check("c", "a > 0")),
            "~ constraint that is not validated: made check constraint 'c' on 'orders' validated");
        Differences.Are(
            Orders.With(Foreign("f", "a", "orders") with { IsValidated = false }), Orders.With(Foreign("f", "a", "orders")),
            "~ constraint that is not validated: made foreign key 'f' on 'orders' validated");
        Differences.Are(
            Orders.With(Check("c", "a > 0")), Orders.With(Check("c", "a > 0") with { IsValidated = false }),
            "made check constraint 'c' on 'orders' not validated");
    }

    [Fact]
    public void Each_constraint_is_paired_once()
        => Differences.Are(
            Orders.With(Foreign("f1", "a", "orders"), Foreign("f2", "a", "orders")), Orders.With(Foreign("f3", "a", "orders")),
            "~ constraint name: renamed foreign key 'f1' on 'orders' to 'f3'",
            "removed foreign key 'f2' on 'orders' ('a') to 'orders' ('id')");

    [Fact]
    public void A_constraint_that_a_revision_named_is_renamed_when_the_model_names_it_otherwise()
    {
        Renamed(Orders.Key("c", "id"), Orders.Key("d", "id"), "primary key");
        Renamed(Orders.With(Unique("c", "a")), Orders.With(Unique("d", "a")), "unique constraint");
        Renamed(Orders.With(Check("c", "a > 0")), Orders.With(Check("d", "a > 0")), "check constraint");
        Renamed(Orders.With(Foreign("c", "a", "orders")), Orders.With(Foreign("d", "a", "orders")), "foreign key");

        static void Renamed(Table live, Table model, string kind)
        {
            Differences.Are(Db(live), Db(model), Made, TestDialect.Rich, $"renamed {kind} 'c' on 'orders' to 'd'");
            Differences.Are(Db(live), Db(model), Made, TestDialect.Poor, $"~ constraint name: renamed {kind} 'c' on 'orders' to 'd'");
            Differences.Are(
                Db(model), Db(live), ComparisonOptions.Default with { IsMadeByRevision = (_, name) => name == "c" }, TestDialect.Rich,
                $"~ constraint name: renamed {kind} 'd' on 'orders' to 'c'");
        }
    }

    [Fact]
    public void A_name_that_only_one_side_has_is_cosmetic_whoever_gave_it()
    {
        Differences.Are(
            Db(Orders.Key("c", "id")),
            Db(Orders.Key(null, "id")),
            Made,
            TestDialect.Rich,
            "~ constraint name: removed the name of primary key 'c' on 'orders'");
        Differences.Are(
            Db(Orders.Key(null, "id")),
            Db(Orders.Key("c", "id")),
            Made,
            TestDialect.Rich,
            "~ constraint name: named primary key on 'orders' ('id') 'c'");
    }

    [Fact]
    public void A_constraint_whose_name_the_database_takes_for_the_wanted_one_is_altered()
    {
        Are(
            Orders.With(Unique("C", "a")),
            Orders.With(Unique("c", "b")),
            "changed columns of unique constraint 'C' on 'orders': 'a' -> 'b'");
        Are(
            Orders.With(Check("C", "a > 0")),
            Orders.With(Check("c", "a > 1")),
            "changed condition of check constraint 'C' on 'orders': a > 0 -> a > 1");
        Are(
            Orders.With(Foreign("C", "a", "orders")), Orders.With(Foreign("c", "b", "orders")),
            "changed columns of foreign key 'C' on 'orders': 'a' -> 'b'");

        static void Are(Table live, Table model, params IReadOnlyList<string> lines)
            => Differences.Are(Db(live), Db(model), ComparisonOptions.Default, TestDialect.Poor, lines);
    }

    [Fact]
    public void Constraints_are_not_paired_because_neither_has_a_name()
    {
        Differences.Are(
            Orders.With(Unique(null, "a")), Orders.With(Unique(null, "b")),
            "removed unique constraint on 'orders' ('a')", "added unique constraint on 'orders' ('b')");
        Differences.Are(
            Orders.With(Check(null, "a > 0")), Orders.With(Check(null, "a > 1")),
            "removed check constraint on 'orders': a > 0", "added check constraint on 'orders': a > 1");
        Differences.Are(
            Orders.With(Foreign(null, "a", "orders")), Orders.With(Foreign(null, "b", "orders")),
            "removed foreign key on 'orders' ('a') to 'orders' ('id')", "added foreign key on 'orders' ('b') to 'orders' ('id')");
    }

    [Fact]
    public void Of_several_that_resemble_the_first_in_order_is_taken()
    {
        var (cascade, setNull) =
            (Foreign(null, "a", "orders", ForeignKeyAction.Cascade), Foreign(null, "a", "orders", ForeignKeyAction.SetNull));
        foreach (var model in new[] { Orders.With(cascade, setNull), Orders.With(setNull, cascade) })
        {
            Differences.Are(
                Orders.With(Foreign(null, "a", "orders")),
                model,
                "changed ON DELETE of foreign key on 'orders' ('a') to 'orders' ('id'): NO ACTION -> CASCADE",
                "added foreign key on 'orders' ('a') to 'orders' ('id') ON DELETE SET NULL");
        }
    }

    [Fact]
    public void A_check_that_is_recreated_gets_the_target_name()
        => Differences.Are(
            Db(Orders.With(Check("c", "a > 0") with { IsValidated = false })), Db(Orders.With(Check("d", "a > 0"))),
            ComparisonOptions.Default with { Significant = [CosmeticDifferences.NotValidated] }, TestDialect.Rich,
            "renamed check constraint 'c' on 'orders' to 'd'", "made check constraint 'd' on 'orders' validated");

    [Fact]
    public void A_unique_constraint_that_is_recreated_gets_the_target_name()
        => Differences.Are(
            Db(Orders.With(Unique("c", "a") with { NullsDistinct = false })),
            Db(Orders.With(Unique("d", "a"))),
            ComparisonOptions.Default with { Significant = [CosmeticDifferences.NotExpressible] },
            TestDialect.Rich,
            "renamed unique constraint 'c' on 'orders' to 'd'",
            "changed treatment of NULLs of unique constraint 'd' on 'orders': not distinct -> distinct");

    [Theory]
    [MemberData(nameof(CosmeticOnes))]
    public void What_is_cosmetic_counts_when_strict(Table live, Table model, string line)
    {
        Differences.Are(live, model, line);
        Differences.Are(Db(live), Db(model), Strict, TestDialect.Rich, line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }

    public static TheoryData<Table, Table, string> CosmeticOnes => new()
    {
        { Orders.With(Index("i", "a")), Orders.With(Index("j", "a")), "~ index name: renamed index 'i' on 'orders' to 'j'" },
        {
            Orders.With(Foreign("f", "a", "orders", ForeignKeyAction.Restrict)), Orders.With(Foreign("f", "a", "orders")),
            "~ referential action: changed ON DELETE of foreign key 'f' on 'orders': RESTRICT -> NO ACTION"
        },
        {
            Orders.With(Unique("u", "a") with { NullsDistinct = false }), Orders.With(Unique("u", "a")),
            "~ setting that the model can't express: changed treatment of NULLs of unique constraint 'u' on 'orders': "
                + "not distinct -> distinct"
        },
        {
            Orders.With(Check("c", "a > 0") with { IsValidated = false }), Orders.With(Check("c", "a > 0")),
            "~ constraint that is not validated: made check constraint 'c' on 'orders' validated"
        },
    };

    private static ComparisonOptions Made
        => ComparisonOptions.Default with { IsMadeByRevision = (table, name) => (table.Name, name) == ("orders", "c") };
}
