using Autogen.Graph;
using Autogen.Schema.Dialects;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading.Scripting;

/// <summary>
/// The comments of a script: what it is, how it is run, and what each revision does. No date: the same input, the same script.
/// </summary>
internal static class ScriptHeader
{
    /// <summary>The lines above a script.</summary>
    /// <param name="script">What is scripted.</param>
    /// <param name="rows">The revisions that it begins at.</param>
    /// <param name="steps">Its steps, one at least.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="command">The command that runs it; <see langword="null"/> if unknown.</param>
    public static string Of(
        ScriptOptions script, IReadOnlyList<string> rows, IReadOnlyList<RevisionStep> steps, Dialect dialect, string? command)
        => SqlComment.Line(
                $"{Name(script.Direction)} {Ids(rows)} -> {Ids(steps[^1].After)} for {dialect.Name}, "
                    + $"{(steps.Count == 1 ? "1 revision" : $"{steps.Count} revisions")}. "
                    + $"Written by dotnet autogen {UpgradeLog.ToolVersion}.")
            + (script.IsIdempotent ? SqlComment.Line("Leaves out the revisions that the database has.") : "")
            + (command is null ? "" : SqlComment.Line($"Run it with: {command}"))
            + "\n";

    /// <summary>The lines above a revision: its id, what it is about, and the comments of its file.</summary>
    public static string Of(ScriptOptions script, RevisionNode node)
        => string.Concat(script.CommentsOf(node)
            .Select(comment => SqlComment.Line("  " + comment))
            .Prepend(SqlComment.Line(
                $"{Name(script.Direction)} {(script.Direction == StepDirection.Upgrade ? "to" : "from")} {node.Id}: "
                    + $"{script.MessageOf(node).ReplaceLineEndings("\n").Split('\n')[0]}")));

    private static string Name(StepDirection direction) => direction == StepDirection.Upgrade ? "Upgrade" : "Downgrade";

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "<base>" : string.Join(", ", ids);
}
