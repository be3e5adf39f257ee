using System.Reflection;
using System.Runtime.Loader;
using Autogen.Commands;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Host.Session;

/// <summary>The engine's session: it loads the project, and what the project says about autogenerating. A bundle has neither.</summary>
internal sealed class ProjectSession : HostSession
{
    private readonly Lazy<ProjectEnvironment?> environment;

    /// <summary>A session with an existing context.</summary>
    /// <param name="request">The command and its project.</param>
    /// <param name="events">Gets events.</param>
    /// <param name="context">The application's context; disposed with the session.</param>
    /// <param name="revisions">The revisions compiled with the project.</param>
    /// <param name="findEnvironment">Finds what the project says; <see langword="null"/> for nothing.</param>
    /// <param name="prompter">Asks the person at the terminal; <see langword="null"/> if nobody answers.</param>
    public ProjectSession(
        HostRequest request,
        EventWriter events,
        DbContext context,
        RevisionSet revisions,
        Func<ProjectEnvironment?>? findEnvironment = null,
        IPrompter? prompter = null)
        : base(request.Project, events, context, revisions, prompter)
    {
        FindEnvironment = findEnvironment;
        environment = new(() =>
        {
            var found = findEnvironment?.Invoke();
            found?.Begin(new EnvironmentRun(request.Command, request.Project.X, context));
            return found;
        });
    }

    /// <summary>Makes one more context, as the session's own was made.</summary>
    public Func<DbContext> CreateContext { get; init; } = () => throw new InvalidOperationException("The session has one context.");

    /// <summary>Finds what the project has to say, for one more session; <see langword="null"/> for nothing.</summary>
    public Func<ProjectEnvironment?>? FindEnvironment { get; }

    /// <summary>
    /// What the project has to say about autogenerating; <see langword="null"/> for nothing. Found, and begun, when it is first asked for:
    /// commands that do not compare have no use for it.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.EnvironmentInvalid"/>.</exception>
    public ProjectEnvironment? Environment => environment.Value;

    /// <summary>Loads the application, finds the context, and points it to the database; opens nothing yet.</summary>
    public static ProjectSession Create(HostRequest request, EventWriter events, Prompter prompter)
    {
        var project = request.Project;
        ApplicationConnection.Set(project.ConnectionName, project.Connection, project.ConnectionSource);
        var (startup, assembly) = LoadProject(project);
        var context = CreateContext();
        try
        {
            RequireProvider(context, project);
            if (request is not FleetRequest { Source.Databases: not null })
                ConnectionOverride.Apply(context, project);
            var revisions = project.OnlyListedRevisions
                ? RevisionSet.From(assembly, project.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal))
                : RevisionSet.From(assembly);
            WarnOfStaleBuild(request, revisions, events);
            return new ProjectSession(request, events, context, revisions, () => EnvironmentFinder.Find(assembly, startup), prompter)
            {
                CreateContext = CreateContext
            };
        }
        catch
        {
            context.Dispose();
            throw;
        }

        DbContext CreateContext() => DbContextFinder.Create(startup, assembly, project.Context, project.Arguments);
    }

    // Without a build the engine knows the revisions of the last one, and 'nothing to do' would be wrong.
    private static void WarnOfStaleBuild(HostRequest request, RevisionSet revisions, EventWriter events)
    {
        if (request is SqlRequest or EnsureVersionRequest)
            return;
        foreach (var (id, file) in request.Project.RevisionFiles
            .Where(entry => revisions.Graph.Find(entry.Key) is null)
            .OrderBy(entry => entry.Value, StringComparer.Ordinal))
            events.Warn($"Revision {id} ({file}) is not in the build, so it does not count here. Run the command without --no-build.");
    }

    /// <summary>Loads the project's assemblies.</summary>
    /// <exception cref="AutogenException">One does not exist, or the library is of another version than the tool.</exception>
    public static (Assembly Startup, Assembly Assembly) LoadProject(ProjectRequest project)
    {
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(project.StartupAssembly)!);
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(project.Assembly)!);
        var assembly = Load(project.Assembly);
        var startup = string.Equals(project.StartupAssembly, project.Assembly, StringComparison.Ordinal)
            ? assembly
            : Load(project.StartupAssembly);
        LibraryVersion.Require(project.ToolVersion);
        return (startup, assembly);
    }

    /// <summary>The names of the tables in which upgrades keep their books.</summary>
    public IReadOnlyList<string> OwnTableNames
        =>
        [
            Project.Settings.VersionTable,
            Project.Settings.LogTable,
            .. OwnTables.BesideVersionTable(new ObjectName(Project.Settings.VersionTable)).Select(table => table.Name),
        ];

    /// <summary>Which part of the database counts.</summary>
    public Scope CreateScope()
    {
        var settings = Project.Settings;
        var history = RelationalOptionsExtension.Extract(Context.GetService<IDbContextOptions>());
        HashSet<ObjectName> own =
        [
            new(settings.VersionTableSchema, settings.VersionTable),
            new(settings.VersionTableSchema, settings.LogTable),
            .. OwnTables.BesideVersionTable(new ObjectName(settings.VersionTableSchema, settings.VersionTable)),
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

    private static Assembly Load(string path)
    {
        if (!File.Exists(path))
            throw new AutogenException(
                ErrorCode.EngineFailed,
                $"The project's assembly '{path}' is not there. Build the project, or run the command without --no-build.");
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }
}
