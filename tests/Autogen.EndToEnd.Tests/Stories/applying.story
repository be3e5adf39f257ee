# Revisions that are more than one transaction, what the log says of them, and a revision that was changed afterwards.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

# Rows as old migrations and EF Core's documentation write them: without types.
# case R3
@file Revisions/000000000001_rows.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>rows</summary>
[Revision("000000000001")]
public sealed class Rows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("CREATE TABLE things (id integer NOT NULL PRIMARY KEY, n integer NOT NULL)");
        op.Sql("WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 2499) INSERT INTO things SELECT x, 0 FROM i");
        op.InsertData(table: "things", columns: new[] { "id", "n" }, values: new object[,] { { 2500, 7 }, { 2501, 7 } });
        op.UpdateData(table: "things", keyColumn: "id", keyValue: 2500, column: "n", value: 0);
        op.DeleteData(table: "things", keyColumn: "id", keyValue: 2501);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.Sql("DROP TABLE things");
}
@end
@file Revisions/000000000002_filled.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>filled</summary>
[Revision("000000000002", Revises = "000000000001")]
public sealed class Filled : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.Backfill("things", "id", "n = n + 1");
        op.Autocommit(inner => inner.Sql("CREATE UNIQUE INDEX things_n ON things (n)"));
        op.Sql("UPDATE things SET n = n + @more", new { more = 10 });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.Sql("DROP INDEX things_n");
}
@end

# The index can't be made: what is done stays done.
$ dotnet autogen upgrade head
Running upgrade <base> -> <id>, rows ... done (<n> ms)
Running upgrade <id> -> <id>, filled ... 2500 rows of 'things' ...
error AG0029: Revision <id> (Shop.Revisions.Filled) failed in operation 2, Sql: …
…
  1 of the revision's 3 statements are done and stay; this one and what follows are not, and the version table says <id>. Put right what is wrong, and upgrade again: it goes on at this very statement.
=> 1

$ dotnet autogen status --no-build
[ ] <id> (head), filled
[X] <id> (current), rows
1 to apply: dotnet autogen upgrade head
warning: Revision <id> is half applied: 1 of its statements is done. 'dotnet autogen upgrade' resumes it.

$ dotnet autogen downgrade base --no-build
error AG0067: Revision <id> is half applied: 1 of its statements is done. Nothing else can run before it is complete: 'dotnet autogen upgrade <id>' resumes it. Or undo by hand what was done, and record the revision that the database is at then with 'dotnet autogen stamp'.
=> 1

# What follows may be put right in the file; what is done does not run again.
$ bash -c 'sed -i "s/CREATE UNIQUE INDEX/CREATE INDEX/" Revisions/000000000002_filled.cs'
$ dotnet autogen upgrade head --transaction-mode all
error AG0068: Revision <id> has statements that must run by themselves (op.Autocommit, op.Backfill), so the upgrade can't be one transaction. Nothing was done. Use --transaction-mode perRevision for it.
=> 1

$ dotnet autogen upgrade head --no-build
Running upgrade <id> -> <id>, filled ... done (<n> ms)

$ dotnet autogen sql 'SELECT n, count(*) AS rows FROM things GROUP BY n' --no-build
n  | rows
---+-----
11 | 2500
(1 row)

$ dotnet autogen history --log --no-build
…upgrade   <id>, filled (…)
…upgrade   <id>, rows (…)

# A revision that is changed after it was applied.
$ bash -c 'sed -i "s/more = 10/more = 20/" Revisions/000000000002_filled.cs'
$ dotnet autogen status
[X] <id> (head) (current), filled (changed since it was applied)
[X] <id>, rows
The database is up to date.
warning: Revision <id> (Revisions/<id>_filled.cs) was changed after it was applied: other databases will get something else. Give it back what it did, and put the change into a new revision.

$ dotnet autogen upgrade head --no-build
Nothing to do: the database is at <id>.
warning: Revision <id> (Revisions/<id>_filled.cs) was changed after it was applied: other databases will get something else. Give it back what it did, and put the change into a new revision.
