using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Finds a revision by its id, a unique prefix of it, or a branch label.</summary>
internal static class RevisionLookup
{
    /// <summary>A prefix is at least so long: shorter ones are ambiguous sooner or later.</summary>
    public const int ShortestPrefix = 4;

    /// <summary>The revision that a user means; for a label the one that has it in its file.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionNotFound"/>, <see cref="ErrorCode.PrefixTooShort"/> or <see cref="ErrorCode.RevisionAmbiguous"/>.
    /// </exception>
    public static RevisionNode Require(this RevisionGraph graph, string text)
    {
        if (graph.Find(text) is { } exact)
            return exact;
        if (graph.Labels.TryGetValue(text, out var labelled))
            return labelled;

        var matches = graph.ParentsFirst.Where(node => node.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = text };
        if (matches.Count > 0)
            details["matches"] = string.Join(",", matches.Take(ListedAtMost).Select(node => node.Id));
        return matches.Count switch
        {
            > 0 when text.Length < ShortestPrefix => throw Refused(
                ErrorCode.PrefixTooShort,
                $"'{text}' is too short for a revision: a prefix needs at least {ShortestPrefix} characters. It begins {List(matches)}."),
            1 => matches[0],
            > 1 => throw Refused(
                ErrorCode.RevisionAmbiguous, $"'{text}' is the beginning of several revisions: {List(matches)}. Give more characters."),
            _ => throw Refused(
                ErrorCode.RevisionNotFound,
                $"Can't locate revision identified by '{text}'. "
                    + (Near(graph, text) is { Count: > 0 } near
                        ? $"Did you mean {string.Join(" or ", near)}?"
                        : "'dotnet autogen history' lists the revisions.")),
        };

        AutogenException Refused(ErrorCode code, string message) => new(code, message) { Details = details };
    }

    /// <summary>The revision that represents a branch: that of the label, or of an id or a prefix.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.BranchNotFound"/>, or as <see cref="Require"/>.</exception>
    public static RevisionNode RequireBranch(this RevisionGraph graph, string text)
    {
        try
        {
            return graph.Require(text);
        }
        catch (AutogenException exception) when (exception.Code == ErrorCode.RevisionNotFound)
        {
            var labels = graph.Labels.Keys.Order(StringComparer.Ordinal).ToList();
            throw new AutogenException(
                ErrorCode.BranchNotFound,
                $"No such branch: '{text}'. "
                    + (labels.Count == 0
                        ? "No revision has a branch label: 'Branch' in its attribute gives one."
                        : $"There are {string.Join(", ", labels)}."),
                exception)
            {
                Details = exception.Details,
            };
        }
    }

    private const int ListedAtMost = 12;

    private static string List(List<RevisionNode> matches)
        => string.Join(", ", matches.Take(ListedAtMost).Select(Describe))
            + (matches.Count > ListedAtMost ? $" and {matches.Count - ListedAtMost} more" : "");

    private static string Describe(RevisionNode node)
        => node.Message.Length == 0 ? node.Id : $"{node.Id} ({node.Message.ReplaceLineEndings(" ")})";

    private static List<string> Near(RevisionGraph graph, string text)
        => [.. graph.ParentsFirst.Select(node => (Name: node.Id, Text: Describe(node)))
            .Concat(graph.Labels.Keys.Select(label => (Name: label, Text: label)))
            .Select(entry => (entry.Name, entry.Text, Distance: EditDistance.Between(text, entry.Name.Length > text.Length
                ? entry.Name[..text.Length]
                : entry.Name)))
            .Where(entry => entry.Distance <= Math.Max(1, text.Length / 4))
            .OrderBy(entry => entry.Distance).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(entry => entry.Text)];
}
