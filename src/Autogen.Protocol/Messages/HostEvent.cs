using System.Text.Json;
using System.Text.Json.Serialization;
using Autogen.Schema;

namespace Autogen.Messages;

/// <summary>What the engine tells the face: a JSON line each, on standard output, behind <see cref="HostProtocol.Prefix"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LogEvent), "log")]
[JsonDerivedType(typeof(DetectedEvent), "detected")]
[JsonDerivedType(typeof(StepStartedEvent), "stepStarted")]
[JsonDerivedType(typeof(StepProgressEvent), "stepProgress")]
[JsonDerivedType(typeof(StepFinishedEvent), "stepFinished")]
[JsonDerivedType(typeof(RowsChangedEvent), "rowsChanged")]
[JsonDerivedType(typeof(WaitingEvent), "waiting")]
[JsonDerivedType(typeof(FleetWaveEvent), "fleetWave")]
[JsonDerivedType(typeof(FleetDatabaseEvent), "fleetDatabase")]
[JsonDerivedType(typeof(QuestionEvent), "question")]
[JsonDerivedType(typeof(TimingsEvent), "timings")]
[JsonDerivedType(typeof(ResultEvent), "result")]
[JsonDerivedType(typeof(FailedEvent), "failed")]
internal abstract record HostEvent;

/// <summary>A message before the result.</summary>
/// <param name="Level"><c>verbose</c>, <c>information</c> or <c>warning</c>.</param>
/// <param name="Text">One line or several, for people.</param>
internal sealed record LogEvent(string Level, string Text) : HostEvent;

/// <summary>A difference was found; sent as soon as the comparison is done, before the file is written.</summary>
/// <param name="Change">The difference.</param>
internal sealed record DetectedEvent(ChangeMessage Change) : HostEvent;

/// <summary>A revision begins to run.</summary>
internal sealed record StepStartedEvent(StepMessage Step) : HostEvent;

/// <summary>A statement of the running revision is about to run.</summary>
/// <param name="Done">How many statements are done.</param>
/// <param name="Total">How many there are.</param>
internal sealed record StepProgressEvent(int Done, int Total) : HostEvent;

/// <summary>A revision has run.</summary>
internal sealed record StepFinishedEvent(StepMessage Step, double Milliseconds) : HostEvent;

/// <summary>A batch of a backfill is done.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows are done.</param>
/// <param name="Total">How many there are.</param>
/// <param name="RowsPerSecond">How fast this run is.</param>
/// <param name="IsLast">Whether that was the last batch.</param>
internal sealed record RowsChangedEvent(string Table, long Rows, long Total, double RowsPerSecond, bool IsLast) : HostEvent;

/// <summary>Another upgrade holds the lock.</summary>
/// <param name="Text">Who, and since when, as far as the database tells.</param>
internal sealed record WaitingEvent(string Text) : HostEvent;

/// <summary>A wave of a fleet begins.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Count">How many waves there are.</param>
/// <param name="Databases">How many databases it has.</param>
internal sealed record FleetWaveEvent(int Number, int Count, int Databases) : HostEvent;

/// <summary>A database of a fleet is done.</summary>
/// <param name="Database">What became of it.</param>
/// <param name="Done">How many are done, this one included.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="Milliseconds">How long this one took.</param>
internal sealed record FleetDatabaseEvent(FleetDatabaseMessage Database, int Done, int Total, int Failed, double Milliseconds) : HostEvent;

/// <summary>A question; the engine waits for its <see cref="AnswerMessage"/>.</summary>
/// <param name="Id">Its number in this run.</param>
/// <param name="Question">The question.</param>
internal sealed record QuestionEvent(int Id, Question Question) : HostEvent;

/// <summary>Where the engine's time went; before the result, if the request wants it.</summary>
/// <param name="Stages">The stages.</param>
/// <param name="Milliseconds">From the request to this event.</param>
internal sealed record TimingsEvent(IReadOnlyList<StageTime> Stages, double Milliseconds) : HostEvent;

/// <summary>A stage of a command.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Milliseconds">Its time, without the stages inside it.</param>
/// <param name="RoundTrips">How many calls of the database the provider traced; zero where it traces none.</param>
/// <param name="DatabaseMilliseconds">The time from the start of these calls until their rows were read.</param>
internal sealed record StageTime(string Name, double Milliseconds, int RoundTrips, double DatabaseMilliseconds);

/// <summary>The command's result; the last line of a command that succeeded.</summary>
/// <param name="ExitCode">0, or 3 where something was found.</param>
/// <param name="Document">The <c>--json</c> document, one of the records in <c>Results.cs</c>.</param>
internal sealed record ResultEvent(int ExitCode, JsonElement Document) : HostEvent;

/// <summary>The command was refused or failed; the last line.</summary>
/// <param name="Code">The error's code as it is written, <c>AG0018</c>; <see langword="null"/> for a defect of the tool.</param>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Message">What happened and what to do now.</param>
/// <param name="Details">What the message names.</param>
/// <param name="Stack">For <c>--verbose</c>.</param>
internal sealed record FailedEvent(string? Code, int ExitCode, string Message, IReadOnlyDictionary<string, string> Details, string? Stack)
    : HostEvent
{
    /// <summary>The failure without passwords: libraries and the application write its parts, too.</summary>
    /// <param name="connections">The connection strings and URLs that are known.</param>
    public FailedEvent Redacted(IReadOnlyCollection<string?> connections) => this with
    {
        Message = Redaction.Of(Message, connections),
        Details = Details.ToDictionary(detail => detail.Key, detail => Redaction.Of(detail.Value, connections), StringComparer.Ordinal),
        Stack = Stack is null ? null : Redaction.Of(Stack, connections),
    };
}

/// <summary>A difference, for people and programs.</summary>
/// <param name="Action"><c>added</c>, <c>removed</c>, <c>altered</c> or <c>renamed</c>.</param>
/// <param name="Kind">The kind of object: <c>table</c>, <c>column</c>, <c>primary key</c> …</param>
/// <param name="Table">The table it belongs to, or <see langword="null"/>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Text">The line a person reads, without "Detected": <c>added table 'orders'</c>.</param>
/// <param name="Cosmetic">Whether it only makes operations with <c>--strict</c>.</param>
/// <param name="CosmeticKind">Its kind in the table of cosmetic differences.</param>
/// <param name="Reason">Why it counts as a difference, or why it does not matter.</param>
internal sealed record ChangeMessage(
    string Action, string Kind, string? Table, string Name, string Text, bool Cosmetic, string? CosmeticKind, string? Reason)
{
    /// <summary>The object's definition in the database (<c>diff</c>); <see langword="null"/> for an added object, and for a row.</summary>
    public string? Before { get; init; }

    /// <summary>The definition that the model has (<c>diff</c>); <see langword="null"/> for a removed object, and for a row.</summary>
    public string? After { get; init; }
}

/// <summary>A danger that a reviewer must know of.</summary>
/// <param name="Kind">
/// <c>dataLoss</c>, <c>lostGuarantee</c>, <c>guess</c>, <c>mayFail</c>, <c>tableRewrite</c>, <c>longLock</c> or <c>note</c>.
/// </param>
/// <param name="Text">One sentence.</param>
/// <param name="Rename">What <c>--rename</c> would say, if a drop and an add are a rename; else <see langword="null"/>.</param>
/// <param name="Question">
/// The question for a person, where <paramref name="Rename"/> or <paramref name="Backfill"/> is given.
/// </param>
/// <param name="Backfill">
/// The column, as <c>--backfill</c> takes it, if rows fail the upgrade or the downgrade because nobody has given them a value; else
/// <see langword="null"/>.
/// </param>
/// <param name="Rows">How many such rows there are at present, at least; <see langword="null"/> if they were not counted.</param>
internal sealed record RiskMessage(
    string Kind, string Text, string? Rename = null, string? Question = null, string? Backfill = null, long? Rows = null)
{
    /// <summary>
    /// The table that the operation changes, as <see cref="ChangeMessage.Table"/> has it; <see langword="null"/> for another object.
    /// </summary>
    public string? Table { get; init; }
}

/// <summary>A revision that runs, or would run.</summary>
/// <param name="Direction"><c>upgrade</c>, <c>downgrade</c>, or <c>verify</c>.</param>
/// <param name="From">The ids it starts from; empty for the base.</param>
/// <param name="To">The ids it arrives at; empty for the base.</param>
/// <param name="Message">What the revision is about.</param>
internal sealed record StepMessage(string Direction, IReadOnlyList<string> From, IReadOnlyList<string> To, string Message);

/// <summary>A revision, for listings.</summary>
/// <param name="Id">The revision's id.</param>
/// <param name="Revises">Its parents' ids.</param>
/// <param name="Message">What it is about.</param>
/// <param name="IsHead">Whether nothing revises it.</param>
/// <param name="IsCurrent">Whether the database is at it; <see langword="null"/> where the database was not asked.</param>
/// <param name="IsApplied">Whether the database has it; <see langword="null"/> where the database was not asked.</param>
/// <param name="Created">When it was written, or <see langword="null"/>.</param>
/// <param name="File">Its file, relative to the project, or <see langword="null"/>.</param>
internal sealed record RevisionMessage(
    string Id,
    IReadOnlyList<string> Revises,
    string Message,
    bool IsHead,
    bool? IsCurrent = null,
    bool? IsApplied = null,
    string? Created = null,
    string? File = null)
{
    /// <summary>Ids or labels of revisions that must be applied before, as written.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The labels in its file.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The labels of the branches that it is on.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>The ids of its children.</summary>
    public IReadOnlyList<string> RevisedBy { get; init; } = [];

    /// <summary>Whether it has several children.</summary>
    public bool IsBranchPoint => RevisedBy.Count > 1;

    /// <summary>Whether it has several parents.</summary>
    public bool IsMerge => Revises.Count > 1;

    /// <summary>Whether it is a head that another revision depends on, so that a database which has that one has no row of it.</summary>
    public bool IsEffectiveHead { get; init; }

    /// <summary>
    /// Whether it does something else now than it did when it was applied; <see langword="null"/> where that was not asked, or is not so.
    /// </summary>
    public bool? IsChanged { get; init; }
}
