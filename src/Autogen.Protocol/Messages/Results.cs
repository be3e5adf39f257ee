namespace Autogen.Messages;

/// <summary>
/// What <c>--json</c> prints; the shape is documented in <c>docs/json.md</c>. <c>Format</c> is raised when a member changes its meaning.
/// </summary>
internal abstract record CommandResult
{
    /// <summary>The document's version.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The command that answers.</summary>
    public required string Command { get; init; }
}

/// <summary>The result of <c>revision</c>.</summary>
internal sealed record RevisionResult : CommandResult
{
    /// <summary>The new revision's id, or <see langword="null"/> where there was nothing to write.</summary>
    public string? Id { get; init; }

    /// <summary>The file's name, without a folder.</summary>
    public string? FileName { get; init; }

    /// <summary>The file, relative to the project, once the face has written it.</summary>
    public string? File { get; init; }

    /// <summary>The C# text.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The database that it is for: <c>postgresql</c> or <c>sqlite</c>; <see langword="null"/> where it was
    /// written without one, or for both.
    /// </summary>
    public string? Provider { get; init; }

    /// <summary>The SQL that the upgrade would run (<c>--sql</c>).</summary>
    public string? Script { get; init; }

    /// <summary>The differences.</summary>
    public IReadOnlyList<ChangeMessage> Changes { get; init; } = [];

    /// <summary>What the upgrade endangers.</summary>
    public IReadOnlyList<RiskMessage> Risks { get; init; } = [];

    /// <summary>Views, functions and other objects that the model maps, no operation creates and the database does not have.</summary>
    public IReadOnlyList<MissingMessage> Missing { get; init; } = [];
}

/// <summary>An object that the model maps and the database does not have.</summary>
/// <param name="Kind"><c>view</c>, <c>table</c>, <c>function</c> or <c>procedure</c>.</param>
/// <param name="Name">Its name, with the schema that the model gives.</param>
/// <param name="Source">Who maps it: <c>entity 'Order'</c>.</param>
/// <param name="Text">The line that people read.</param>
internal sealed record MissingMessage(string Kind, string Name, string Source, string Text);

/// <summary>The result of <c>check</c> and <c>diff</c>.</summary>
internal sealed record DiffResult : CommandResult
{
    /// <summary>The differences; cosmetic ones among them, marked.</summary>
    public IReadOnlyList<ChangeMessage> Changes { get; init; } = [];

    /// <summary>What the operations endanger.</summary>
    public IReadOnlyList<RiskMessage> Risks { get; init; } = [];

    /// <summary>Tables that neither the model nor a revision knows; left alone.</summary>
    public IReadOnlyList<string> UnmanagedTables { get; init; } = [];

    /// <summary>Tables in which other tools, or this tool for other schemas, keep what was applied; left alone.</summary>
    public IReadOnlyList<string> HistoryTables { get; init; } = [];

    /// <summary>Views, functions and other objects that the model maps, no operation creates and the database does not have.</summary>
    public IReadOnlyList<MissingMessage> Missing { get; init; } = [];

    /// <summary>Revisions that were changed after they were applied (<c>check</c>).</summary>
    public IReadOnlyList<string> ChangedRevisions { get; init; } = [];

    /// <summary>The heads, where <c>check --single-head</c> found several; the model was not compared then.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>The SQL that would be run (<c>diff</c>).</summary>
    public string? Script { get; init; }

    /// <summary>The C# of the two bodies (<c>diff</c>).</summary>
    public string? Text { get; init; }
}

/// <summary>The result of <c>upgrade</c>, <c>downgrade</c> and <c>stamp</c>.</summary>
internal sealed record UpgradeResult : CommandResult
{
    /// <summary>The steps that ran, or would run.</summary>
    public IReadOnlyList<StepMessage> Steps { get; init; } = [];

    /// <summary>The revisions the database was at.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The revisions the database is at.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The script (<c>--sql</c>).</summary>
    public string? Script { get; init; }

    /// <summary>Whether the result only shows what would be done.</summary>
    public bool DryRun { get; init; }
}

/// <summary>The result of <c>current</c>, <c>history</c>, <c>heads</c>, <c>show</c> and <c>status</c>.</summary>
internal sealed record RevisionsResult : CommandResult
{
    /// <summary>The revisions, newest first.</summary>
    public IReadOnlyList<RevisionMessage> Revisions { get; init; } = [];

    /// <summary>Heads of the graph (<c>status</c>).</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>Where the database is (<c>status</c>, <c>current</c>).</summary>
    public IReadOnlyList<string> Current { get; init; } = [];

    /// <summary>The revision that is not whole (<c>status</c>, <c>current</c>).</summary>
    public UnfinishedMessage? Unfinished { get; init; }

    /// <summary>How many revisions are not applied (<c>status</c>).</summary>
    public int? Pending { get; init; }

    /// <summary>The source (<c>show</c>).</summary>
    public string? Text { get; init; }
}

/// <summary>A revision of more than one transaction that was interrupted.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Direction"><c>upgrade</c> or <c>downgrade</c>.</param>
/// <param name="StatementsDone">How many of its statements are done.</param>
/// <param name="Rows">How many rows of the backfill that comes next are done.</param>
internal sealed record UnfinishedMessage(string Id, string Direction, int StatementsDone, long Rows);

/// <summary>The result of <c>history --log</c>.</summary>
internal sealed record LogResult : CommandResult
{
    /// <summary>What was done, newest first.</summary>
    public IReadOnlyList<LogEntryMessage> Entries { get; init; } = [];
}

/// <summary>A line of the log.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Direction"><c>upgrade</c>, <c>downgrade</c>, or what else a command calls its doing.</param>
/// <param name="AppliedAt">When, in UTC.</param>
/// <param name="Milliseconds">How long it took; 0 where it was a script.</param>
/// <param name="By">Who.</param>
/// <param name="ToolVersion">With which version.</param>
/// <param name="Checksum">Of what the revision did.</param>
/// <param name="Message">What the revision is about; <see langword="null"/> where no file has it.</param>
internal sealed record LogEntryMessage(
    string Id, string Direction, string AppliedAt, long Milliseconds, string By, string ToolVersion, string Checksum, string? Message);

/// <summary>The result of <c>verify</c>.</summary>
internal sealed record VerifyResult : CommandResult
{
    /// <summary>The revisions that were proven, parents first.</summary>
    public IReadOnlyList<ProofMessage> Revisions { get; init; } = [];

    /// <summary>How the model differs from what the heads leave; <see langword="null"/> where no head was proven.</summary>
    public IReadOnlyList<FindingMessage>? Model { get; init; }

    /// <summary>The revisions that were not tried, because one before them does not run.</summary>
    public IReadOnlyList<string> NotTried { get; init; } = [];
}

/// <summary>A revision's proof.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Message">What it is about.</param>
/// <param name="Findings">What is wrong; empty where nothing is.</param>
internal sealed record ProofMessage(string Id, string Message, IReadOnlyList<FindingMessage> Findings);

/// <summary>Something wrong.</summary>
/// <param name="Kind">
/// <c>upgradeFails</c>, <c>downgradeFails</c>, <c>downgradeLeaves</c>, <c>upgradeAgainFails</c>,
/// <c>upgradeAgainDiffers</c> or <c>modelDiffers</c>.
/// </param>
/// <param name="Text">One line for people: <c>the downgrade leaves: added column 'orders.total'</c>.</param>
internal sealed record FindingMessage(string Kind, string Text);

/// <summary>The result of <c>adopt</c>.</summary>
internal sealed record AdoptResult : CommandResult
{
    /// <summary>The base revision's id.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name, without a folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The file, relative to the project, once the face has written it.</summary>
    public string? File { get; init; }

    /// <summary>The C# text; not repeated once it is written.</summary>
    public string? Text { get; init; }

    /// <summary>The tables that are taken over.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>The tables that are left to others.</summary>
    public IReadOnlyList<string> LeftAloneTables { get; init; } = [];

    /// <summary>What else is there and no revision makes.</summary>
    public IReadOnlyList<OtherMessage> LeftAlone { get; init; } = [];

    /// <summary>Tables of others that foreign keys refer to: an empty database must have them before the base revision.</summary>
    public IReadOnlyList<string> RequiredTables { get; init; } = [];

    /// <summary>Whether the base revision was proven on a scratch database.</summary>
    public bool Verified { get; init; }

    /// <summary>What a database that the base revision makes would still need to be this one.</summary>
    public IReadOnlyList<ChangeMessage> NotExpressed { get; init; } = [];

    /// <summary>What is wrong with the base revision's downgrade.</summary>
    public IReadOnlyList<FindingMessage> Findings { get; init; } = [];

    /// <summary>The migrations that EF Core has applied (<c>--from-ef</c>).</summary>
    public IReadOnlyList<EfMigrationMessage> EfMigrations { get; init; } = [];

    /// <summary>What a person should know besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the database is at the base revision now.</summary>
    public bool Stamped { get; init; }

    /// <summary>How the model differs from the database.</summary>
    public IReadOnlyList<ChangeMessage> Changes { get; init; } = [];

    /// <summary>What the operations for that would endanger.</summary>
    public IReadOnlyList<RiskMessage> Risks { get; init; } = [];
}

/// <summary>An object that is not compared.</summary>
/// <param name="Kind">Its kind: <c>view</c>, <c>trigger</c>, <c>function</c> …</param>
/// <param name="Name">Its name: <c>touched on orders</c>.</param>
internal sealed record OtherMessage(string Kind, string Name);

/// <summary>A migration that EF Core has applied.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProductVersion">The version of EF Core that wrote it.</param>
internal sealed record EfMigrationMessage(string Id, string ProductVersion);

/// <summary>The result of <c>sql</c>.</summary>
internal sealed record SqlResult : CommandResult
{
    /// <summary>The columns' names; empty for a statement without a result.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The rows; values as invariant text, <see langword="null"/> for NULL.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>The rows that a statement changed; -1 where that has no meaning.</summary>
    public int Affected { get; init; } = -1;
}

/// <summary>The result of <c>init</c> and <c>ensure-version</c>.</summary>
internal sealed record DoneResult : CommandResult
{
    /// <summary>What was done, a line each; empty where nothing had to be.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];
}

/// <summary>The result of <c>bundle</c>.</summary>
internal sealed record BundleResult : CommandResult
{
    /// <summary>The context: its full name, a comma and its assembly's name.</summary>
    public required string Context { get; init; }

    /// <summary>How many revisions there are.</summary>
    public int Revisions { get; init; }

    /// <summary>The heads.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>The executable, once the face has made it.</summary>
    public string? File { get; init; }

    /// <summary>Whether it holds the .NET runtime.</summary>
    public bool SelfContained { get; init; }
}
