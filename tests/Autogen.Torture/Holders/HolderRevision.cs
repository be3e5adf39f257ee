using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Torture.Holders;

/// <summary>
/// Revisions of which each has another kind of work; <c>nap</c> makes the one slow that is said in the table <c>control</c>.
/// </summary>
internal abstract class HolderRevision(int number) : Revision
{
    /// <summary>How many rows there are.</summary>
    public const int Rows = 400;

    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        if (number == 1)
        {
            op.Sql("CREATE TABLE ledger (revision integer NOT NULL)");
            op.Sql("CREATE TABLE rows (id integer PRIMARY KEY, n integer NOT NULL)");
            op.Sql($"INSERT INTO rows SELECT id, 0 FROM generate_series(1, {Rows}) AS id");
        }

        op.Sql(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO ledger VALUES ({number})"));
        Work(op);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("Nobody goes back here.");

    /// <summary>What the revision does.</summary>
    protected virtual void Work(MigrationBuilder op)
    {
    }
}

#pragma warning disable SA1402, SA1649, MA0048 // They are one history.
[Revision("holder000001")]
internal sealed class H1() : HolderRevision(1);

[Revision("holder000002", Revises = "holder000001")]
internal sealed class H2() : HolderRevision(2)
{
    protected override void Work(MigrationBuilder op) => op.Sql("UPDATE rows SET n = n + 1 + nap('statement', id)");
}

[Revision("holder000003", Revises = "holder000002")]
internal sealed class H3() : HolderRevision(3)
{
    protected override void Work(MigrationBuilder op) => op.Backfill("rows", "id", "n = n + 1 + nap('backfill', id)", batchSize: 10);
}

[Revision("holder000004", Revises = "holder000003")]
internal sealed class H4() : HolderRevision(4)
{
    protected override void Work(MigrationBuilder op)
        => op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY ix_rows ON rows ((n + public.nap('index', id)))"));
}

[Revision("holder000005", Revises = "holder000004")]
internal sealed class H5() : HolderRevision(5)
{
    protected override void Work(MigrationBuilder op) => op.Sql("ALTER TABLE rows ADD note text");
}
