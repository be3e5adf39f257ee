using System.Text.Json.Serialization;

namespace Autogen.Messages;

/// <summary>
/// What the face asks of the engine: one JSON line on standard input, so that no password appears on a command line. Each command has a
/// record of its own with what only it needs.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(AdoptRequest), "adopt")]
[JsonDerivedType(typeof(BundleRequest), "bundle")]
[JsonDerivedType(typeof(CheckRequest), "check")]
[JsonDerivedType(typeof(CurrentRequest), "current")]
[JsonDerivedType(typeof(DiffRequest), "diff")]
[JsonDerivedType(typeof(DowngradeRequest), "downgrade")]
[JsonDerivedType(typeof(EnsureVersionRequest), "ensure-version")]
[JsonDerivedType(typeof(FleetCheckRequest), "fleet check")]
[JsonDerivedType(typeof(FleetStatusRequest), "fleet status")]
[JsonDerivedType(typeof(FleetUpgradeRequest), "fleet upgrade")]
[JsonDerivedType(typeof(LogRequest), "log")]
[JsonDerivedType(typeof(RehearseRequest), "rehearse")]
[JsonDerivedType(typeof(RevisionRequest), "revision")]
[JsonDerivedType(typeof(SqlRequest), "sql")]
[JsonDerivedType(typeof(StampRequest), "stamp")]
[JsonDerivedType(typeof(StatisticsRequest), "statistics")]
[JsonDerivedType(typeof(StatusRequest), "status")]
[JsonDerivedType(typeof(UpgradeRequest), "upgrade")]
[JsonDerivedType(typeof(VerifyRequest), "verify")]
internal abstract record HostRequest
{
    /// <summary>The application, its database and its revisions.</summary>
    public required ProjectRequest Project { get; init; }

    /// <summary>
    /// Whether the face answers questions: it then keeps the engine's standard input open, and answers each
    /// <see cref="QuestionEvent"/> with an <see cref="AnswerMessage"/>.
    /// </summary>
    public bool AnswersQuestions { get; init; }

    /// <summary>The command as the user typed it: results and the project's environment name it.</summary>
    [JsonIgnore]
    public string Command => CommandName;

    /// <summary>The connection strings and URLs that no message may show.</summary>
    [JsonIgnore]
    public IReadOnlyList<string?> Connections => [Project.Connection, OtherConnection];

    /// <summary>The value of <see cref="Command"/>.</summary>
    protected abstract string CommandName { get; }

    /// <summary>A second database of the command; <see langword="null"/> for none.</summary>
    protected virtual string? OtherConnection => null;
}
