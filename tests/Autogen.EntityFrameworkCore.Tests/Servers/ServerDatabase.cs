using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Scenarios.Databases;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

/// <summary>
/// A database that is reached by another way than directly, with two revisions: DDL and rows, and a backfill with a statement of its own
/// transaction.
/// </summary>
internal sealed class ServerDatabase : IAsyncDisposable
{
    private readonly PostgreSqlDatabase database;

    private ServerDatabase(PostgreSqlDatabase database) => this.database = database;

    /// <summary>The database itself.</summary>
    public string ConnectionString => database.ConnectionString;

    public static async Task<ServerDatabase> CreateAsync() => new(await PostgreSqlDatabase.CreateAsync());

    /// <summary>Upgrades over a connection string that is made of the database's.</summary>
    public async Task UpgradeAsync(Func<string, string> way)
    {
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE orders (id integer PRIMARY KEY, n integer NOT NULL)");
            op.Sql("INSERT INTO orders SELECT id, 0 FROM generate_series(1, 50) AS id");
        };
        Revisions.Second.Value = op =>
        {
            op.Backfill("orders", "id", "n = n + 1", batchSize: 10);
            op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY ix_orders_n ON orders (n)"));
        };
        await using var context = Open(way);
        await UpgraderOf(context).UpgradeAsync("head", CancellationToken.None);
    }

    /// <summary>Where the database is, over such a connection string.</summary>
    public async Task<string> CurrentAsync(Func<string, string> way)
    {
        await using var context = Open(way);
        return string.Join(",", await UpgraderOf(context).GetCurrentAsync(CancellationToken.None));
    }

    /// <summary>How many tables there are.</summary>
    public async Task<long> TablesAsync()
        => (long)(await database.ScalarAsync("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))!;

    /// <summary>How many rows were changed once.</summary>
    public async Task<long> RowsAsync() => (long)(await database.ScalarAsync("SELECT count(*) FROM orders WHERE n = 1"))!;

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Upgrader UpgraderOf(DbContext context)
        => new(context, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance);

    private DbContext Open(Func<string, string> way)
        => new(new DbContextOptionsBuilder().UseNpgsql(way(database.ConnectionString)).Options);
}
