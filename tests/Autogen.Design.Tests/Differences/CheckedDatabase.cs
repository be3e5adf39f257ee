using Autogen.Commands;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Differences;

/// <summary>A database without revisions that a model is checked against, by the engine's commands.</summary>
internal sealed class CheckedDatabase : IAsyncDisposable
{
    private static readonly ProjectRequest project = new() { ToolVersion = "", Assembly = "", StartupAssembly = "" };
    private readonly IAsyncDisposable database;
    private readonly Func<string, Task> execute;
    private readonly List<HostEvent> events = [];

    private CheckedDatabase(IAsyncDisposable database, DbContextOptions options, Func<string, Task> execute)
        => (this.database, Options, this.execute) = (database, options, execute);

    public DbContextOptions Options { get; }

    /// <summary>The same database, in sessions that may not write.</summary>
    public DbContextOptions ReadOnlyOptions { get; private init; } = new DbContextOptionsBuilder().Options;

    /// <summary>The warnings of the last command.</summary>
    public IEnumerable<string> Warnings => events.OfType<LogEvent>().Where(log => log.Level == "warning").Select(log => log.Text);

    public static async Task<CheckedDatabase> CreateAsync(string provider)
    {
        if (provider == "sqlite")
        {
            var sqlite = SqliteDatabase.Create();
            return new(sqlite, new DbContextOptionsBuilder().UseSqlite(sqlite.ConnectionString).Options, sqlite.ExecuteAsync);
        }

        var postgres = await PostgreSqlDatabase.CreateAsync();
        return new(postgres, new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString).Options, postgres.ExecuteAsync)
        {
            ReadOnlyOptions = new DbContextOptionsBuilder()
                .UseNpgsql(postgres.ConnectionString + ";Options=-c default_transaction_read_only=on").Options,
        };
    }

    public Task ExecuteAsync(string sql) => execute(sql);

    /// <summary><c>check</c>, or <c>diff</c>.</summary>
    public async Task<(int ExitCode, DiffResult Result)> CheckAsync(
        Action<ModelBuilder> model, HostSettings? settings = null, string command = "check", bool strict = false, bool readOnly = false)
    {
        var asked = project with { Settings = settings ?? new() };
        HostRequest request = command == "diff"
            ? new DiffRequest { Project = asked }
            : new CheckRequest { Project = asked, Strict = strict };
        var (exitCode, result) = await RunAsync(model, request, readOnly);
        return (exitCode, (DiffResult)result);
    }

    /// <summary><c>revision --autogenerate</c>.</summary>
    public async Task<RevisionResult> ReviseAsync(Action<ModelBuilder> model)
        => (RevisionResult)(await RunAsync(model, new RevisionRequest
        {
            Project = project,
            File = new NewFile { Namespace = "Checked.Revisions", Message = "a message" },
        })).Result;

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<(int ExitCode, CommandResult Result)> RunAsync(
        Action<ModelBuilder> model, HostRequest request, bool readOnly = false)
    {
        events.Clear();
        var revisions = RevisionSet.From(typeof(Autogenerate).Assembly);
        await using var session = new ProjectSession(
            request, new EventWriter(events.Add), new ScenarioContext(readOnly ? ReadOnlyOptions : Options, model), revisions);
        return await Engine.RunAsync(session, request, CancellationToken.None);
    }
}
