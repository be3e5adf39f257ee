using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

public class DeterminismTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_order_of_the_changes_does_not_matter(bool postgres)
    {
        var current = Database(
            Keyed("a", Column("x", "integer", true), Column("y")) with
            {
                Indexes = [Index("i1", "x"), Index("i2", "y")],
                UniqueConstraints = [new("u", ["x"])]
            },
            Keyed("b", Column("a_x", "integer", true)) with { ForeignKeys = [ForeignKey("f", "a_x", "a", "x")] },
            Keyed("gone", Column("g")));
        var target = Database(
            Keyed("a", Column("x", "bigint"), Column("z"), Column("w")) with
            {
                Indexes = [Index("i1", "z"), Index("i3", "w")],
                UniqueConstraints = [new("u", ["z"])]
            },
            Keyed("b2", Column("a_x", "integer", true)) with
            {
                PrimaryKey = new("pk_b", ["id"]),
                ForeignKeys = [ForeignKey("f", "a_x", "c")]
            },
            Keyed("c", Column("d", "integer", true)) with
            {
                ForeignKeys = [ForeignKey("f2", "d", "d")],
                SeedRows = [Row(1, ("d", null)), Row(2, ("d", null))]
            },
            Keyed("d", Column("c", "integer", true)) with { ForeignKeys = [ForeignKey("f3", "c", "c")] });
        var diff = TinyDiff.Of(current, target, "b=b2");
        string Plan(SchemaDiff some) => (postgres ? Operations.OnPostgreSql(some) : Operations.OnSqlite(some)).TextWithRisks();

        var expected = Plan(diff);
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            // The rows of one table come in the order of their keys, which is the diff's.
            var changes = diff.Changes.ToArray();
            random.Shuffle(changes);
            Assert.Equal(expected, Plan(diff with { Changes = changes.ToEquatableList() }));
        }
    }

    [Fact]
    public void A_cosmetic_difference_makes_no_operation()
    {
        var column = new Altered<Column>(
            ObjectKind.Column,
            new("a"),
            Column("x"),
            Column("x"),
            [new("Default", "''", null, Significance.Cosmetic, "left over", "left-over default")]);
        Assert.Empty(
            Operations.OnPostgreSql(new SchemaDiff(Database(Keyed("a", Column("x"))), Database(Keyed("a", Column("x"))), [column])));
    }

    [Fact]
    public void A_thousand_tables_in_a_chain_are_made_and_dropped_in_order()
    {
        var tables = Enumerable.Range(0, 1000).Select(i => Keyed($"t{999 - i:000}", Column("p", "integer")) with
        {
            ForeignKeys = i == 0 ? [] : [ForeignKey("fk", "p", $"t{1000 - i:000}")]
        });
        var schema = Database([.. tables]);
        Assert.Equal("CreateTable t999 (", Operations.OnPostgreSql(TinyDiff.Of(DatabaseSchema.Empty, schema)).Text()[..18]);
        Assert.Equal("DropTable t000\nDropTable t001", Operations.OnPostgreSql(TinyDiff.Back(DatabaseSchema.Empty, schema)).Text()[..29]);
    }
}
