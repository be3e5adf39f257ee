namespace Autogen.Messages;

/// <summary>What the face asks of the engine: one JSON line on standard input, so that no password appears on a command line.</summary>
internal sealed record HostRequest
{
    /// <summary>
    /// The command's name as typed: <c>revision</c>, <c>upgrade</c>, <c>downgrade</c>, <c>current</c>, <c>stamp</c>, <c>check</c>,
    /// <c>diff</c>, <c>status</c>, <c>ensure-version</c>, <c>verify</c>, <c>adopt</c>, <c>sql</c>.
    /// </summary>
    public required string Command { get; init; }

    /// <summary>The tool's version; the library beside the application must have the same.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The assembly that holds the context and the revisions: absolute path.</summary>
    public required string Assembly { get; init; }

    /// <summary>The assembly whose entry point and settings are used: absolute path; often the same.</summary>
    public required string StartupAssembly { get; init; }

    /// <summary>The namespace of new revisions.</summary>
    public required string RevisionsNamespace { get; init; }

    /// <summary>The context's name, where the user gave one.</summary>
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

    /// <summary>The <c>-x key=value</c> pairs.</summary>
    public IReadOnlyDictionary<string, string> X { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stood behind <c>--</c>, for the application's startup.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What each revision is about, by id, read from the sources' documentation summaries.</summary>
    public IReadOnlyDictionary<string, string> RevisionMessages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The file of each revision, by id, relative to the project; for messages.</summary>
    public IReadOnlyDictionary<string, string> RevisionFiles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The settings of <c>autogen.json</c>.</summary>
    public HostSettings Settings { get; init; } = new();

    /// <summary>The target of <c>upgrade</c> and <c>downgrade</c>.</summary>
    public string? Target { get; init; }

    /// <summary>The revisions of <c>stamp</c> and <c>verify</c>.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>The message of a new revision.</summary>
    public string? Message { get; init; }

    /// <summary>The id of a new revision, where the user gave one.</summary>
    public string? RevisionId { get; init; }

    /// <summary>The parents of a new revision; <see langword="null"/> for the one head.</summary>
    public IReadOnlyList<string>? Revises { get; init; }

    /// <summary>What a new revision depends on: ids and labels.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The branch labels of a new revision.</summary>
    public IReadOnlyList<string> BranchLabels { get; init; } = [];

    /// <summary>How a new revision's file is named; <see langword="null"/> for the default.</summary>
    public string? FileName { get; init; }

    /// <summary>The number of a new revision.</summary>
    public int RevisionNumber { get; init; } = 1;

    /// <summary>Lines above everything in a new revision's file.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>Whether a revision without operations is written, too.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether SQL is printed and nothing is done.</summary>
    public bool Sql { get; init; }

    /// <summary>Whether a script can be run on a database at any revision of the line.</summary>
    public bool Idempotent { get; init; }

    /// <summary>Only shows what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether cosmetic differences count.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether <c>current</c> fails when the database is not at every head.</summary>
    public bool CheckHeads { get; init; }

    /// <summary>Whether <c>current</c> fails when the database is at a revision that no file has.</summary>
    public bool RequiresKnown { get; init; }

    /// <summary>Whether <c>stamp</c> empties the version table first.</summary>
    public bool Purge { get; init; }

    /// <summary>The <c>--rename OLD=NEW</c> texts.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>The <c>--backfill TABLE.COLUMN=SQL</c> texts.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];

    /// <summary>Whether <c>verify</c> proves every revision.</summary>
    public bool All { get; init; }

    /// <summary>Whether a new revision is proven on a scratch database before it is written.</summary>
    public bool Verify { get; init; }

    /// <summary>An empty database for the proof: connection string or URL; <see langword="null"/> for one that is made.</summary>
    public string? Scratch { get; init; }

    /// <summary>Whether <c>adopt</c> takes over tables that the model does not map, too.</summary>
    public bool AllTables { get; init; }

    /// <summary>Whether <c>adopt</c> writes down what EF Core's migrations have done.</summary>
    public bool FromEf { get; init; }

    /// <summary>
    /// The base revision's file, once the face has written it: <c>adopt</c> then sets the version; <see langword="null"/> for the first
    /// half, which plans and proves it.
    /// </summary>
    public string? WrittenText { get; init; }

    /// <summary>
    /// A file that the engine writes the revision's text or the script into, in place of the result: rows can make it hundreds of megabytes
    /// long. <see langword="null"/> for the result.
    /// </summary>
    public string? TextFile { get; init; }

    /// <summary>The statement of <c>sql</c>.</summary>
    public string? Statement { get; init; }

    /// <summary>How long to wait for another upgrade, in seconds.</summary>
    public double LockTimeoutSeconds { get; init; } = 60;

    /// <summary>How long a statement may wait for a lock at a time, in seconds; zero for any time.</summary>
    public double LockAttemptSeconds { get; init; } = 0.5;

    /// <summary>How long a statement may run, in seconds; zero for any time, <see langword="null"/> for what the server says.</summary>
    public double? StatementTimeoutSeconds { get; init; }

    /// <summary>Whether the whole upgrade is one transaction.</summary>
    public bool OneTransaction { get; init; }
}

/// <summary>The settings of <c>autogen.json</c> that the engine needs.</summary>
internal sealed record HostSettings
{
    /// <summary>The version table's name.</summary>
    public string VersionTable { get; init; } = "autogen_version";

    /// <summary>The schema of the version table and the log; <see langword="null"/> for the default one.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>The log's name.</summary>
    public string LogTable { get; init; } = "autogen_log";

    /// <summary>The only schemas to look at; empty for all.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>The only tables to look at, written as <see cref="ExcludeTables"/> are; empty for all.</summary>
    public IReadOnlyList<string> IncludeTables { get; init; } = [];

    /// <summary>Tables that are left alone, with <c>*</c> as a wildcard, optionally <c>schema.table</c>.</summary>
    public IReadOnlyList<string> ExcludeTables { get; init; } = [];

    /// <summary>Whether tables that neither the model nor a revision knows are dropped; else they are listed and left alone.</summary>
    public bool DropUnmanagedTables { get; init; }

    /// <summary>Whether comments are compared.</summary>
    public bool CompareComments { get; init; } = true;

    /// <summary>Whether cosmetic differences are acted on.</summary>
    public bool Strict { get; init; }

    /// <summary>The kinds of cosmetic difference that are acted on in any case, by their names.</summary>
    public IReadOnlyList<string> Significant { get; init; } = [];
}
