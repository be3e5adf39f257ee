using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>SQLite's rebuild keeps all that the revision does not change.</summary>
public class TableRebuildTests
{
    private const string Before =
        """
        CREATE TABLE parent (
            id INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, -- a comment, with a comma
            [odd "name"] TEXT COLLATE NOCASE CHECK (length([odd "name"]) < 100),
            n INTEGER NOT NULL DEFAULT (1 + 1),
            twice INTEGER AS (n * 2) STORED,
            gone TEXT,
            CONSTRAINT uq UNIQUE (n) ON CONFLICT REPLACE CHECK (n > 0)
        );
        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE);
        CREATE INDEX ix ON parent (n DESC) WHERE n > 5;
        CREATE TABLE trace (what TEXT);
        CREATE TRIGGER tr AFTER INSERT ON parent BEGIN INSERT INTO trace VALUES (new.n); END;
        CREATE VIEW v AS SELECT id, n FROM parent;
        INSERT INTO parent (id, n, gone) VALUES (1, 10, 'x'), (2, 20, 'y'), (9, 90, 'z');
        DELETE FROM parent WHERE id = 9;
        INSERT INTO child (parent_id) VALUES (1), (1), (2);
        """;

    [Fact]
    public async Task Everything_that_is_not_changed_stays()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(Before);
        Revisions.First.Value = op =>
        {
            op.DropColumn("gone", "parent");
            op.AlterColumn<string>("n", "parent", type: "BIGINT", nullable: false, defaultValueSql: "1 + 1");
            op.AddCheckConstraint("ck_new", "parent", "n < 1000");
        };
        await database.ExecuteAsync("PRAGMA foreign_keys = ON");
        await database.UpgradeAsync("first0000000");

        var sql = (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'parent'"))!;
        Assert.DoesNotContain("gone", sql, StringComparison.Ordinal);
        Assert.Contains("""[odd "name"] TEXT COLLATE NOCASE CHECK (length([odd "name"]) < 100)""", sql, StringComparison.Ordinal);
        Assert.Contains("CONSTRAINT uq UNIQUE (n) ON CONFLICT REPLACE", sql, StringComparison.Ordinal);
        Assert.Contains("CHECK (n > 0)", sql, StringComparison.Ordinal);
        Assert.Contains("twice INTEGER AS (n * 2) STORED", sql, StringComparison.Ordinal);
        Assert.Contains("n BIGINT", sql, StringComparison.Ordinal);
        Assert.Contains("ck_new", sql, StringComparison.Ordinal);
        Assert.Equal(3L, await database.ScalarAsync("SELECT count(*) FROM child"));
        Assert.Equal("1,2", await database.ScalarAsync("SELECT group_concat(id) FROM v"));
        Assert.Equal(
            "CREATE INDEX ix ON parent (n DESC) WHERE n > 5",
            await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'ix'"));
        Assert.Equal(40L, await database.ScalarAsync("SELECT twice FROM parent WHERE id = 2"));

        // The trigger lives, and a number that was used is not used again.
        await database.ExecuteAsync("INSERT INTO parent (n) VALUES (30)");
        Assert.Equal("30", await database.ScalarAsync("SELECT what FROM trace ORDER BY rowid DESC LIMIT 1"));
        Assert.Equal(10L, await database.ScalarAsync("SELECT max(id) FROM parent"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM sqlite_master WHERE name LIKE 'autogen_rebuild%'"));
    }

    [Fact]
    public async Task No_row_of_a_large_parent_and_of_what_cascades_from_it_is_lost()
    {
        const string Rows =
            "SELECT (SELECT count(*) || ' ' || sum(id) || ' ' || sum(n) || ' ' || sum(length(\"na me\")) FROM parent) || ' / ' || "
                + "(SELECT count(*) || ' ' || sum(id * parent_id) FROM child) || ' / ' || (SELECT count(*) FROM pair)";
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, "na me" TEXT NOT NULL, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE);
            CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
            CREATE TABLE pair (parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE, child_id INTEGER REFERENCES child (id) ON DELETE SET NULL, PRIMARY KEY (parent_id, child_id)) WITHOUT ROWID;
            WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 100000) INSERT INTO parent SELECT i * 3, i % 1000, 'name ' || i, CASE WHEN i > 1 THEN (i / 2) * 3 END FROM numbers;
            INSERT INTO child SELECT id, id FROM parent;
            INSERT INTO pair SELECT parent_id, id FROM child WHERE id % 2 = 0;
            CREATE VIEW v AS SELECT p.id, p.n, c.id AS child FROM parent p JOIN child c ON c.parent_id = p.id;
            CREATE VIEW vv AS SELECT count(*) AS number FROM v;
            CREATE TRIGGER on_parent AFTER DELETE ON parent BEGIN SELECT RAISE(ABORT, 'a row of the parent was deleted'); END;
            CREATE TRIGGER on_child AFTER UPDATE OF parent_id ON child BEGIN UPDATE parent SET n = n + 1 WHERE id = new.parent_id; END;
            """);
        var before = await database.ScalarAsync(Rows);
        Revisions.First.Value = op =>
        {
            op.AlterColumn<string>("na me", "parent", type: "TEXT", nullable: true);
            op.AddCheckConstraint("ck", "parent", "n < 100000");
            op.AddColumn<int>("z", "parent", type: "INTEGER", nullable: false, defaultValue: 5);
            op.AddUniqueConstraint("uq", "parent", ["id", "n"]);
        };
        await database.UpgradeAsync("first0000000");

        Assert.Equal(before, await database.ScalarAsync(Rows));
        Assert.Equal(100000L, await database.ScalarAsync("SELECT number FROM vv"));
        Assert.Equal(500000L, await database.ScalarAsync("SELECT sum(z) FROM parent"));

        // The triggers live, and the child's rows still fall with the parent's.
        await database.ExecuteAsync("UPDATE child SET parent_id = 3 WHERE id = 6");
        Assert.Equal(2L, await database.ScalarAsync("SELECT n FROM parent WHERE id = 3"));
        Assert.Contains(
            "a row of the parent was deleted",
            (await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
                () => database.ExecuteAsync("DELETE FROM parent WHERE id = 3"))).Message,
            StringComparison.Ordinal);
        await database.ExecuteAsync("DROP TRIGGER on_parent; PRAGMA foreign_keys = ON; DELETE FROM parent WHERE id = 300000");
        Assert.Equal(99999L, await database.ScalarAsync("SELECT count(*) FROM child"));
    }

    // As SQLite's own ALTER TABLE … DROP COLUMN does, which a rebuild takes the place of.
    [Theory]
    [InlineData("CREATE VIEW w AS SELECT id, gone FROM parent", "view 'w'", "no such column: gone")]
    [InlineData(
        "CREATE TRIGGER t1 AFTER INSERT ON parent BEGIN INSERT INTO trace VALUES (new.gone); END",
        "trigger 't1'",
        "no such column: new.gone")]
    [InlineData(
        "CREATE TRIGGER t1 AFTER DELETE ON child BEGIN UPDATE parent SET gone = NULL WHERE id = old.parent_id; END",
        "trigger 't1'",
        "no such column: gone")]
    [InlineData(
        "CREATE VIEW w AS SELECT id FROM child; CREATE TRIGGER t1 INSTEAD OF UPDATE ON W BEGIN UPDATE parent SET gone = NULL "
            + "WHERE id = old.id; END",
        "the UPDATE trigger of view 'w'",
        "no such column: gone")]
    public async Task A_view_or_a_trigger_that_could_not_be_run_any_more_is_a_refusal(string made, string what, string why)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync($"{Before}; {made}");
        Revisions.First.Value = op => op.DropColumn("gone", "parent");
        var refusal = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Contains(
            $"After revision first0000000 these would no longer run: {what} (", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM pragma_table_info('parent') WHERE name = 'gone'"));
    }

    [Fact]
    public async Task A_view_broken_before_or_recreated_by_the_revision_is_not_rejected()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            $"{Before}; CREATE VIEW ill AS SELECT x FROM nowhere; CREATE VIEW well AS SELECT gone FROM parent; "
                + "CREATE TRIGGER own INSTEAD OF DELETE ON v BEGIN DELETE FROM parent WHERE id = old.id; END");
        Revisions.First.Value = op =>
        {
            op.Sql("DROP VIEW well");
            op.DropColumn("gone", "parent");
            op.Sql("CREATE VIEW well AS SELECT n FROM parent");
            op.Sql("CREATE VIEW later AS SELECT x FROM not_yet");
            op.Sql("CREATE TRIGGER registered AFTER DELETE ON parent BEGIN SELECT function_of_the_application(); END");
        };
        await database.UpgradeAsync("first0000000");
        Assert.Equal(10L, await database.ScalarAsync("SELECT min(n) FROM well"));
    }

    // https://www.sqlite.org/pragma.html#pragma_schema_version: every statement that changes the schema counts.
    [Fact]
    public async Task Several_changes_of_one_table_are_one_rebuild()
    {
        var one = await StatementsAsync(op => op.AlterColumn<string>("a", "t", type: "CLOB", nullable: false, defaultValue: ""));
        var several = await StatementsAsync(op =>
        {
            op.AlterColumn<string>("a", "t", type: "TEXT", nullable: false, defaultValue: "");
            op.AddCheckConstraint("ck", "t", "a <> b");
            op.AddUniqueConstraint("uq", "t", "b");
            op.DropPrimaryKey("pk", "t");
            op.AddPrimaryKey("pk", "t", ["id", "a"]);
        });
        Assert.Equal(one, several);

        static async Task<long> StatementsAsync(Action<MigrationBuilder> changes)
        {
            await using var database = await TestDatabase.CreateAsync("sqlite");
            Revisions.First.Value = op => op.Sql("CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY, a TEXT, b TEXT)");
            Revisions.Second.Value = changes;
            await database.UpgradeAsync("first0000000");
            var before = (long)(await database.ScalarAsync("PRAGMA schema_version"))!;
            await database.UpgradeAsync();
            return (long)(await database.ScalarAsync("PRAGMA schema_version"))! - before;
        }
    }

    // A database that was taken over has constraints without names; one that the base revision made has them under names. A revision may be
    // written against the one and run on the other.
    [Theory]
    [InlineData("CREATE TABLE t (a TEXT UNIQUE, n INTEGER CHECK (n > 0), p INTEGER REFERENCES parents (id))", true)]
    [InlineData("CREATE TABLE t (a TEXT UNIQUE, n INTEGER CHECK (n > 0), p INTEGER REFERENCES parents (id))", false)]
    [InlineData(
        "CREATE TABLE t (a TEXT, n INTEGER, p INTEGER, CONSTRAINT \"AK_t_a\" UNIQUE (a), CONSTRAINT \"CK_t_n > 0\" CHECK (n > 0), "
            + "CONSTRAINT \"FK_t_parents_p\" FOREIGN KEY (p) REFERENCES parents (id))",
        true)]
    [InlineData(
        "CREATE TABLE t (a TEXT, n INTEGER, p INTEGER, CONSTRAINT \"AK_t_a\" UNIQUE (a), CONSTRAINT \"CK_t_n > 0\" CHECK (n > 0), "
            + "CONSTRAINT \"FK_t_parents_p\" FOREIGN KEY (p) REFERENCES parents (id))",
        false)]
    public async Task A_constraint_is_dropped_whether_the_database_or_a_revision_made_it(string table, bool isMeantByWhatItIs)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync($"CREATE TABLE parents (id INTEGER PRIMARY KEY); {table}");
        Revisions.First.Value = op =>
        {
            var unique = op.DropUniqueConstraint("AK_t_a", "t");
            var check = op.DropCheckConstraint("CK_t_n > 0", "t");
            var key = op.DropForeignKey("FK_t_parents_p", "t");
            if (!isMeantByWhatItIs)
                return;
            unique.Annotation("Autogen:Columns", new[] { "a" });
            check.Annotation("Autogen:Expression", "n > 0");
            key.Annotation("Autogen:Columns", new[] { "p" });
        };
        await database.UpgradeAsync("first0000000");
        var sql = (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 't'"))!;
        Assert.DoesNotMatch("UNIQUE|CHECK|REFERENCES", sql);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_key_under_another_name_numbers_rows_as_before(bool? target, bool expected)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            "CREATE TABLE t (Id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT); INSERT INTO t VALUES (7, 'x'); DELETE FROM t");
        Revisions.First.Value = op =>
        {
            op.DropPrimaryKey("pk", "t");
            if (target is not null)
                op.AlterColumn<int>("id", "t", type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", target);
            op.AddPrimaryKey("pk_t", "t", "id");
        };
        await database.UpgradeAsync("first0000000");
        Assert.Equal(expected, ((string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 't'"))!)
            .Contains("CONSTRAINT \"pk_t\" PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal));
        await database.ExecuteAsync("INSERT INTO t (a) VALUES ('y')");
        Assert.Equal(expected ? 8L : 1L, await database.ScalarAsync("SELECT id FROM t"));
    }

    [Fact]
    public async Task A_table_without_rowid_stays_one_and_rowids_of_others_stay()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            "CREATE TABLE w (k TEXT PRIMARY KEY, a TEXT, b TEXT) WITHOUT ROWID; CREATE TABLE r (a TEXT, b TEXT); "
                + "INSERT INTO r (rowid, a) VALUES (42, 'x'); INSERT INTO w VALUES ('k', 'a', 'b')");
        Revisions.First.Value = op =>
        {
            op.DropColumn("b", "w");
            op.DropColumn("b", "r");
        };
        await database.UpgradeAsync("first0000000");
        Assert.EndsWith(
            "WITHOUT ROWID",
            (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'w'"))!,
            StringComparison.Ordinal);
        Assert.Equal(42L, await database.ScalarAsync("SELECT rowid FROM r"));
    }

    [Fact]
    public async Task A_row_that_would_refer_to_nothing_is_found_before_the_commit()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p_id INTEGER); INSERT INTO c VALUES (7)");
        Revisions.First.Value = op => op.AddForeignKey("fk", "c", "p_id", "p", principalColumn: "id");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Equal(ErrorCode.ForeignKeyViolated, refused.Code);
        Assert.DoesNotContain(
            "REFERENCES",
            (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'c'"))!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_constraint_is_reported()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER)");
        Revisions.First.Value = op => op.DropCheckConstraint("nowhere", "t");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Contains("Table 't' has no check constraint 'nowhere'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_column_without_a_default_is_added_to_an_empty_table()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Revisions.First.Value = op => op.AddColumn<string>("name", "t", type: "TEXT", nullable: false);
        await database.UpgradeAsync("first0000000");
        Assert.Equal(
            1L, await database.ScalarAsync("SELECT \"notnull\" FROM pragma_table_info('t') WHERE name = 'name' AND dflt_value IS NULL"));
    }

    [Fact]
    public async Task An_index_is_renamed_with_all_that_it_is()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (a TEXT); CREATE UNIQUE INDEX \"old ix\" ON t (a COLLATE NOCASE DESC) WHERE a <> ''");
        Revisions.First.Value = op => op.RenameIndex("old ix", "new \"ix\"", "t");
        await database.UpgradeAsync("first0000000");
        Assert.Equal(
            "CREATE UNIQUE INDEX \"new \"\"ix\"\"\" ON t (a COLLATE NOCASE DESC) WHERE a <> ''",
            await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE type = 'index'"));
    }

    [Theory]
    [InlineData("RESTRICT")]
    [InlineData("CASCADE")]
    [InlineData("NO ACTION")]
    public async Task A_table_is_dropped_whatever_its_rows_refer_to(string action)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            $"""
            CREATE TABLE tree (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES tree (id) ON DELETE {action});
            INSERT INTO tree VALUES (1, NULL), (2, 1), (3, 2);
            """);
        Revisions.First.Value = op => op.DropTable("tree");
        await database.UpgradeAsync("first0000000");
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM sqlite_master WHERE name = 'tree'"));
    }

    [Fact]
    public async Task A_table_that_rows_of_another_refer_to_is_not_dropped()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE);
            INSERT INTO parent VALUES (1);
            INSERT INTO child VALUES (5, 1);
            """);
        Revisions.First.Value = op => op.DropTable("parent");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Equal(ErrorCode.ForeignKeyViolated, refused.Code);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM child JOIN parent ON parent.id = parent_id"));
    }
}
