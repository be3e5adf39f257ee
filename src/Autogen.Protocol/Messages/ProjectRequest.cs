namespace Autogen.Messages;

/// <summary>What every command needs to know: the application, its database, its revisions and its settings.</summary>
internal sealed record ProjectRequest
{
    /// <summary>The tool's version; the library beside the application must have the same.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The assembly that holds the context and the revisions: absolute path; in a bundle its simple name.</summary>
    public required string Assembly { get; init; }

    /// <summary>The assembly whose entry point and settings are used, in the same form; often the same.</summary>
    public required string StartupAssembly { get; init; }

    /// <summary>The context's name, where the user gave one; in a bundle as <see cref="BundleResult.Context"/>.</summary>
    public string? Context { get; init; }

    /// <summary>The provider that the context must use, <c>postgresql</c> or <c>sqlite</c>; <see langword="null"/> for any.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether only the revisions of <see cref="RevisionFiles"/> count: the project has others, of other databases.</summary>
    public bool OnlyListedRevisions { get; init; }

    /// <summary>A connection string or URL that overrides the context's own.</summary>
    public string? Connection { get; init; }

    /// <summary>
    /// What <see cref="Connection"/> came from, for messages: <c>--connection</c>, <c>AUTOGEN_URL</c>,
    /// <c>database 'pg' of autogen.json</c>.
    /// </summary>
    public string? ConnectionSource { get; init; }

    /// <summary>
    /// The name under which the application's configuration gets <see cref="Connection"/>; <see langword="null"/> for none. In the request,
    /// because a shell between the processes drops variables whose names have spaces.
    /// </summary>
    public string? ConnectionName { get; init; }

    /// <summary>The <c>-x key=value</c> pairs.</summary>
    public IReadOnlyDictionary<string, string> X { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The arguments after <c>--</c>, for the application's startup.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What each revision is about, by id, read from the sources' documentation summaries.</summary>
    public IReadOnlyDictionary<string, string> RevisionMessages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The file of each revision, by id, relative to the project; for messages.</summary>
    public IReadOnlyDictionary<string, string> RevisionFiles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The comments above the statements of each revision, by id, read from the sources; only for scripts, and in a bundle.
    /// </summary>
    public IReadOnlyDictionary<string, RevisionComments> RevisionComments { get; init; }
        = new Dictionary<string, RevisionComments>(StringComparer.Ordinal);

    /// <summary>The settings of <c>autogen.json</c>.</summary>
    public HostSettings Settings { get; init; } = new();

    /// <summary>Whether the engine tells where its time went.</summary>
    public bool MeasuresTime { get; init; }

    /// <summary>How long to wait for another upgrade, in seconds.</summary>
    public double LockTimeoutSeconds { get; init; } = 60;

    /// <summary>
    /// How long a statement may wait for a lock at a time, in seconds; zero for any time, <see langword="null"/> for the default: that of
    /// an upgrade, which tries again, is shorter than that of a script.
    /// </summary>
    public double? LockAttemptSeconds { get; init; }

    /// <summary>How long a statement may run, in seconds; zero for any time, <see langword="null"/> for what the server says.</summary>
    public double? StatementTimeoutSeconds { get; init; }

    /// <summary>Whether the whole upgrade is one transaction.</summary>
    public bool OneTransaction { get; init; }
}

/// <summary>The comments above the statements of a revision's bodies.</summary>
/// <param name="Upgrade">Those of the upgrade, a line each.</param>
/// <param name="Downgrade">Those of the downgrade.</param>
internal sealed record RevisionComments(IReadOnlyList<string> Upgrade, IReadOnlyList<string> Downgrade);
