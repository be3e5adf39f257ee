using System.Globalization;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Torture.Interrupted;

/// <summary>
/// One of twenty revisions. Each makes a table with rows, changes them by code and by SQL, and writes its number into a ledger, so that
/// whatever ran twice, or half, can be told afterwards.
/// Some run a backfill, or make an index while the table is in use; some rebuild a table (SQLite).
/// </summary>
internal abstract class TorturedRevision(int number) : Revision
{
    /// <summary>All twenty.</summary>
    public static RevisionSet All
        => RevisionSet.From(typeof(TorturedRevision).Assembly, typeof(TorturedRevision).Namespace!); // it is in one

    /// <summary>How many rows each table has.</summary>
    public const int Rows = 400;

    /// <summary>Whether revision <paramref name="number"/> has a backfill.</summary>
    public static bool HasBackfill(int number) => number % 4 == 0;

    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        var table = string.Create(CultureInfo.InvariantCulture, $"Data {number:00}");
        if (number == 1)
            op.Sql("CREATE TABLE ledger (revision integer NOT NULL)");
        op.CreateTable(
            table,
            columns => new { id = columns.Column<int>(), n = columns.Column<int>(), note = columns.Column<string>(nullable: true) },
            constraints: constraints => constraints.PrimaryKey("PK " + table, row => row.id));
        op.Sql(string.Create(
            CultureInfo.InvariantCulture,
            $"WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {Rows}) INSERT INTO \"{table}\" (id, "
                + $"n) SELECT i, 0 FROM numbers"));
        op.Run(async (connection, cancellationToken) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE \"{table}\" SET n = n + 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
        op.Sql("INSERT INTO ledger VALUES (@number)", new { number });
        if (HasBackfill(number))
            op.Backfill(table, "id", "n = n + 1", batchSize: 50);
        if (number % 5 == 0)
            op.Autocommit(inner => inner.Sql($"CREATE INDEX {(op.IsNpgsql() ? "CONCURRENTLY " : "")}\"IX {table}\" ON \"{table}\" (n)"));
        if (number % 3 == 0)
            op.AddCheckConstraint("CK " + table, table, "n >= 0");
        op.Sql($"UPDATE \"{table}\" SET note = 'done'");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("Nobody goes back here.");
}

#pragma warning disable SA1402, SA1649, MA0048 // Twenty times the same.
[Revision("tortured0001")]
internal sealed class R01() : TorturedRevision(1);

[Revision("tortured0002", Revises = "tortured0001")]
internal sealed class R02() : TorturedRevision(2);

[Revision("tortured0003", Revises = "tortured0002")]
internal sealed class R03() : TorturedRevision(3);

[Revision("tortured0004", Revises = "tortured0003")]
internal sealed class R04() : TorturedRevision(4);

[Revision("tortured0005", Revises = "tortured0004")]
internal sealed class R05() : TorturedRevision(5);

[Revision("tortured0006", Revises = "tortured0005")]
internal sealed class R06() : TorturedRevision(6);

[Revision("tortured0007", Revises = "tortured0006")]
internal sealed class R07() : TorturedRevision(7);

[Revision("tortured0008", Revises = "tortured0007")]
internal sealed class R08() : TorturedRevision(8);

[Revision("tortured0009", Revises = "tortured0008")]
internal sealed class R09() : TorturedRevision(9);

[Revision("tortured0010", Revises = "tortured0009")]
internal sealed class R10() : TorturedRevision(10);

[Revision("tortured0011", Revises = "tortured0010")]
internal sealed class R11() : TorturedRevision(11);

[Revision("tortured0012", Revises = "tortured0011")]
internal sealed class R12() : TorturedRevision(12);

[Revision("tortured0013", Revises = "tortured0012")]
internal sealed class R13() : TorturedRevision(13);

[Revision("tortured0014", Revises = "tortured0013")]
internal sealed class R14() : TorturedRevision(14);

[Revision("tortured0015", Revises = "tortured0014")]
internal sealed class R15() : TorturedRevision(15);

[Revision("tortured0016", Revises = "tortured0015")]
internal sealed class R16() : TorturedRevision(16);

[Revision("tortured0017", Revises = "tortured0016")]
internal sealed class R17() : TorturedRevision(17);

[Revision("tortured0018", Revises = "tortured0017")]
internal sealed class R18() : TorturedRevision(18);

[Revision("tortured0019", Revises = "tortured0018")]
internal sealed class R19() : TorturedRevision(19);

[Revision("tortured0020", Revises = "tortured0019")]
internal sealed class R20() : TorturedRevision(20);
