using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Two schemas in, the list of operations out, there and back.</summary>
public class PlanTextTests
{
    [Fact]
    public void A_new_table_brings_all_that_is_its()
        => Both(
            DatabaseSchema.Empty,
            Database(
                Keyed("customers"),
                Table(
                    "sales.orders",
                    Identity("id", IdentityKind.ByDefault),
                    Column("customer_id", "integer"),
                    Column("total", "numeric(18,2)", value: "0.0")) with
                {
                    PrimaryKey = new("pk_orders", ["id"]),
                    UniqueConstraints = [new("ak", ["total"])],
                    CheckConstraints = [new("ck", new("total >= 0"))],
                    ForeignKeys = [ForeignKey("fk", "customer_id", "customers") with { OnDelete = ForeignKeyAction.Cascade }],
                    Indexes = [Index("ix", "customer_id")],
                    SeedRows = [Row(1, ("customer_id", 1)), Row(2, ("customer_id", 1)), Row(3, ("total", 5))],
                    Comment = "all of them",
                }) with
            { Schemas = ["sales"] },
            """
            EnsureSchema sales
            CreateTable customers (id integer, primary key pk_customers (id))
            CreateTable sales.orders (id integer [Npgsql:ValueGenerationStrategy = IdentityByDefaultColumn], customer_id integer, total numeric(18,2) default 0.0, primary key pk_orders (id), unique ak (total), check ck (total >= 0), foreign key fk (customer_id) -> customers (id) on delete Cascade)
            InsertData sales.orders (id, customer_id: integer, integer) (1, 1), (2, 1)
            InsertData sales.orders (id, total: integer, numeric(18,2)) (3, 5)
            SQL: SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"sales"."orders"', 'id'), GREATEST((SELECT pg_catalog.max("id") FROM "sales"."orders") OPERATOR(pg_catalog.+) 1, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('"sales"."orders"', 'id'))), false);
            CreateIndex ix on sales.orders (customer_id)
            """,
            """
            DropTable sales.orders
            DropTable customers
            DropSchema sales
            """);

    [Fact]
    public void A_constraint_that_is_not_enforced_is_recreated()
        => Both(
            Database(
                Keyed("a"),
                Keyed("b", Column("a_id", "integer")) with
                {
                    CheckConstraints = [new("ck", new("a_id > 0")) { IsEnforced = false }],
                    ForeignKeys = [ForeignKey("fk", "a_id", "a") with { IsEnforced = false }],
                }),
            Database(
                Keyed("a"),
                Keyed("b", Column("a_id", "integer")) with
                {
                    CheckConstraints = [new("ck", new("a_id > 0"))],
                    ForeignKeys = [ForeignKey("fk", "a_id", "a")]
                }),
            """
            DropForeignKey fk on b
            DropCheckConstraint ck on b
            AddCheckConstraint ck on b (a_id > 0)
            AddForeignKey b fk (a_id) -> a (id)
            """,
            """
            DropForeignKey fk on b
            DropCheckConstraint ck on b
            SQL: ALTER TABLE "b" ADD CONSTRAINT "ck" CHECK (a_id > 0) NOT ENFORCED;
            SQL: ALTER TABLE "b" ADD CONSTRAINT "fk" FOREIGN KEY ("a_id") REFERENCES "a" ("id") NOT ENFORCED;
            """);

    [Fact]
    public void Keys_checks_indexes_and_foreign_keys_come_in_the_order_in_which_they_can()
        => Both(
            Database(Keyed("a", Column("x", "integer")), Keyed("b", Column("a_x", "integer"))),
            Database(
                Keyed("a", Column("x", "integer")) with
                {
                    UniqueConstraints = [new("uq", ["x"])],
                    CheckConstraints = [new("ck", new("x > 0"))]
                },
                Keyed("b", Column("a_x", "integer")) with
                {
                    ForeignKeys = [ForeignKey("fk", "a_x", "a", "x")],
                    Indexes = [new()
                    {
                        Name = "ix",
                        Parts = [new() { Column = "a_x", IsDescending = true }],
                        IsUnique = true,
                        Filter = new("a_x > 0")
                    }],
                }),
            """
            AddUniqueConstraint uq on a (x)
            AddCheckConstraint ck on a (x > 0)
            CreateIndex unique ix on b (a_x desc) where a_x > 0
            AddForeignKey b fk (a_x) -> a (x)
            """,
            """
            DropForeignKey fk on b
            DropIndex ix on b
            DropUniqueConstraint uq on a
            DropCheckConstraint ck on a
            """);

    [Fact]
    public void Renames_come_after_drops_and_before_the_rest()
        => Both(
            Database(Keyed("old", Column("a"), Column("gone")) with
            {
                Indexes = [Index("ix_old", "a")],
                CheckConstraints = [new("ck", new("gone <> ''"))]
            }),
            Database(
                Keyed("new", Column("b"), Column("come")) with { Indexes = [Index("ix_new", "b")], PrimaryKey = new("pk_old", ["id"]) }),
            """
            DropIndex ix_old on old
            DropCheckConstraint ck on old
            DropColumn old.gone
            RenameTable old -> new
            RenameColumn new.a -> b
            AddColumn new.come text default ''
            AlterColumn new.come text <- come text default ''
            CreateIndex ix_new on new (b)
            """,
            """
            DropIndex ix_new on new
            DropColumn new.come
            RenameTable new -> old
            RenameColumn old.b -> a
            AddColumn old.gone text default ''
            AlterColumn old.gone text <- gone text default ''
            AddCheckConstraint ck on old (gone <> '')
            CreateIndex ix_old on old (a)
            """,
            "old=new",
            "old.a=b");

    [Fact]
    public void Columns_are_added_in_the_order_of_the_table_and_altered_in_place()
        => Both(
            Database(Keyed("t", Column("x", "integer", nullable: true) with { Comment = "c" })),
            Database(Keyed(
                "t",
                Column("z", nullable: true),
                Column("a", "integer", value: "5"),
                Column("x", "bigint", value: "7") with { Comment = "d" },
                Computed("c", "integer", "a + 1"))),
            """
            AddColumn t.z text null
            AddColumn t.a integer default 5
            SQL: UPDATE "t" SET "x" = 7 WHERE "x" IS NULL;
            AlterColumn t.x bigint default 7 'd' <- x integer null 'c'
            AddColumn t.c integer null as a + 1 stored
            """,
            """
            DropColumn t.c
            DropColumn t.a
            DropColumn t.z
            SQL: ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
            SQL: ALTER TABLE "t" ALTER COLUMN "x" TYPE integer USING "x"::text::integer;
            AlterColumn t.x integer null 'c' <- x integer 'd'
            """);

    [Fact]
    public void Types_sequences_and_extensions_come_first_and_go_last()
        => Both(
            Database(Keyed("t")),
            Database(Keyed("t", Column("m", "mood", value: "'a'"), Column("n", "bigint", value: "nextval('s')"))) with
            {
                EnumTypes = [new(new("mood"), ["a", "b"]), new(new("odd"), ["a,b"])],
                Extensions = [new("citext"), new("ltree") { Schema = new("ext"), Version = new("1.2") }],
                Sequences = [new(new("s"), "integer", new() { Increment = 2, Minimum = 10 })],
            },
            """
            AlterDatabase [Npgsql:PostgresExtension:citext = ,,] <-
            AlterDatabase [Npgsql:PostgresExtension:ext.ltree = ,,1.2] <-
            AlterDatabase [Npgsql:Enum:mood = a,b] <-
            SQL: CREATE TYPE "odd" AS ENUM ('a,b');
            CreateSequence s Int32 start 10 by 2 10..
            AddColumn t.m mood default 'a'
            AddColumn t.n bigint default nextval('s')
            """,
            """
            DropColumn t.m
            DropColumn t.n
            DropSequence s
            AlterDatabase <- [Npgsql:Enum:mood = a,b]
            SQL: DROP TYPE "odd";
            SQL: DROP EXTENSION "citext";
            SQL: DROP EXTENSION "ltree";
            """);

    [Fact]
    public void Rows_are_deleted_from_children_first_and_inserted_into_parents_first()
        => Both(
            Database(
                Keyed("a", Column("b_id", "integer")) with
                {
                    ForeignKeys = [ForeignKey("fk", "b_id", "b")],
                    SeedRows = [Row(1, ("b_id", 1)), Row(2, ("b_id", 1))]
                },
                Keyed("b", Column("name")) with { SeedRows = [Row(1, ("name", "one"))] }),
            Database(
                Keyed("a", Column("b_id", "integer")) with
                {
                    ForeignKeys = [ForeignKey("fk", "b_id", "b")],
                    SeedRows = [Row(3, ("b_id", 2))]
                },
                Keyed("b", Column("name")) with { SeedRows = [Row(1, ("name", "new")), Row(2, ("name", "two"))] }),
            """
            DeleteData a (id: integer) (1), (2)
            InsertData b (id, name: integer, text) (2, two)
            InsertData a (id, b_id: integer, integer) (3, 2)
            UpdateData b (id: integer) (1) set (name: text) (new)
            """,
            """
            DeleteData a (id: integer) (3)
            DeleteData b (id: integer) (2)
            InsertData a (id, b_id: integer, integer) (1, 1), (2, 1)
            UpdateData b (id: integer) (1) set (name: text) (one)
            """);

    [Fact]
    public void A_row_that_was_read_is_written_by_its_literals()
    {
        var row = new SeedRow([new("id", "1")], [new("name", "'it''s'"), new("x", "NULL")]);
        Assert.Equal(
            "SQL: INSERT INTO \"t\" (\"id\", \"name\", \"x\") VALUES (1, 'it''s', NULL);",
            Operations.OnPostgreSql(
                TinyDiff.Of(Database(Keyed("t", Column("name"))), Database(Keyed("t", Column("name")) with { SeedRows = [row] })))
                .Text());
    }

    [Fact]
    public void A_table_is_altered_by_one_operation()
        => Both(
            Database(Keyed("t") with { Comment = "a", StorageParameters = [new("fillfactor", "70")] }),
            Database(Keyed("t") with { Comment = "b", StorageParameters = [new("autovacuum_enabled", "false")], IsUnlogged = true }),
            """
            AlterTable t 'b' [Npgsql:StorageParameter:autovacuum_enabled = False] [Npgsql:UnloggedTable = True] <- 'a' [Npgsql:StorageParameter:fillfactor = 70]
            """,
            """
            AlterTable t 'a' [Npgsql:StorageParameter:fillfactor = 70] <- 'b' [Npgsql:StorageParameter:autovacuum_enabled = False] [Npgsql:UnloggedTable = True]
            """);

    [Fact]
    public void What_plug_ins_say_is_carried_to_what_is_made_and_never_twice()
    {
        var annotations = new Hint<EquatableList<Annotation>>(
            [new("Npgsql:Compression:", "lz4"), new("Npgsql:TsVectorConfig", "english"), new("Npgsql:IndexMethod", "gin")]);
        var table = Keyed("t", Column("a") with { Annotations = annotations }) with
        {
            Indexes = [Index("ix", "a") with { Method = "gin", Annotations = annotations }],
            Annotations = annotations
        };
        Assert.Equal(
            """
            CreateTable t (id integer, a text [Npgsql:Compression: = lz4] [Npgsql:IndexMethod = gin], primary key pk_t (id)) [Npgsql:Compression: = lz4] [Npgsql:IndexMethod = gin]
            CreateIndex ix on t (a) [Npgsql:Compression: = lz4] [Npgsql:IndexMethod = gin]
            """,
            Operations.OnPostgreSql(TinyDiff.Of(DatabaseSchema.Empty, Database(table))).Text());
    }

    [Fact]
    public void Values_of_the_framework_are_values_and_others_are_SQL()
    {
        static Column With(string name, string type, object value)
            => Column(name, type) with { Default = new SqlExpression("'sql'") { Value = new(value) } };
        var table = Table(
            "t",
            With("a", "text", "x"),
            With("b", "integer", 5),
            With("c", "mood", "ok"),
            With("d", "jsonb", ""),
            With("e", "integer", DayOfWeek.Friday),
            With("f", "integer[]", new[] { 1 }));
        Assert.Equal(
            "CreateTable t (a text value x, b integer value 5, c mood default 'sql', d jsonb default 'sql', e integer default 'sql', f "
                + "integer[] default 'sql')",
            Operations.OnPostgreSql(
                TinyDiff.Of(Database(), Database(table) with { EnumTypes = [new(new("mood"), ["ok"])] })).Text().Split('\n')[^1]);
    }

    private static void Both(DatabaseSchema current, DatabaseSchema target, string upgrade, string downgrade, params string[] renames)
    {
        Assert.Equal(upgrade, Operations.OnPostgreSql(TinyDiff.Of(current, target, renames)).Text());
        Assert.Equal(downgrade, Operations.OnPostgreSql(TinyDiff.Back(current, target, renames)).Text());
    }
}
