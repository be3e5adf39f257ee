using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Host.Session;

/// <summary>What every command needs: the application's context, its database, and the compiled revisions.</summary>
internal sealed class HostSession : IAsyncDisposable
{
    private readonly Lazy<ProjectEnvironment?> environment;

    private HostSession(HostRequest request, EventWriter events, DbContext context, RevisionSet revisions, Func<ProjectEnvironment?> findEnvironment)
    {
        environment = new Lazy<ProjectEnvironment?>(() =>
        {
            var found = findEnvironment();
            found?.Begin(new EnvironmentRun(request.Command, request.X, context));
            return found;
        });
        Request = request;
        Events = events;
        Context = context;
        Revisions = revisions;
        Dialect = AllDialects.ForProvider(context.Database.ProviderName);
    }

    /// <summary>What the face asked.</summary>
    public HostRequest Request { get; }

    /// <summary>Where events go.</summary>
    public EventWriter Events { get; }

    /// <summary>The application's context.</summary>
    public DbContext Context { get; }

    /// <summary>The context's database.</summary>
    public Dialect Dialect { get; }

    /// <summary>The revisions compiled with the project.</summary>
    public RevisionSet Revisions { get; }

    /// <summary>What the project has to say about autogenerating; <see langword="null"/> for nothing. Found, and begun, when it is first asked for: commands that do not compare have no use for it.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.EnvironmentInvalid"/>.</exception>
    public ProjectEnvironment? Environment => environment.Value;

    /// <summary>The graph of them.</summary>
    public RevisionGraph Graph => Revisions.Graph;

    /// <summary>The context's connection.</summary>
    public DbConnection Connection => Context.Database.GetDbConnection();

    /// <summary>Loads the application, finds the context, and points it to the database; opens nothing yet.</summary>
    public static HostSession Create(HostRequest request, EventWriter events)
    {
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(request.StartupAssembly)!);
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(request.Assembly)!);
        var assembly = Load(request.Assembly);
        var startup = string.Equals(request.StartupAssembly, request.Assembly, StringComparison.Ordinal) ? assembly : Load(request.StartupAssembly);
        LibraryVersion.Require(request.ToolVersion);

        var context = DbContextFinder.Create(startup, assembly, request.Context, request.Arguments);
        try
        {
            RequireProvider(context, request);
            ConnectionOverride.Apply(context, request);
            var revisions = request.OnlyListedRevisions ? RevisionSet.From(assembly, request.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal)) : RevisionSet.From(assembly);
            return new HostSession(request, events, context, revisions, () => EnvironmentFinder.Find(assembly, startup));
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <summary>Opens the connection for commands that change the database; SQLite makes the file if it is not there.</summary>
    public Task OpenForWritingAsync(CancellationToken cancellationToken) => Context.Database.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Opens the connection for commands that only read. A SQLite file that is not there is not made: the database is read as the empty one it is.
    /// </summary>
    public Task OpenForReadingAsync(CancellationToken cancellationToken)
    {
        if (MissingSqliteFile.Is(Context, out var inMemory))
            Context.Database.SetConnectionString(inMemory);
        return Context.Database.OpenConnectionAsync(cancellationToken);
    }

    /// <summary>The upgrader for this database.</summary>
    public Upgrader CreateUpgrader()
        => new(
            Context,
            Revisions,
            CreateUpgradeOptions(),
            new EventProgress(Events, Request));

    /// <summary>How upgrades are recorded and wait.</summary>
    public UpgradeOptions CreateUpgradeOptions() => new()
    {
        VersionTable = Request.Settings.VersionTable,
        VersionTableSchema = Request.Settings.VersionTableSchema,
        LogTable = Request.Settings.LogTable,
        LockTimeout = TimeSpan.FromSeconds(Request.LockTimeoutSeconds),
    };

    /// <summary>Which part of the database counts.</summary>
    public Scope CreateScope()
    {
        var settings = Request.Settings;
        var history = RelationalOptionsExtension.Extract(Context.GetService<IDbContextOptions>());
        HashSet<ObjectName> own =
        [
            new(settings.VersionTableSchema, settings.VersionTable),
            new(settings.VersionTableSchema, settings.LogTable),
            new(history.MigrationsHistoryTableSchema, history.MigrationsHistoryTableName ?? "__EFMigrationsHistory"),
            new("__EFMigrationsLock"),
        ];
        return new Scope(
            new ScopeSettings
            {
                Schemas = settings.Schemas,
                IncludeTables = settings.IncludeTables,
                ExcludeTables = settings.ExcludeTables,
                DropUnmanagedTables = settings.DropUnmanagedTables,
            },
            own);
    }

    /// <summary>What a revision is about.</summary>
    public string MessageOf(RevisionNode node) => Request.RevisionMessages.TryGetValue(node.Id, out var message) ? message : node.Message;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private static void RequireProvider(DbContext context, HostRequest request)
    {
        if (request.Provider is { } wanted && !string.Equals(wanted, AllDialects.ForProvider(context.Database.ProviderName).Capabilities.Schemas ? "postgresql" : "sqlite", StringComparison.Ordinal))
        {
            throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"{request.ConnectionSource} says that its provider is '{wanted}', but {context.GetType().Name} uses {context.Database.ProviderName} for it. "
                + "Let the application choose by what 'arguments' or 'environment' of that database give it.");
        }
    }

    private static Assembly Load(string path)
    {
        if (!File.Exists(path))
            throw new AutogenException(ErrorCode.EngineFailed, $"The project's assembly '{path}' is not there. Build the project, or run the command without --no-build.");
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }
}
