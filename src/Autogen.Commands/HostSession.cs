using System.Data.Common;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Commands;

/// <summary>What every command needs: the application's context, its database, and the compiled revisions.</summary>
internal class HostSession : IAsyncDisposable
{
    /// <summary>A session with an existing context.</summary>
    public HostSession(ProjectRequest project, EventWriter events, DbContext context, RevisionSet revisions)
    {
        Project = project;
        Events = events;
        Context = context;
        Revisions = revisions;
        Driver = AllDrivers.Of(context);
    }

    /// <summary>The application, as the request has it.</summary>
    public ProjectRequest Project { get; }

    /// <summary>Where events go.</summary>
    public EventWriter Events { get; }

    /// <summary>The application's context.</summary>
    public DbContext Context { get; }

    /// <summary>The context's database.</summary>
    public Dialect Dialect => Driver.Dialect;

    /// <summary>What upgrades need of it.</summary>
    public DatabaseDriver Driver { get; }

    /// <summary>The revisions compiled with the project.</summary>
    public RevisionSet Revisions { get; }

    /// <summary>The graph of the revisions.</summary>
    public RevisionGraph Graph => Revisions.Graph;

    /// <summary>The context's connection.</summary>
    public DbConnection Connection => Context.Database.GetDbConnection();

    /// <summary>Opens the connection for commands that change the database; SQLite makes the file if it does not exist.</summary>
    public Task OpenForWritingAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    /// <summary>
    /// Opens the connection for commands that only read. A SQLite file that does not exist is not made: the database
    /// is read as the empty one it is.
    /// </summary>
    public Task OpenForReadingAsync(CancellationToken cancellationToken)
    {
        if (Driver.Scratch.InsteadOfMissing(Context) is { } empty)
            Context.Database.SetConnectionString(empty);
        return OpenAsync(cancellationToken);
    }

    // It is closed with the context.
    private async Task OpenAsync(CancellationToken cancellationToken) => _ = await OpenConnection.OfAsync(Context, cancellationToken);

    /// <summary>The upgrader for this database.</summary>
    public Upgrader CreateUpgrader()
        => new(
            Context,
            Revisions,
            CreateUpgradeOptions(),
            CreateProgress());

    /// <summary>Tells how an upgrade goes on.</summary>
    public EventProgress CreateProgress() => new(Events, Project);

    /// <summary>How upgrades are recorded and wait.</summary>
    public UpgradeOptions CreateUpgradeOptions() => new()
    {
        VersionTable = Project.Settings.VersionTable,
        VersionTableSchema = Project.Settings.VersionTableSchema,
        LogTable = Project.Settings.LogTable,
        LockTimeout = TimeSpan.FromSeconds(Project.LockTimeoutSeconds),
        LockAttempt = TimeSpan.FromSeconds(Project.LockAttemptSeconds),
        StatementTimeout = Project.StatementTimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        TransactionMode = Project.OneTransaction ? TransactionMode.All : TransactionMode.PerRevision,
    };

    /// <summary>What a revision is about.</summary>
    public string MessageOf(RevisionNode node) => Project.RevisionMessages.TryGetValue(node.Id, out var message) ? message : node.Message;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Context.DisposeAsync();
    }

    /// <summary>Refuses a context of another provider than the named database is for.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>.</exception>
    public static void RequireProvider(DbContext context, ProjectRequest project)
    {
        if (project.Provider is { } target
            && !string.Equals(
                target,
                AllDialects.ForProvider(context.Database.ProviderName).ShortName,
                StringComparison.Ordinal))
        {
            throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"{project.ConnectionSource} says that its provider is '{target}', but {context.GetType().Name} uses "
                    + $"{context.Database.ProviderName} for it. "
                + "Let the application choose by what 'arguments' or 'environment' of that database give it.");
        }
    }
}
