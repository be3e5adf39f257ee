using Autogen.Commands;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Fleets;

/// <summary>Databases of one model: SQLite files, or schemas of one PostgreSQL database.</summary>
internal sealed class TestFleet : IAsyncDisposable
{
    private static readonly RevisionSet revisions =
        RevisionSet.From(typeof(TestFleet).Assembly, typeof(TestFleet).Namespace + ".Revisions");

    private readonly Func<ValueTask> drop;
    private readonly Action<HostEvent> listen;

    private TestFleet(Func<string, DbContextOptions> optionsOf, string home, IReadOnlyList<FleetDatabase> databases, Func<ValueTask> drop)
    {
        OptionsOf = optionsOf;
        Home = home;
        Databases = databases;
        this.drop = drop;
        listen = hostEvent =>
        {
            Events.Add(hostEvent);
            Listening?.Invoke(hostEvent);
        };
    }

    public static ProjectRequest Project { get; } = new() { ToolVersion = "", Assembly = "", StartupAssembly = "" };

    public Func<string, DbContextOptions> OptionsOf { get; }

    /// <summary>The connection string that the context is configured with.</summary>
    public string Home { get; }

    public IReadOnlyList<FleetDatabase> Databases { get; }

    public List<HostEvent> Events { get; } = [];

    /// <summary>Gets each event when it is reported.</summary>
    public Action<HostEvent>? Listening { get; set; }

    /// <summary>The model that the databases are checked against.</summary>
    public Action<ModelBuilder> Model { get; set; } = model => model.Entity("Item", item =>
    {
        item.ToTable("items");
        item.Property<int>("Id").HasColumnName("id").ValueGeneratedNever();
        item.Property<string>("Name").HasColumnName("name");
        item.HasKey("Id").HasName("pk_items");
    });

    public static async Task<TestFleet> CreateAsync(string kind, int count)
    {
        var names = Enumerable.Range(0, count).Select(number => $"tenant {number:00}").ToList();
        if (kind == "sqlite")
        {
            var folder = Directory.CreateTempSubdirectory("fleet-").FullName;
            return new TestFleet(
                connection => new DbContextOptionsBuilder().UseSqlite(connection).Options,
                $"Data Source={folder}/home.db",
                [.. names.Select(name => new FleetDatabase(name, $"Data Source={folder}/{name}.db"))],
                () =>
                {
                    Directory.Delete(folder, recursive: true);
                    return ValueTask.CompletedTask;
                });
        }

        var server = await PostgreSqlDatabase.CreateAsync();
        await server.ExecuteAsync("SELECT 1;" + string.Concat(names.Select(name => $"CREATE SCHEMA \"{name}\";")));
        return new TestFleet(
            connection => new DbContextOptionsBuilder().UseNpgsql(connection).Options,
            server.ConnectionString,
            [.. names.Select(name => new FleetDatabase(name, server.ConnectionString, name))],
            server.DisposeAsync);
    }

    public FleetUpgradeRequest Upgrade(params IEnumerable<FleetDatabase> others) => new()
    {
        Project = Project,
        Source = new FleetSource { Databases = [.. Databases, .. others] },
        Target = "head",
        Parallel = 4,
        PerServer = 4,
    };

    public FleetStatusRequest Status(params IEnumerable<FleetDatabase> others) => new()
    {
        Project = Project,
        Source = new FleetSource { Databases = [.. Databases, .. others] },
        Parallel = 4,
        PerServer = 4,
    };

    public FleetCheckRequest Check() => new()
    {
        Project = Project,
        Source = new FleetSource { Databases = Databases },
        Parallel = 4,
        PerServer = 4,
    };

    public async Task<(int ExitCode, FleetResult Result)> RunAsync(
        FleetRequest request, CancellationToken cancellationToken = default, params Answer?[] answers)
    {
        Events.Clear();
        DbContext Create() => new ScenarioContext(OptionsOf(Home), Model);
        var events = new EventWriter(listen);
        var lines = answers.Select((answer, index) => HostProtocol.Write(new AnswerMessage(index + 1, answer)));
        var prompter = new Prompter(events, answers.Length == 0 ? null : new StringReader(string.Join('\n', lines)));
        await using var session = new ProjectSession(request, events, Create(), revisions, prompter: prompter) { CreateContext = Create };
        var (exitCode, result) = await Engine.RunAsync(session, request, cancellationToken);
        return (exitCode, (FleetResult)result);
    }

    /// <summary>The same databases for another worker, with events of its own.</summary>
    public TestFleet Share() => new(OptionsOf, Home, Databases, () => ValueTask.CompletedTask);

    /// <summary>Runs a statement in a database.</summary>
    public async Task ExecuteAsync(FleetDatabase database, string sql)
    {
        await using var context = new DbContext(OptionsOf(database.Connection!));
        if (database.Schema is { } schema)
            sql = $"SET search_path TO \"{schema}\"; {sql}";
        await context.Database.OpenConnectionAsync();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return drop();
    }
}
