using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Projects;
using Autogen.Tool.Settings;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary>What every command begins with: its options, its project, and where to print.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="database">The named database, where the command serves several; else the one that the command line names, if any.</param>
/// <param name="servesFleet">Whether <c>-d</c> names databases of the fleet, not of the file.</param>
internal sealed class CommandContext(ParseResult parsed, string? database = null, bool servesFleet = false)
{
    private AutogenJson? settings;
    private ProjectFile? project;
    private ProjectFile? startupProject;
    private IReadOnlyList<SourceRevision>? revisions;
    private RevisionGraph? graph;
    private BuildResult? built;

    /// <summary>Where to print.</summary>
    public Terminal Terminal { get; } = TerminalChoice.For(parsed);

    /// <summary>The configuration to build where the command line names none; <see langword="null"/> for the project's own.</summary>
    public string? DefaultConfiguration { get; init; }

    /// <summary>The project that holds the context.</summary>
    public ProjectFile Project => project ??= ProjectFile.Find(parsed.GetValue(GlobalOptions.Project), "--project");

    /// <summary>The project that starts the application.</summary>
    public ProjectFile StartupProject
        => startupProject ??= Projects.StartupProject.Find(
            Project, parsed.GetValue(GlobalOptions.StartupProject), Settings.StartupProject);

    /// <summary>The name of the database, where one is given.</summary>
    public string? DatabaseName { get; } = database ?? (servesFleet ? [] : parsed.GetValue(GlobalOptions.Database) ?? []) switch
    {
        [] => null,
        [var one] => one,
        var several => throw new AutogenException(
            ErrorCode.CommandLine,
            $"'{parsed.CommandResult.Command.Name}' serves one database, and -d names {string.Join(", ", several)}."),
    };

    /// <summary>The project's <c>autogen.json</c>, as it is for the database and the context.</summary>
    public AutogenJson Settings
        => settings ??= AutogenJson.Read(Project.Directory) is var all
            ? all.For(DatabaseName is { } name ? all.Database(name) : null, ContextName(all))
            : all;

    /// <summary>The named database, where one is named.</summary>
    public NamedDatabase? Database => DatabaseName is { } name ? Settings.Database(name) : null;

    /// <summary>How to build.</summary>
    public BuildOptions BuildOptions
        => BuildOptions.From(parsed) is { Configuration: null } options
            ? options with { Configuration = DefaultConfiguration }
            : BuildOptions.From(parsed);

    private Timings? Timings => (parsed.InvocationConfiguration as Invocation)?.Timings;

    private Task<BuildResult> BuildProjectAsync(CancellationToken cancellationToken)
        => ProjectBuild.RunAsync(Project, StartupProject, BuildOptions, Terminal, cancellationToken);

    private string? ContextName(AutogenJson all)
        => parsed.GetValue(GlobalOptions.Context) ?? (DatabaseName is { } name ? all.Database(name).Context : null);

    /// <summary>The folder of the revisions, relative to the project.</summary>
    public string RevisionsFolder => Settings.Revisions ?? "Revisions";

    /// <summary>The revisions' files.</summary>
    public IReadOnlyList<SourceRevision> Revisions => revisions ??= RevisionSources.Read(Project.Directory, RevisionsFolder);

    /// <summary>The graph of the revisions.</summary>
    public RevisionGraph Graph => graph ??= new(Revisions.Select(revision => revision.Node));

    /// <summary>The comments above the statements of the revisions, by id; of those that have any.</summary>
    public IReadOnlyDictionary<string, RevisionComments> ReadComments()
        => Revisions.Select(revision => (revision.Node.Id, Comments: BodyComments.Of(revision.Text)))
            .Where(entry => entry.Comments is not { Upgrade.Count: 0, Downgrade.Count: 0 })
            .ToDictionary(entry => entry.Id, entry => entry.Comments, StringComparer.Ordinal);

    /// <summary>How new revisions' files are named.</summary>
    public FileNamePattern NamePattern => Settings.FileName is { } text ? FileNamePattern.Parse(text) : FileNamePattern.Default;

    /// <summary>
    /// The number of the next revision: one more than the highest that a file's name begins with, or than there are revisions.
    /// </summary>
    public int NextNumber => 1 + Math.Max(
        Revisions.Count,
        Revisions.Max(
            revision => Path.GetFileName(revision.Path).Split('_')[0] is { Length: >= 4 and <= 6 } digits
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : (int?)null)
            ?? 0);

    /// <summary>The revision for listings, from its source.</summary>
    public RevisionMessage Message(RevisionNode node, RevisionGraph graph)
        => new(
            node.Id,
            [.. node.Revises],
            node.Message,
            graph.Heads.Contains(node.Id, StringComparer.Ordinal),
            Created: node.Created,
            File: node.Source)
        {
            DependsOn = [.. node.DependsOn],
            Labels = [.. node.Labels],
            Branches = graph.BranchesOf(node.Id),
            RevisedBy = [.. graph.ChildrenOf(node.Id).Select(child => child.Id)],
            IsEffectiveHead = graph.ChildrenOf(node.Id).Count == 0 && graph.DependentsOf(node.Id).Count > 0,
        };

    /// <summary>Where the database is, from the engine.</summary>
    /// <param name="mayBeUnknown">Whether revisions that no file has are warned of; else they are refused.</param>
    /// <param name="cancellationToken">Interrupts the engine.</param>
    public async Task<IReadOnlyList<string>> CurrentAsync(bool mayBeUnknown, CancellationToken cancellationToken)
    {
        // a success has a document
        var current = (await RunEngineAsync(
            project => new CurrentRequest { Project = project, RequiresKnown = !mayBeUnknown },
            cancellationToken)).Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!.Current;
        await UnknownRevisionHint.WarnAsync(current, this, cancellationToken);
        return current;
    }

    /// <summary>The revisions that a target means; the database is asked only if the target counts from there.</summary>
    public async Task<IReadOnlyList<RevisionNode>> PlacesAsync(string target, CancellationToken cancellationToken)
        => new TargetResolution(
            Graph, HistoryRange.NeedsDatabase(target) ? await CurrentAsync(mayBeUnknown: false, cancellationToken) : [], target)
            .Places();

    /// <summary>The file of a revision.</summary>
    public SourceRevision SourceOf(RevisionNode node)
        => Revisions.First(candidate => string.Equals(candidate.Node.Id, node.Id, StringComparison.Ordinal));

    /// <summary>Builds the project, once.</summary>
    public async Task<BuildResult> BuildAsync(CancellationToken cancellationToken)
        => built ??= Timings is { } timings
            ? await timings.MeasureAsync("build", () => BuildProjectAsync(cancellationToken))
            : await BuildProjectAsync(cancellationToken);

    /// <summary>Builds the project, runs the engine, prints what it tells.</summary>
    /// <param name="create">Makes the command's request, around its common part.</param>
    /// <param name="cancellationToken">Interrupts the engine.</param>
    public Task<HostOutcome> RunEngineAsync(Func<ProjectRequest, HostRequest> create, CancellationToken cancellationToken)
        => RunEngineAsync(create, asksDatabase: true, cancellationToken);

    /// <summary>Builds the project, runs the engine, prints what it tells.</summary>
    /// <param name="create">Makes the command's request, around its common part.</param>
    /// <param name="asksDatabase">Whether the engine needs to know where the database is.</param>
    /// <param name="cancellationToken">Interrupts the engine.</param>
    public async Task<HostOutcome> RunEngineAsync(
        Func<ProjectRequest, HostRequest> create, bool asksDatabase, CancellationToken cancellationToken)
    {
        var pairs = KeyValues.Parse(parsed.GetValue(GlobalOptions.X) ?? []);
        var (connection, source) = asksDatabase ? ConnectionChoice.Choose(parsed, DatabaseName, Database) : (null, null);
        Terminal.Redact(connection);
        var build = await BuildAsync(cancellationToken);
        var request = new ProjectRequest
        {
            ToolVersion = ToolVersion.Text,
            Assembly = build.Assembly,
            StartupAssembly = build.StartupAssembly,
            Context = ContextName(Settings),
            Provider = Database?.Provider,
            Connection = connection,
            ConnectionSource = source,
            X = pairs,
            Arguments = [.. (parsed.InvocationConfiguration as Invocation)?.ApplicationArguments ?? [], .. Database?.Arguments ?? []],
            OnlyListedRevisions = Settings.HasSeveralFolders,
            RevisionMessages = Revisions.ToDictionary(
                revision => revision.Node.Id, revision => revision.Node.Message, StringComparer.Ordinal),
            RevisionFiles = Revisions.ToDictionary(revision => revision.Node.Id, revision => revision.Node.Source, StringComparer.Ordinal),
            Settings = Settings.ForEngine(),
            LockTimeoutSeconds = Settings.LockTimeout ?? 60,
            LockAttemptSeconds = Settings.LockAttempt,
            StatementTimeoutSeconds = Settings.StatementTimeout,
            MeasuresTime = Timings is not null,
            OneTransaction = Settings.TransactionMode is "all",
        };
        var environment = Database?.Environment?.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.Replace("{connection}", Plain(connection), StringComparison.Ordinal),
            StringComparer.Ordinal)
            ?? [];
        var handed = new HandedConnection(this, environment);
        try
        {
            return await HostProcess.RunAsync(create(request), build, environment, Terminal, Timings, cancellationToken);
        }
        catch (EngineFailureException failure)
            when (ApplicationConnection.MayBeMissing(failure.Failed.Code) && HandedName() is not null)
        {
            var name = HandedName()!; // the filter has seen it
            Terminal.Progress(ApplicationConnection.Notice(name, source));
            request = request with { ConnectionName = name };
        }
        catch (EngineFailureException failure)
        {
            throw await ExplainedAsync(failure);
        }

        try
        {
            return await HostProcess.RunAsync(create(request), build, environment, Terminal, Timings, cancellationToken);
        }
        catch (EngineFailureException failure)
        {
            throw await ExplainedAsync(failure);
        }

        string? HandedName() => handed.NameFor(connection, source, ContextName(Settings));

        async Task<EngineFailureException> ExplainedAsync(EngineFailureException failure)
            => new(handed.Explain(
                await UnknownRevisionHint.AddAsync(failure.Failed, this, cancellationToken), request.ConnectionName));

        // The application knows connection strings, not URLs.
        string Plain(string? text) => text is null ? "" : ConnectionUrl.Parse(text, source ?? "").ConnectionString;
    }
}
