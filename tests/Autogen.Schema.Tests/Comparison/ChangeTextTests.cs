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

    [Fact]
    [Case("N11")]
    public void Line_of_an_index_says_all_that_it_guarantees()
    {
        var index = Index("ix", "a") with
        {
            IsUnique = true,
            Filter = new("b > 0"),
            Method = "gin",
            IncludedColumns = ["id"],
            NullsDistinct = false,
            StorageParameters = [new("fillfactor", "70")],
        };
        const string Text =
            "unique index 'ix' on 'orders' ('a') using gin including 'id' nulls not distinct where b > 0 with fillfactor = 70";
        Differences.Are(Orders.With(index), Orders, "removed " + Text);
        Differences.Are(Orders, Orders.With(index), "added " + Text);
        Differences.Are(
            Orders.With(index), Orders.With(index with { Filter = null }), "removed filter from unique index 'ix' on 'orders': b > 0");
    }

    [Fact]
    [Case("N11")]
    public void Line_of_a_constraint_says_all_that_it_guarantees()
    {
        var key = Foreign("f", "a", "orders") with
        {
            OnDelete = ForeignKeyAction.Cascade,
            OnUpdate = ForeignKeyAction.SetNull,
            Deferrability = Deferrability.InitiallyDeferred,
            IsEnforced = false,
        };
        Differences.Are(
            Orders.With(key),
            Orders,
            "removed foreign key 'f' on 'orders' ('a') to 'orders' ('id') ON DELETE CASCADE ON UPDATE SET NULL deferrable initially "
                + "deferred, not enforced");
        Differences.Are(
            Orders.With(Unique("u", "a") with { NullsDistinct = false, Deferrability = Deferrability.InitiallyImmediate }),
            Orders,
            "removed unique constraint 'u' on 'orders' ('a') nulls not distinct deferrable initially immediate");
        Differences.Are(
            Orders.With(Check("c", "a > 0") with { IsValidated = false }),
            Orders,
            "removed check constraint 'c' on 'orders': a > 0, not validated");
    }

    [Fact]
    [Case("N11")]
    public void Line_of_a_column_says_where_its_values_come_from()
    {
        Differences.Are(
            Orders,
            Plus(Col("n") with { Default = new("7"), Collation = new("C") }),
            "added column 'orders.n' integer NOT NULL, default 7, collate C");
        Differences.Are(
            Plus(Col("n").Generated("a + b")), Orders, "removed column 'orders.n' integer NOT NULL, computed: a + b stored");
        Differences.Are(
            Orders, Plus(Col("n").Identity(IdentityKind.Always)), "added column 'orders.n' integer NOT NULL, identity always");
    }

    [Theory]
    [Case("N11")]
    [InlineData("text", true, " text")]
    [InlineData("numeric(10,2)", false, " numeric(10,2) NOT NULL")]
    [InlineData("", true, "")]
    public void Column_that_is_added_or_removed_says_its_type(string type, bool isNullable, string text)
    {
        var column = Col("n", type) with { IsNullable = isNullable };
        Differences.Are(Orders, Plus(column), $"added column 'orders.n'{text}");
        Differences.Are(Plus(column), Orders, $"removed column 'orders.n'{text}");
    }

    [Fact]
    [Case("N8")]
    public void Row_has_no_line_where_only_its_column_is_dropped()
    {
        SeedRow Row(params SeedValue[] values) => new([new("id", "1")], [.. values]);
        var diff = SchemaComparer.Compare(
            Db(Table("t", Col("id"), Col("a"), Col("b")).With(Row(new("a", "'x'"), new("b", "'y'")))),
            Db(Table("t", Col("id"), Col("a")).With(Row(new SeedValue("a", "'x'")))),
            TestDialect.Rich,
            ComparisonOptions.Default);
        Assert.Equal("removed column 't.b' integer NOT NULL", Assert.Single(ChangeText.Lines(diff)).Text);
    }

    [Fact]
    [Case("N8")]
    public void Changes_of_a_table_are_listed_together()
    {
        var diff = SchemaComparer.Compare(
            Db(Table("a", Col("id")), Table("b", Col("id"))),
            Db(
                Table("a", Col("id"), Col("x")).With(Index("ia", "x")),
                Table("b", Col("id"), Col("y")).With(Index("ib", "y")),
                Table("aa", Col("id"))),
            TestDialect.Rich,
            ComparisonOptions.Default);
        Assert.Equal(["column a", "index a", "table aa", "column b", "index b"], ChangeText.Lines(diff).Select(
            line => $"{line.Kind} {line.Table ?? line.Name}"));
    }

    private static Table Plus(Column column) => Orders with { Columns = [.. Orders.Columns, column] };

    private static IEnumerable<ChangeLine> Lines(DatabaseSchema live, DatabaseSchema model, ComparisonOptions options)
        => SchemaComparer.Compare(live, model, TestDialect.Rich, options).Changes.SelectMany(ChangeText.Lines);
}
