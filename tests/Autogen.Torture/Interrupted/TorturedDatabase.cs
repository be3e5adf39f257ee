using System.Globalization;
using Autogen.Graph;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Torture.Interrupted;

/// <summary>A database of either kind that upgrades are interrupted on.</summary>
public sealed class TorturedDatabase : IAsyncDisposable
{
    private readonly string direct;
    private readonly IAsyncDisposable owner;

    private TorturedDatabase(string kind, string connection, string direct, IAsyncDisposable owner)
    {
        Kind = kind;
        Connection = connection;
        this.direct = direct;
        this.owner = owner;
    }

    /// <summary><c>pg</c> or <c>sqlite</c>.</summary>
    public string Kind { get; }

    /// <summary>The connection string for upgrades: through a pooler where there is one.</summary>
    public string Connection { get; }

    /// <summary>Makes one.</summary>
    public static async Task<TorturedDatabase> CreateAsync(string kind)
    {
        if (kind == "sqlite")
        {
            var sqlite = SqliteDatabase.Create();
            return new TorturedDatabase(kind, sqlite.ConnectionString, sqlite.ConnectionString, sqlite);
        }

        var postgres = await PostgreSqlDatabase.CreateAsync();
        return new TorturedDatabase(kind, Connections.For(postgres, Connections.Pooler), postgres.ConnectionString, postgres);
    }

    /// <summary>A PostgreSQL database that somebody else made, and drops.</summary>
    public static TorturedDatabase At(string connection) => new("pg", connection, connection, NoOwner.Instance);

    /// <summary>Upgrades a database to a target.</summary>
    /// <param name="kind"><c>pg</c> or <c>sqlite</c>.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="target">The target.</param>
    /// <param name="begun">Is told when everything is loaded and the database has been asked once.</param>
    /// <param name="done">Is told the id of each revision that is reported as done.</param>
    public static async Task UpgradeAsync(string kind, string connection, string target, Action? begun = null, Action<string>? done = null)
    {
        await using var context = Open(kind, connection);
        var options = new UpgradeOptions { LockTimeout = TimeSpan.FromMinutes(5) };
        var upgrader = new Upgrader(context, TorturedRevision.All, options, new Progress(done));
        await upgrader.GetCurrentAsync(CancellationToken.None);
        begun?.Invoke();
        await upgrader.UpgradeAsync(target, CancellationToken.None);
    }

    /// <summary>Where the database is: how many revisions it has, and whether the next one is half applied.</summary>
    public async Task<(int Revisions, bool IsBetween)> PositionAsync()
    {
        await using var context = Open(Kind, direct);
        var upgrader = new Upgrader(context, TorturedRevision.All, new UpgradeOptions(), SilentProgress.Instance);
        var current = await upgrader.GetCurrentAsync(CancellationToken.None);
        return (
            current.Count == 0 ? 0 : int.Parse(current.Single()[^4..], CultureInfo.InvariantCulture),
            await upgrader.GetUnfinishedAsync(CancellationToken.None) is not null);
    }

    /// <summary>The whole schema as text, without the upgrader's own tables.</summary>
    public async Task<string> SchemaAsync()
    {
        await using var context = Open(Kind, direct);
        await context.Database.OpenConnectionAsync();
        var schema = await AllDialects.ForProvider(context.Database.ProviderName).ReadAsync(
            context.Database.GetDbConnection(), CancellationToken.None);
        return Scenarios.Running.SchemaPrinter.Print(schema with
        {
            Tables = schema.Tables.Where(table => !table.Name.Name.StartsWith("autogen_", StringComparison.Ordinal)).ToEquatableList()
        });
    }

    /// <summary>What is wrong with the rows of a database that has so many revisions; <see langword="null"/> where nothing is.</summary>
    public async Task<string?> WrongRowsAsync(int revisions)
    {
        await using var context = Open(Kind, direct);
        await context.Database.OpenConnectionAsync();
        using var command = context.Database.GetDbConnection().CreateCommand();
        for (var number = 1; number <= revisions; number++)
        {
            var changes = TorturedRevision.HasBackfill(number) ? 2 : 1;
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT (SELECT count(*) FROM \"Data {number:00}\" WHERE n = {changes} AND note = 'done') || ' ' || (SELECT count(*) "
                    + $"FROM ledger WHERE revision = {number}) || ' ' || (SELECT count(*) FROM autogen_log "
                    + $"WHERE revision = 'tortured{number:0000}')");
            var found = Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            var expected = string.Create(CultureInfo.InvariantCulture, $"{TorturedRevision.Rows} 1 1");
            if (found != expected)
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"revision {number}: rows, times it ran, lines of the log are '{found}', not '{expected}'");
        }

        command.CommandText = "SELECT count(*) FROM ledger";
        return revisions > 0
            && Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) is var all
            && all != revisions
            ? $"the ledger has {all} lines"
            : null;
    }

    /// <summary>Runs a statement on the database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var context = Open(Kind, direct);
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => owner.DisposeAsync();

    private static DbContext Open(string kind, string connection)
    {
        var builder = new DbContextOptionsBuilder();
        return new((kind == "sqlite" ? builder.UseSqlite(connection) : builder.UseNpgsql(connection)).Options);
    }

    private sealed class Progress(Action<string>? done) : IUpgradeProgress
    {
        public void StepFinished(RevisionStep step, TimeSpan duration) => done?.Invoke(step.Node.Id);
    }

    private sealed class NoOwner : IAsyncDisposable
    {
        public static NoOwner Instance { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
