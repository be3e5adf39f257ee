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
    /// <param name="project">The application.</param>
    /// <param name="events">Gets events.</param>
    /// <param name="context">The application's context; disposed with the session.</param>
    /// <param name="revisions">The revisions compiled with the project.</param>
    /// <param name="prompter">Asks the person at the terminal; <see langword="null"/> if nobody answers.</param>
    public HostSession(
        ProjectRequest project, EventWriter events, DbContext context, RevisionSet revisions, IPrompter? prompter = null)
    {
        Prompter = prompter ?? NoPrompter.Instance;
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

    /// <summary>Asks the person at the terminal.</summary>
    public IPrompter Prompter { get; }

    /// <summary>The context's connection.</summary>
    public DbConnection Connection => Context.Database.GetDbConnection();

    /// <summary>Opens the connection for commands that change the database; SQLite makes the file if it does not exist.</summary>
    public Task OpenForWritingAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    /// <summary>
    /// Opens the connection, and creates a missing database before: if the command line says so, or the person at the terminal.
    /// </summary>
    public async Task OpenOrCreateAsync(bool isCreationWanted, CancellationToken cancellationToken)
        => _ = await OpenConnection.OfAsync(
            Context,
            async name => isCreationWanted
                || await Prompter.AskAsync(
                    new ConfirmationQuestion($"The {name} does not exist. Create it?"), cancellationToken) is { IsYes: true },
            CreateProgress(),
            cancellationToken);

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
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var stage = Stage.Begin("connection");
        _ = await OpenConnection.OfAsync(Context, cancellationToken);
    }

    /// <summary>The upgrader for this database.</summary>
    public Upgrader CreateUpgrader() => CreateUpgrader(CreateUpgradeOptions());

    /// <summary>The upgrader that writes scripts.</summary>
    public Upgrader CreateScriptWriter()
        => CreateUpgrader(CreateUpgradeOptions() with
        {
            LockAttempt = TimeSpan.FromSeconds(Project.LockAttemptSeconds ?? ScriptOptions.DefaultLockAttemptSeconds)
        });

    private Upgrader CreateUpgrader(UpgradeOptions options) => new(Context, Revisions, options, CreateProgress());

    /// <summary>Tells how an upgrade goes on.</summary>
    public EventProgress CreateProgress() => new(Events, Project);

    /// <summary>How upgrades are recorded and wait.</summary>
    public UpgradeOptions CreateUpgradeOptions() => new()
    {
        VersionTable = Project.Settings.VersionTable,
        VersionTableSchema = Project.Settings.VersionTableSchema,
        LogTable = Project.Settings.LogTable,
        LockTimeout = TimeSpan.FromSeconds(Project.LockTimeoutSeconds),
        LockAttempt = Project.LockAttemptSeconds is { } attempt ? TimeSpan.FromSeconds(attempt) : new UpgradeOptions().LockAttempt,
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
