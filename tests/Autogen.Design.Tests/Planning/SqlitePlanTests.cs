using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Plans for SQLite: ordinary operations, those of one table next to one another, so that one rebuild serves them.</summary>
public class SqlitePlanTests
{
    [Fact]
    public void The_operations_of_one_table_are_adjacent()
    {
        var current = Database(
            Keyed("a", Column("gone", "TEXT"), Column("x", "TEXT", nullable: true)) with
            {
                Indexes = [Index("ix_a", "gone")],
                ForeignKeys = [ForeignKey("fk_a", "id", "b")]
            },
            Keyed("b", Column("y", "INTEGER")) with { CheckConstraints = [new("ck_b", new("y > 0"))] });
        var target = Database(
            Keyed("a", Column("x", "TEXT"), Column("c_id", "INTEGER", nullable: true)) with
            {
                Indexes = [Index("ix_c", "c_id")],
                ForeignKeys = [ForeignKey("fk_c", "c_id", "c")]
            },
            Keyed("b", Column("y", "TEXT") with { Comment = "not kept" }),
            Keyed("c"));
        Assert.Equal(
            """
            CreateTable c (id integer, primary key pk_c (id))
            DropIndex ix_a on a
            DropForeignKey fk_a on a
            DropColumn a.gone
            SQL: UPDATE "a" SET "x" = '' WHERE "x" IS NULL;
            AlterColumn a.x TEXT <- x TEXT null
            AddColumn a.c_id INTEGER null
            AddForeignKey a fk_c (c_id) -> c (id)
            CreateIndex ix_c on a (c_id)
            DropCheckConstraint ck_b on b
            AlterColumn b.y TEXT <- y INTEGER
            """,
            Operations.OnSqlite(TinyDiff.Of(current, target)).Text());
        Assert.Equal(
            """
            DropIndex ix_c on a
            DropForeignKey fk_c on a
            DropColumn a.c_id
            AddColumn a.gone TEXT default ''
            AlterColumn a.x TEXT null <- x TEXT
            AddForeignKey a fk_a (id) -> b (id)
            CreateIndex ix_a on a (gone)
            AlterColumn b.y INTEGER <- y TEXT
            AddCheckConstraint ck_b on b (y > 0)
            DropTable c
            """,
            Operations.OnSqlite(TinyDiff.Back(current, target)).Text());
    }

    [Fact]
    public void Tables_in_a_cycle_lose_their_foreign_keys_before_they_are_dropped()
    {
        var target = Database(
            Keyed("a", Column("b_id", "INTEGER", true)) with { ForeignKeys = [ForeignKey("fk_a_b", "b_id", "b")] },
            Keyed("b", Column("a_id", "INTEGER", true)) with { ForeignKeys = [ForeignKey("fk_b_a", "a_id", "a")] });
        Assert.Equal(
            """
            CreateTable a (id integer, b_id INTEGER null, primary key pk_a (id), foreign key fk_a_b (b_id) -> b (id))
            CreateTable b (id integer, a_id INTEGER null, primary key pk_b (id), foreign key fk_b_a (a_id) -> a (id))
            """,
            Operations.OnSqlite(TinyDiff.Of(DatabaseSchema.Empty, target)).Text());
        Assert.Equal(
            """
            DropForeignKey fk_a_b on a
            DropForeignKey fk_b_a on b
            DropTable a
            DropTable b
            """,
            Operations.OnSqlite(TinyDiff.Back(DatabaseSchema.Empty, target)).Text());
    }

    [Fact]
    public void A_rename_comes_first_so_that_a_rebuild_sees_one_name()
    {
        var current = Database(Keyed("old", Column("a", "TEXT"), Column("gone", "TEXT")));
        var target = Database(Keyed("new", Column("b", "INTEGER")) with { PrimaryKey = new("pk_old", ["id"]) });
        Assert.Equal(
            """
            RenameTable old -> new
            RenameColumn new.a -> b
            DropColumn new.gone
            AlterColumn new.b INTEGER <- b TEXT
            """,
            Operations.OnSqlite(TinyDiff.Of(current, target, "old=new", "old.a=b")).Text());
    }

    [Fact]
    public void A_rename_to_a_name_that_is_dropped_waits()
    {
        var current = Database(Keyed("old"), Keyed("taken"));
        var target = Database(
            Keyed("taken") with { PrimaryKey = new("pk_old", ["id"]), Columns = [Column("id", "integer"), Column("x", "TEXT", true)] });
        Assert.Equal(
            """
            DropTable taken
            RenameTable old -> taken
            AddColumn taken.x TEXT null
            """,
            Operations.OnSqlite(TinyDiff.OfPairs(current, target, ("old", "taken"))).Text());
    }

    [Fact]
    public void A_constraint_without_a_name_is_described_by_its_columns()
    {
        var current = Database(Keyed("a", Column("x", "INTEGER")) with
        {
            ForeignKeys = [ForeignKey("", "x", "a") with { Name = null }],
            CheckConstraints = [new(null, new("x > 0"))],
            UniqueConstraints = [new(null, ["x"])],
        });
        Assert.Equal(
            """
            DropForeignKey FK_a_a_x on a [Autogen:Columns = x]
            DropUniqueConstraint AK_a_x on a [Autogen:Columns = x]
            DropCheckConstraint CK_a_x > 0 on a [Autogen:Expression = x > 0]
            """,
            Operations.OnSqlite(TinyDiff.Of(current, Database(Keyed("a", Column("x", "INTEGER"))))).Text());
    }

    [Fact]
    public void AUTOINCREMENT_and_expression_indexes()
    {
        var target = Database(Table("t", Identity("id", IdentityKind.Autoincrement, "INTEGER"), Column("n", "TEXT")) with
        {
            PrimaryKey = new("pk", ["id"]),
            Indexes = [new()
            {
                Name = "ix",
                Parts = [new() { Expression = new("lower(n)"), IsDescending = true }, new() { Column = "n", Collation = new("NOCASE") }],
                Filter = new("n <> ''")
            }],
        });
        Assert.Equal(
            """
            CreateTable t (id INTEGER [Sqlite:Autoincrement = True], n TEXT, primary key pk (id))
            SQL: CREATE INDEX "ix" ON "t" ((lower(n)) DESC, "n" COLLATE "NOCASE") WHERE n <> '';
            """,
            Operations.OnSqlite(TinyDiff.Of(DatabaseSchema.Empty, target)).Text());
    }
}
