using System.Reflection;
using System.Runtime.Loader;
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

// What only the engine does: it loads the project, and compares. A bundle has neither.
internal sealed partial class HostSession
{
    private Func<ProjectEnvironment?> findEnvironment = () => null;
    private Lazy<ProjectEnvironment?>? environment;

    /// <summary>
    /// What the project has to say about autogenerating; <see langword="null"/> for nothing. Found, and begun, when it is first asked for:
    /// commands that do not compare have no use for it.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.EnvironmentInvalid"/>.</exception>
    public ProjectEnvironment? Environment => (environment ??= new Lazy<ProjectEnvironment?>(BeginEnvironment)).Value;

    /// <summary>Loads the application, finds the context, and points it to the database; opens nothing yet.</summary>
    public static HostSession Create(HostRequest request, EventWriter events)
    {
        var (startup, assembly) = LoadProject(request);
        var context = DbContextFinder.Create(startup, assembly, request.Context, request.Arguments);
        try
        {
            RequireProvider(context, request);
            ConnectionOverride.Apply(context, request);
            var revisions = request.OnlyListedRevisions
                ? RevisionSet.From(assembly, request.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal))
                : RevisionSet.From(assembly);
            WarnOfStaleBuild(request, revisions, events);
            return new HostSession(request, events, context, revisions)
            {
                findEnvironment = () => EnvironmentFinder.Find(assembly, startup)
            };
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    // Without a build the engine knows the revisions of the last one, and 'nothing to do' would be wrong.
    private static void WarnOfStaleBuild(HostRequest request, RevisionSet revisions, EventWriter events)
    {
        if (request.Command is "sql" or "ensure-version")
            return;
        foreach (var (id, file) in request.RevisionFiles
            .Where(entry => revisions.Graph.Find(entry.Key) is null)
            .OrderBy(entry => entry.Value, StringComparer.Ordinal))
            events.Warn($"Revision {id} ({file}) is not in the build, so it does not count here. Run the command without --no-build.");
    }

    /// <summary>Loads the project's assemblies.</summary>
    /// <exception cref="AutogenException">One does not exist, or the library is of another version than the tool.</exception>
    public static (Assembly Startup, Assembly Assembly) LoadProject(HostRequest request)
    {
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(request.StartupAssembly)!);
        AssemblyResolution.AddApplicationFolder(Path.GetDirectoryName(request.Assembly)!);
        var assembly = Load(request.Assembly);
        var startup = string.Equals(request.StartupAssembly, request.Assembly, StringComparison.Ordinal)
            ? assembly
            : Load(request.StartupAssembly);
        LibraryVersion.Require(request.ToolVersion);
        return (startup, assembly);
    }

    /// <summary>Which part of the database counts.</summary>
    public Scope CreateScope()
    {
        var settings = Request.Settings;
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

    private ProjectEnvironment? BeginEnvironment()
    {
        var found = findEnvironment();
        found?.Begin(new EnvironmentRun(Request.Command, Request.X, Context));
        return found;
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
