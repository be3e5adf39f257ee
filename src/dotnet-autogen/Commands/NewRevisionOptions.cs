using System.CommandLine;
using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.Tool.Commands;

/// <summary>The options of the commands that write a revision.</summary>
/// <param name="kind">Which of them it is for.</param>
internal sealed class NewRevisionOptions(NewRevisionKind kind)
{
    private readonly Option<string?> message = new("--message", "-m") { Description = "What the revision is about.", HelpName = "MSG" };
    private readonly Option<string?> id = new("--rev-id")
    {
        Description = "The revision's id; default: 12 random hexadecimal digits.",
        HelpName = "ID"
    };
    private readonly Option<string?> folder = new("--revisions-dir")
    {
        Description = "Where the file is written; default: the folder of autogen.json.",
        HelpName = "DIR"
    };
    private readonly Option<string[]> labels = new("--branch-label")
    {
        Description = "A label for the branch that begins here; repeatable.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = false
    };
    private readonly Option<string?> head = new("--head")
    {
        Description = "The head that it is based on: a target, as LABEL@head; base for a history of its own.",
        HelpName = "REV"
    };
    private readonly Option<bool> splice =
        new("--splice") { Description = "With --head: the revision need not be a head; a branch begins there." };
    private readonly Option<string[]> dependsOn = new("--depends-on")
    {
        Description = "A revision, or a branch label, that must be applied before; repeatable.",
        HelpName = "REV",
        AllowMultipleArgumentsPerToken = false
    };
    private readonly Option<bool> dryRun = Arguments.DryRun("Prints the C# and writes nothing.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options = kind switch
        {
            NewRevisionKind.Merge => [message, labels, id, folder, dryRun],
            NewRevisionKind.Adopted => [message, id, folder, dryRun],
            _ => [message, head, splice, labels, dependsOn, id, folder, dryRun],
        };
        foreach (var option in options)
            command.Options.Add(option);
    }

    /// <summary>What the revision is about.</summary>
    public string? Message(ParseResult parsed) => parsed.GetValue(message);

    /// <summary>Its id, where one is given.</summary>
    /// <exception cref="AutogenException">It can't be one.</exception>
    public string? Id(ParseResult parsed)
    {
        var given = parsed.GetValue(id);
        if (given is not null && !RevisionName.IsValid(given))
            throw new AutogenException(ErrorCode.RevisionInvalid, $"'{given}' can't be a revision's id: {RevisionName.Rule}.");
        return given;
    }

    /// <summary>Where the file is written, where that is given.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(folder);

    /// <summary>New branch labels.</summary>
    public IReadOnlyList<string> Labels(ParseResult parsed) => parsed.GetValue(labels) ?? [];

    /// <summary>The target that it revises, where one is given.</summary>
    public string? Head(ParseResult parsed) => parsed.GetValue(head);

    /// <summary>Whether a branch may begin.</summary>
    public bool IsSplice(ParseResult parsed) => parsed.GetValue(splice);

    /// <summary>What it depends on.</summary>
    public IReadOnlyList<string> DependsOn(ParseResult parsed) => parsed.GetValue(dependsOn) ?? [];

    /// <summary>Whether nothing is written.</summary>
    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(dryRun);
}

/// <summary>The commands that write a revision.</summary>
internal enum NewRevisionKind
{
    /// <summary><c>revision</c>.</summary>
    Revision,

    /// <summary><c>merge</c>.</summary>
    Merge,

    /// <summary><c>adopt</c>.</summary>
    Adopted,
}
