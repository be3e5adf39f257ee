using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class ChangeTextTests
{
    private static readonly Table Orders = Table("orders", Col("id"), Col("a"), Col("b"));

    [Fact]
    public void A_line_of_a_rename_is_renamed_for_programs_and_the_others_altered()
        => Assert.Equal(
            [
                ("renamed", "table", null, "purchases"), ("renamed", "column", "purchases", "amount"),
                ("altered", "column", "purchases", "amount")
            ],
            Lines(
                Db(Table("orders", Col("total"))),
                Db(Table("purchases", Col("amount", "text"))),
                Differences.Renaming("orders=purchases", "orders.total=amount"))
                .Select(line => (line.Action, line.Kind, line.Table, line.Name)));

    [Fact]
    public void A_constraint_without_a_name_has_an_empty_one_for_programs()
        => Assert.Equal(
            ("removed", "check constraint", "orders", ""),
            Assert.Single(
                Lines(Db(Orders.With(Check(null, "a > 0"))), Db(Orders), ComparisonOptions.Default).Select(
                    line => (line.Action, line.Kind, line.Table, line.Name))));

    [Fact]
    public void A_dropped_name_is_reported_with_its_constraint()
        => Differences.Are(
            Orders.Key("pk", "id"), Orders.Key(null, "id"), "~ constraint name: removed the name of primary key 'pk' on 'orders'");

    [Fact]
    public void What_has_no_value_any_more_is_removed()
        => Differences.Are(
            Orders.With(Index("ix", "a") with { IncludedColumns = ["b", "id"] }), Orders.With(Index("ix", "a")),
            "removed included columns from index 'ix' on 'orders': 'b', 'id'");

    [Fact]
    public void States_are_reported_in_both_directions()
    {
        Differences.Are(Orders, Orders with { IsUnlogged = true }, "made table 'orders' unlogged");
        Differences.Are(
            Orders.With(Index("ix", "a")), Orders.With(Index("ix", "a") with { IsValid = false }), "made index 'ix' on 'orders' invalid");
        Differences.Are(
            Orders.With(Index("ix", "a") with { IsUnique = true }),
            Orders.With(Index("ix", "a")),
            "made index 'ix' on 'orders' not unique");
        Differences.Are(
            Orders.With(Check("c", "a > 0") with { IsEnforced = false }),
            Orders.With(Check("c", "a > 0")),
            "made check constraint 'c' on 'orders' enforced");
        Differences.Are(
            Orders.With(Foreign("f", "a", "orders")), Orders.With(Foreign("f", "a", "orders") with { IsEnforced = false }),
            "made foreign key 'f' on 'orders' not enforced");
    }

    [Fact]
    public void A_row_of_a_key_of_several_columns_is_named_by_all()
        => Differences.Are(
            Orders, Orders.With(new SeedRow([new("id", "1"), new("a", "'x'")], [])), "added seed row (id = 1, a = 'x') of 'orders'");

    [Fact]
    public void No_storage_parameters_are_no_value_for_programs()
    {
        var facet = Assert.Single(
            Lines(
                Db(Orders),
                Db(Orders with { StorageParameters = [new("fillfactor", "70"), new("x", "1")] }),
                ComparisonOptions.Default)).Facet;
        Assert.Equal((null, "fillfactor = 70, x = 1"), (facet?.Current, facet?.Target));
    }

    private static IEnumerable<ChangeLine> Lines(DatabaseSchema live, DatabaseSchema model, ComparisonOptions options)
        => SchemaComparer.Compare(live, model, TestDialect.Rich, options).Changes.SelectMany(ChangeText.Lines);
}
