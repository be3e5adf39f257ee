using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Torture.Fleets.Revisions;

/// <summary>
/// Three revisions of a tenant: one in a transaction, one with a backfill in batches, one with an index that is made concurrently. Each
/// writes its number into the tenant's table, so that what ran twice, or half, can be told afterwards.
/// </summary>
internal abstract class TenantRevision(int number) : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        if (number == 1)
        {
            op.Sql("CREATE TABLE ran (revision integer NOT NULL)");
            op.Sql("CREATE TABLE items (id integer NOT NULL PRIMARY KEY, n integer NOT NULL)");
            op.Sql("INSERT INTO items SELECT i, 0 FROM generate_series(1, 300) AS i");
        }

        op.Sql(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO ran VALUES ({number})"));
        if (number == 2)
            op.Backfill("items", "id", "n = n + 1", batchSize: 50);
        if (number == 3)
            op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY ix_items ON items (n)"));
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("Nobody goes back here.");
}

#pragma warning disable SA1402, SA1649, MA0048 // Three times the same.
[Revision("tenant000001")]
internal sealed class T1() : TenantRevision(1);

[Revision("tenant000002", Revises = "tenant000001")]
internal sealed class T2() : TenantRevision(2);

[Revision("tenant000003", Revises = "tenant000002")]
internal sealed class T3() : TenantRevision(3);
