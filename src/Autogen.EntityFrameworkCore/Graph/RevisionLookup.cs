using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Finds a revision by its id or a unique prefix of it.</summary>
internal static class RevisionLookup
{
    /// <summary>A prefix is at least so long: shorter ones are ambiguous sooner or later.</summary>
    public const int ShortestPrefix = 4;

    /// <summary>The revision that a user means.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionNotFound"/> or <see cref="ErrorCode.RevisionAmbiguous"/>.</exception>
    public static RevisionNode Require(this RevisionGraph graph, string text)
    {
        if (graph.Find(text) is { } exact)
            return exact;

        var matches = graph.ParentsFirst.Where(node => node.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (text.Length >= ShortestPrefix && matches.Count == 1)
            return matches[0];
        if (text.Length >= ShortestPrefix && matches.Count > 1)
        {
            throw new AutogenException(
                ErrorCode.RevisionAmbiguous,
                $"'{text}' is the beginning of several revisions: {string.Join(", ", matches.Select(Describe))}. Give more characters.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["matches"] = string.Join(",", matches.Select(node => node.Id)) },
            };
        }

        var advice = matches.Count > 0
            ? $" A prefix needs at least {ShortestPrefix} characters."
            : Near(graph, text) is { Count: > 0 } near
                ? $" Did you mean {string.Join(" or ", near.Select(Describe))}?"
                : " 'dotnet autogen history' lists the revisions.";
        throw new AutogenException(ErrorCode.RevisionNotFound, $"Can't locate revision identified by '{text}'.{advice}")
        {
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = text },
        };
    }

    private static string Describe(RevisionNode node) => node.Message.Length == 0 ? node.Id : $"{node.Id} ({node.Message})";

    private static List<RevisionNode> Near(RevisionGraph graph, string text)
        => [.. graph.ParentsFirst
            .Select(node => (node, distance: EditDistance.Between(text, node.Id.Length > text.Length ? node.Id[..text.Length] : node.Id)))
            .Where(entry => entry.distance <= Math.Max(1, text.Length / 4))
            .OrderBy(entry => entry.distance).ThenBy(entry => entry.node.Id, StringComparer.Ordinal)
            .Take(3)
            .Select(entry => entry.node)];
}
