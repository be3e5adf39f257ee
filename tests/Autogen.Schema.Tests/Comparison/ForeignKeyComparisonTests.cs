using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class ForeignKeyComparisonTests
{
    private static readonly Table Orders = Table("orders", Col("id"), Col("a"), Col("b"));

    [Fact]
    public void Finds_added_removed_and_changed_foreign_keys()
    {
        Differences.Are(Orders, Orders.With(Foreign("f", "a", "orders")), "added foreign key 'f' on 'orders' ('a') to 'orders' ('id')");
        Differences.Are(Orders.With(Foreign("f", "a", "orders")), Orders, "removed foreign key 'f' on 'orders' ('a') to 'orders' ('id')");
        Differences.Are(
            Orders.With(Foreign("f", "a", "orders")), Orders.With(Foreign("f", "b", "s.customers") with { PrincipalColumns = ["key"] }),
            "changed columns of foreign key 'f' on 'orders': 'a' -> 'b'",
            "changed principal table of foreign key 'f' on 'orders': orders -> s.customers",
            "changed principal columns of foreign key 'f' on 'orders': 'id' -> 'key'");
    }

    [Theory]
    [InlineData(
        ForeignKeyAction.NoAction, ForeignKeyAction.Cascade, "changed ON DELETE of foreign key 'f' on 'orders': NO ACTION -> CASCADE")]
    [InlineData(
        ForeignKeyAction.Cascade, ForeignKeyAction.NoAction, "changed ON DELETE of foreign key 'f' on 'orders': CASCADE -> NO ACTION")]
    [InlineData(
        ForeignKeyAction.Restrict, ForeignKeyAction.SetNull, "changed ON DELETE of foreign key 'f' on 'orders': RESTRICT -> SET NULL")]
    [InlineData(
        ForeignKeyAction.SetDefault, ForeignKeyAction.SetNull, "changed ON DELETE of foreign key 'f' on 'orders': SET DEFAULT -> SET NULL")]
    [InlineData(
        ForeignKeyAction.Restrict,
        ForeignKeyAction.NoAction,
        "~ referential action: changed ON DELETE of foreign key 'f' on 'orders': RESTRICT -> NO ACTION")]
    [InlineData(
        ForeignKeyAction.NoAction,
        ForeignKeyAction.Restrict,
        "~ referential action: changed ON DELETE of foreign key 'f' on 'orders': NO ACTION -> RESTRICT")]
    public void Finds_another_action_on_delete(ForeignKeyAction live, ForeignKeyAction model, string line)
        => Differences.Are(Orders.With(Foreign("f", "a", "orders", live)), Orders.With(Foreign("f", "a", "orders", model)), line);

    [Fact]
    public void Restrict_and_no_action_differ_in_a_deferred_constraint()
        => Differences.Are(
            Orders.With(Foreign("f", "a", "orders", ForeignKeyAction.Restrict) with { Deferrability = Deferrability.InitiallyDeferred }),
            Orders.With(Foreign("f", "a", "orders") with { Deferrability = Deferrability.InitiallyDeferred }),
            "changed ON DELETE of foreign key 'f' on 'orders': RESTRICT -> NO ACTION");

    [Fact]
    public void Restrict_and_no_action_differ_in_a_constraint_that_becomes_deferred()
        => Differences.Are(
            Orders.With(Foreign("f", "a", "orders", ForeignKeyAction.Restrict)),
            Orders.With(Foreign("f", "a", "orders") with { Deferrability = Deferrability.InitiallyDeferred }),
            "changed ON DELETE of foreign key 'f' on 'orders': RESTRICT -> NO ACTION",
            "changed deferrability of foreign key 'f' on 'orders': not deferrable -> initially deferred");

    [Fact]
    public void What_the_model_cannot_say_of_a_foreign_key_is_cosmetic_and_stays()
    {
        var live = Foreign("f", "a", "orders") with
        {
            OnUpdate = ForeignKeyAction.Cascade,
            Deferrability = Deferrability.InitiallyDeferred
        };
        Differences.Are(
            Orders.With(live), Orders.With(Foreign("f", "a", "orders")),
            "~ setting that the model can't express: changed ON UPDATE of foreign key 'f' on 'orders': CASCADE -> NO ACTION",
            "~ setting that the model can't express: changed deferrability of foreign key 'f' on 'orders': "
                + "initially deferred -> not deferrable");
        var diff = SchemaComparer.Compare(
            Db(Orders.With(live)),
            Db(Orders.With(Foreign("f", "a", "orders", ForeignKeyAction.Cascade))),
            TestDialect.Rich,
            ComparisonOptions.Default);
        Assert.Equal(live with { OnDelete = ForeignKeyAction.Cascade }, Assert.IsType<Altered<ForeignKey>>(diff.Changes[0]).Target);
    }

    [Fact]
    public void What_the_model_says_of_on_update_and_deferrability_counts()
        => Differences.Are(
            Orders.With(Foreign("f", "a", "orders")),
            Orders.With(
                Foreign("f", "a", "orders") with { OnUpdate = ForeignKeyAction.Cascade, Deferrability = Deferrability.InitiallyDeferred }),
            "changed ON UPDATE of foreign key 'f' on 'orders': NO ACTION -> CASCADE",
            "changed deferrability of foreign key 'f' on 'orders': not deferrable -> initially deferred");

    [Fact]
    public void The_order_of_pairs_in_a_foreign_key_is_not_a_difference()
    {
        Differences.Are(Orders.With(Pair("f", "a", "b", "x", "y")), Orders.With(Pair("f", "b", "a", "y", "x")));
        Differences.Are(
            Orders.With(Pair("f", "a", "b", "x", "y")), Orders.With(Pair("f", "a", "b", "y", "x")),
            "changed principal columns of foreign key 'f' on 'orders': 'x', 'y' -> 'y', 'x'");

        static ForeignKey Pair(string name, string one, string two, string toOne, string toTwo)
            => new() { Name = name, Columns = [one, two], PrincipalTable = new ObjectName("orders"), PrincipalColumns = [toOne, toTwo] };
    }

    [Fact]
    public void Foreign_keys_without_a_name_are_paired_by_their_columns()
        => Differences.Are(
            Orders.With(Foreign(null, "a", "orders"), Foreign(null, "b", "orders")),
            Orders.With(Foreign("fa", "a", "orders"), Foreign("fb", "b", "orders", ForeignKeyAction.Cascade)),
            "~ constraint name: named foreign key on 'orders' ('a') to 'orders' ('id') 'fa'",
            "named foreign key on 'orders' ('b') to 'orders' ('id') 'fb'",
            "changed ON DELETE of foreign key 'fb' on 'orders': NO ACTION -> CASCADE");

    [Fact]
    public void Foreign_keys_of_other_names_are_one_only_with_the_same_columns_and_the_same_table()
    {
        Differences.Are(
            Orders.With(Foreign("f", "a", "orders")), Orders.With(Foreign("g", "b", "orders")),
            "removed foreign key 'f' on 'orders' ('a') to 'orders' ('id')", "added foreign key 'g' on 'orders' ('b') to 'orders' ('id')");
        Differences.Are(
            Orders.With(Foreign("f", "a", "orders")), Orders.With(Foreign("g", "a", "users")),
            "removed foreign key 'f' on 'orders' ('a') to 'orders' ('id')", "added foreign key 'g' on 'orders' ('a') to 'users' ('id')");
    }

    [Fact]
    public void Every_pair_of_a_foreign_key_counts()
    {
        var live = new ForeignKey
        {
            Name = "f",
            Columns = ["a", "b"],
            PrincipalTable = new ObjectName("orders"),
            PrincipalColumns = ["x", "y"]
        };
        Differences.Are(
            Orders.With(live), Orders.With(live with { PrincipalColumns = ["x", "z"] }),
            "changed principal columns of foreign key 'f' on 'orders': 'x', 'y' -> 'x', 'z'");
    }
}
