using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>How rows are written, and what is said of those that go.</summary>
public class SeedRowTests
{
    private static readonly Table Plain = Keyed("t", Column("v", nullable: true), Column("w", nullable: true));

    [Fact]
    public void Deleted_rows_are_counted()
    {
        AssertPlan(
            Plain with { SeedRows = [Row(1)] },
            Plain,
            "DeleteData t (id: integer) (1)\n  ! DataLoss: deletes 1 row of 't' that the model no longer has");
        AssertPlan(
            Plain with { SeedRows = [Row(1), Row(2)] },
            Plain,
            "DeleteData t (id: integer) (1), (2)\n  ! DataLoss: deletes 2 rows of 't' that the model no longer has");
    }

    [Fact]
    [Case("R13")]
    public void Operations_on_rows_hold_a_million_characters_at_most()
    {
        var rows = Enumerable.Range(1, 5).Select(id => Row(id, ("v", new string('x', 400_000)))).ToEquatableList();
        var plan = Operations.OnSqlite(TinyDiff.Of(Make.Database(Plain), Make.Database(Plain with { SeedRows = rows })));
        var inserts = plan.Select(planned => Assert.IsType<InsertDataOperation>(planned.Operation)).ToList();
        Assert.Equal([2, 2, 1], inserts.Select(insert => insert.Values.GetLength(0)));
        Assert.Equal(
            [1, 2, 3, 4, 5],
            inserts.SelectMany(insert => Enumerable.Range(0, insert.Values.GetLength(0)).Select(row => insert.Values[row, 0])).Cast<int>());
    }

    [Fact]
    public void Rows_that_are_known_by_their_literals_are_written_by_them()
    {
        AssertPlan(
            Plain with { SeedRows = [Read(1, "a"), Read(2, "b"), Row(3)] },
            Plain,
            """
            SQL: DELETE FROM "t" WHERE "id" = 1 AND "v" = 'a';
              ! DataLoss: deletes 2 rows of 't' that the model no longer has
            SQL: DELETE FROM "t" WHERE "id" = 2 AND "v" = 'b';
            DeleteData t (id: integer) (3)
              ! DataLoss: deletes 1 row of 't' that the model no longer has
            """);
        AssertPlan(
            Plain with { SeedRows = [Read(1, "a", ("w", "'x'"), ("n", "1"))] },
            Plain with { SeedRows = [Read(1, "a", ("w", "'y'"), ("n", "2"))] },
            "SQL: UPDATE \"t\" SET \"w\" = 'y', \"n\" = 2 WHERE \"id\" = 1 AND \"v\" = 'a';");
    }

    [Fact]
    public void One_value_that_is_no_value_of_the_framework_makes_SQL_of_all_rows_of_its_sort()
    {
        var odd = new SeedValue("v", "'odd'") { Value = new(DayOfWeek.Friday) };
        AssertPlan(
            Plain,
            Plain with { SeedRows = [Row(1, ("v", "a")), new([Value("id", 2)], [odd])] },
            "SQL: INSERT INTO \"t\" (\"id\", \"v\") VALUES (1, 'a'), (2, 'odd');");
        AssertPlan(
            Plain with { SeedRows = [Row(1, ("v", "b")), Row(2, ("v", "b"))] },
            Plain with { SeedRows = [Row(1, ("v", "a")), new([Value("id", 2)], [odd])] },
            "SQL: UPDATE \"t\" SET \"v\" = 'a' WHERE \"id\" = 1;\nSQL: "
                + "UPDATE \"t\" SET \"v\" = 'odd' WHERE \"id\" = 2;");
    }

    [Theory]
    [InlineData("-1.01:00:00", false)]
    [InlineData("-1.00:00:00", true)]
    public void An_interval_that_the_provider_misspells_is_SQL(string text, bool isValue)
    {
        var span = TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        AssertPlan(
            Plain,
            Plain with { SeedRows = [new([Value("id", 1)], [new("v", "'i'") { Value = new(span) }])] },
            isValue
                ? $"InsertData t (id, v: integer, text) (1, {text})"
                : "SQL: INSERT INTO \"t\" (\"id\", \"v\") VALUES (1, 'i');");
    }

    [Fact]
    public void A_missing_value_is_one_that_the_operation_can_say()
        => AssertPlan(
            Plain, Plain with { SeedRows = [new([Value("id", 1)], [new("v", "null")])] }, "InsertData t (id, v: integer, text) (1, null)");

    [Fact]
    public void A_number_that_the_database_always_gives_is_given_in_its_stead()
    {
        var table = Table("t", Identity("id", IdentityKind.Always), Column("v")) with { PrimaryKey = new("pk_t", ["v"]) };
        var (current, target) = (new SeedRow([Value("v", "a")], [Value("id", 1)]), new SeedRow([Value("v", "a")], [Value("id", 2)]));
        const string Count =
            "SQL: SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('\"t\"', 'id'), "
                + "GREATEST((SELECT pg_catalog.max(\"id\") FROM \"t\") OPERATOR(pg_catalog.+) 1, "
                + "pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('\"t\"', 'id'))), false);";
        AssertPlan(
            table,
            table with { SeedRows = [current] },
            "SQL: INSERT INTO \"t\" (\"v\", \"id\") OVERRIDING SYSTEM VALUE VALUES ('a', 1);\n" + Count);
        AssertPlan(
            table with { SeedRows = [current] },
            table with { SeedRows = [target] },
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "id" SET GENERATED BY DEFAULT;
            UpdateData t (v: text) (a) set (id: integer) (2)
            SQL: ALTER TABLE "t" ALTER COLUMN "id" SET GENERATED ALWAYS;
            """);
    }

    [Fact]
    public void A_counter_is_moved_for_the_columns_that_rows_give_numbers_to()
    {
        var table = Table("t", Column("k"), Identity("n", IdentityKind.ByDefault)) with { PrimaryKey = new("pk_t", ["k"]) };
        AssertPlan(table, table with { SeedRows = [new([Value("k", "a")], [])] }, "InsertData t (k: text) (a)");
        Assert.EndsWith(
            "pg_catalog.setval(pg_catalog.pg_get_serial_sequence('\"t\"', 'n'), GREATEST((SELECT pg_catalog.max(\"n\") "
                + "FROM \"t\") OPERATOR(pg_catalog.+) 1, "
            + "pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('\"t\"', 'n'))), false);",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(table), Database(table with { SeedRows = [new([Value("k", "a")], []), new([Value("k", "b")], [Value("n", 5)])] })))
                .Text(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "SQL",
            Operations.OnSqlite(TinyDiff.Of(Database(table), Database(table with { SeedRows = [new([Value("k", "b")], [Value("n", 5)])] })))
                .Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_computed_is_not_written()
    {
        var table = Keyed("t", Column("v"), Computed("c", "text", "lower(v)"));
        AssertPlan(
            table with { SeedRows = [Row(1, ("v", "a"), ("c", "a"))] },
            table with { SeedRows = [Row(1, ("v", "B"), ("c", "b")), Row(2, ("v", "X"), ("c", "x"))] },
            """
            InsertData t (id, v: integer, text) (2, X)
            UpdateData t (id: integer) (1) set (v: text) (B)
            """);
    }

    [Fact]
    public void Rows_can_exchange_unique_values()
    {
        var table = Plain with { UniqueConstraints = [new("uq", ["v"])], Indexes = [Index("ix_w", "w") with { IsUnique = true }] };
        AssertPlan(
            table with { SeedRows = [Row(1, ("v", "a"), ("w", "x")), Row(2, ("v", "b"), ("w", "y"))] },
            table with { SeedRows = [Row(1, ("v", "b"), ("w", "x")), Row(2, ("v", "a"), ("w", "z"))] },
            """
            DropUniqueConstraint uq on t
            UpdateData t (id: integer) (1) set (v: text) (b)
            UpdateData t (id: integer) (2) set (v, w: text, text) (a, z)
            AddUniqueConstraint uq on t (v)
              ! MayFail: fails if rows of 't' have equal values in (v)
              ! LongLock: locks table 't' while the index of 'uq' is built
            """);
    }

    [Theory]
    [InlineData("a", "b", "a", "update insert")]
    [InlineData("a", "b", "c", "insert update")]
    [InlineData("a", "a", "c", "insert")]
    public void A_value_is_given_up_before_a_new_row_takes_it(string old, string changed, string added, string expected)
    {
        var table = Plain with { UniqueConstraints = [new("uq", ["v"])] };
        Assert.Equal(
            expected,
            Order(
                table with { SeedRows = [Row(1, ("v", old))] }, table with { SeedRows = [Row(1, ("v", changed)), Row(2, ("v", added))] }));
    }

    [Fact]
    public void A_row_that_will_refer_to_a_new_one_waits_for_it()
    {
        var table = Keyed("t", Column("v"), Column("up", "integer", true)) with
        {
            UniqueConstraints = [new("uq", ["v"])],
            ForeignKeys = [ForeignKey("fk", "up", "t")]
        };
        Assert.Equal(
            "drop insert update add",
            Order(
                table with { SeedRows = [Row(1, ("v", "a"), ("up", null))] },
                table with { SeedRows = [Row(1, ("v", "b"), ("up", 2)), Row(2, ("v", "a"), ("up", null))] }));
        Assert.Equal(
            "update insert",
            Order(
                table with { SeedRows = [Row(1, ("v", "a"), ("up", null))] },
                table with { SeedRows = [Row(1, ("v", "b"), ("up", null)), Row(2, ("v", "a"), ("up", 1))] }));
    }

    [Fact]
    public void A_row_that_others_refer_to_is_deleted_last()
    {
        var table = Keyed("t", Column("up", "integer", true)) with { ForeignKeys = [ForeignKey("fk", "up", "t")] };
        var current = table with { SeedRows = [Row(1, ("up", 2)), Row(2, ("up", 3)), Row(3, ("up", null)), Row(4, ("up", null))] };
        AssertPlan(
            current,
            table with { SeedRows = [Row(1, ("up", null))] },
            """
            DeleteData t (id: integer) (4)
              ! DataLoss: deletes 1 row of 't' that the model no longer has
            UpdateData t (id: integer) (1) set (up: integer) (null)
            DeleteData t (id: integer) (2), (3)
              ! DataLoss: deletes 2 rows of 't' that the model no longer has
            """);
        var emptied = table with { ForeignKeys = [ForeignKey("fk", "up", "t") with { OnDelete = ForeignKeyAction.SetNull }] };
        Assert.Equal(
            "delete update", Order(emptied with { SeedRows = current.SeedRows }, emptied with { SeedRows = [Row(1, ("up", null))] }));
    }

    private static SeedRow Read(int id, string v, params (string Column, string Literal)[] values)
        => new(
            [new("id", $"{id}"), new("v", $"'{v}'")], values.Select(value => new SeedValue(value.Column, value.Literal)).ToEquatableList());

    private static string Order(Table current, Table target)
        => string.Join(
            ' ',
            Operations.OnPostgreSql(TinyDiff.Of(Database(current), Database(target))).Text().Split('\n').Select(line => line[..4] switch
        {
            "Drop" => "drop",
            "AddU" => "add",
            "Upda" => "update",
            "Inse" => "insert",
            "Dele" => "delete",
            _ => line,
        }));

    private static void AssertPlan(Table current, Table target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(Database(current), Database(target))).TextWithRisks());
}
