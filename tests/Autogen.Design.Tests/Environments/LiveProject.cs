using Autogen.Design.Environments;
using Autogen.Design.Ownership;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Graph;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Environments;

/// <summary>
/// A project with an environment on a real database: what is found is rendered, compiled and applied, as the tool does it.
/// </summary>
internal sealed class LiveProject : IAsyncDisposable
{
    private readonly IAsyncDisposable database;
    private readonly DbContextOptions options;
    private readonly List<string> files = [];
    private RevisionSet revisions = RevisionSet.From(typeof(Autogenerate).Assembly);

    private LiveProject(IAsyncDisposable database, DbContextOptions options) => (this.database, this.options) = (database, options);

    public ScopeSettings Settings { get; set; } = new();

    public static async Task<LiveProject> CreateAsync(string provider)
    {
        if (provider == "sqlite")
        {
            var sqlite = SqliteDatabase.Create();
            return new LiveProject(sqlite, new DbContextOptionsBuilder().UseSqlite(sqlite.ConnectionString).Options);
        }

        var postgres = await PostgreSqlDatabase.CreateAsync();
        return new LiveProject(postgres, new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString).Options);
    }

    /// <summary>Lines of what differs.</summary>
    public async Task<string[]> DetectAsync(Action<ModelBuilder> model, IAutogenEnvironment? environment = null)
        => Lines(await CompareAsync(model, environment));

    /// <summary>Writes what differs as a revision, applies it, takes it back and applies it again; nothing may be left.</summary>
    public async Task<string[]> AdvanceAsync(Action<ModelBuilder> model, IAutogenEnvironment? environment = null)
    {
        var found = await CompareAsync(model, environment);
        var file = new RevisionFile
        {
            Id = $"r{files.Count}",
            Revises = revisions.Graph.Heads,
            Message = $"revision {files.Count}",
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Live.Revisions",
            Upgrade = found.Upgrade,
            Downgrade = found.Downgrade,
        };
        files.Add(RevisionRenderer.Render(environment is null ? file : FileCustomization.Apply(file, new ProjectEnvironment(environment))));
        revisions = RevisionSet.From(RevisionCompiler.Compile(files, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
        await MoveAsync(model, upgrader => upgrader.UpgradeAsync("head", CancellationToken.None));
        Assert.Empty(await DetectAsync(model, environment));
        await MoveAsync(model, upgrader => upgrader.DowngradeAsync("-1", CancellationToken.None));
        Assert.Equal(Lines(found), await DetectAsync(model, environment));
        await MoveAsync(model, upgrader => upgrader.UpgradeAsync("head", CancellationToken.None));
        return Lines(found);
    }

    public async Task<AutogenerateResult> CompareAsync(Action<ModelBuilder> model, IAutogenEnvironment? environment = null)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync();
        var provider = context.Database.ProviderName!;
        var current = await Upgrader(context).GetCurrentAsync(CancellationToken.None);
        var applied = revisions.Graph
            .AncestorsAndSelf(current)
            .SelectMany(node => revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));
        var scope = new Scope(Settings, [new ObjectName("autogen_version"), new ObjectName("autogen_log")]);
        var project = environment is null ? null : new ProjectEnvironment(environment);
        project?.Begin(new EnvironmentRun("revision", new Dictionary<string, string>(StringComparer.Ordinal), context));
        return await new Autogenerate(context, AllDialects.ForProvider(provider), scope, new ComparisonOptions(), project)
            .RunAsync(context.Database.GetDbConnection(), applied, CancellationToken.None);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var context = new ScenarioContext(options, _ => { });
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<string> ScalarAsync(string sql)
    {
        await using var context = new ScenarioContext(options, _ => { });
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return FormattableString.Invariant($"{await command.ExecuteScalarAsync()}");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string[] Lines(AutogenerateResult found)
        => [.. found.Diff.Changes.Where(change => change.Significance == Significance.Significant).SelectMany(ChangeText.Lines)
            .Where(line => line.Facet?.Significance != Significance.Cosmetic).Select(line => line.Text)];

    private async Task MoveAsync(Action<ModelBuilder> model, Func<Upgrader, Task> move)
    {
        await using var context = new ScenarioContext(options, model);
        await move(Upgrader(context));
    }

    private Upgrader Upgrader(ScenarioContext context) => new(context, revisions, new UpgradeOptions(), SilentProgress.Instance);
}
