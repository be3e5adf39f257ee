using Autogen.Scenarios.Databases;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>A database of either kind, with the revisions of one test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly IAsyncDisposable owner;

    private TestDatabase(IAsyncDisposable owner, Action<DbContextOptionsBuilder> configure)
    {
        this.owner = owner;
        Configure = configure;
        var builder = new DbContextOptionsBuilder();
        configure(builder);
        Options = builder.Options;
    }

    public DbContextOptions Options { get; }

    /// <summary>Chooses provider and database, for contexts of an application.</summary>
    public Action<DbContextOptionsBuilder> Configure { get; }

    public static async Task<TestDatabase> CreateAsync(string kind)
    {
        if (kind == "sqlite")
        {
            var sqlite = SqliteDatabase.Create();
            return new TestDatabase(sqlite, options => options.UseSqlite(sqlite.ConnectionString));
        }

        var postgres = await PostgreSqlDatabase.CreateAsync();
        return new TestDatabase(postgres, options => options.UseNpgsql(postgres.ConnectionString));
    }

    public async Task<IReadOnlyList<string>> UpgradeAsync(
        string target = "head",
        IUpgradeProgress? progress = null,
        UpgradeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        await using var context = new DbContext(Options);
        var upgrader = new Upgrader(context, Revisions.Set, options ?? new UpgradeOptions(), progress ?? SilentProgress.Instance);
        return [.. (await upgrader.UpgradeAsync(target, cancellationToken)).Select(step => step.Node.Id)];
    }

    public async Task<T> UseAsync<T>(Func<Upgrader, Task<T>> use, UpgradeOptions? options = null)
    {
        await using var context = new DbContext(Options);
        return await use(new Upgrader(context, Revisions.Set, options ?? new UpgradeOptions(), SilentProgress.Instance));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var context = new DbContext(Options);
        await context.Database.OpenConnectionAsync();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var context = new DbContext(Options);
        await context.Database.OpenConnectionAsync();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => owner.DisposeAsync();
}

/// <summary>The operations that the test which runs now wants; the revisions are classes, so they are found in the usual way.</summary>
internal static class Revisions
{
    public static AsyncLocal<Action<MigrationBuilder>?> First { get; } = new();

    public static AsyncLocal<Action<MigrationBuilder>?> Second { get; } = new();

    public static AsyncLocal<Action<MigrationBuilder>?> SecondDown { get; } = new();

    public static RevisionSet Set => RevisionSet.From(typeof(Revisions).Assembly, typeof(Revisions).Namespace!);
}

[Revision("first0000000")]
internal sealed class FirstRevision : Revision
{
    public override void Upgrade(MigrationBuilder op) => Revisions.First.Value?.Invoke(op);

    public override void Downgrade(MigrationBuilder op)
    {
    }
}

[Revision("second000000", Revises = "first0000000")]
internal sealed class SecondRevision : Revision
{
    public override void Upgrade(MigrationBuilder op) => Revisions.Second.Value?.Invoke(op);

    public override void Downgrade(MigrationBuilder op) => Revisions.SecondDown.Value?.Invoke(op);
}
