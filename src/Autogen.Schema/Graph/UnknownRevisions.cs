using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Revisions that the database has and no file: somebody upgraded it from another branch, or by a newer version.</summary>
internal static class UnknownRevisions
{
    /// <summary>The error's detail that holds their ids, separated by commas.</summary>
    public const string Detail = "revision";

    /// <summary>The rows that no revision has.</summary>
    public static IReadOnlyList<string> Of(RevisionGraph graph, IEnumerable<string> current)
        => [.. current.Where(id => graph.Find(id) is null)];

    /// <summary>Rejects versions that no revision has.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.DatabaseRevisionUnknown"/>.</exception>
    public static void RequireNone(RevisionGraph graph, IEnumerable<string> current)
    {
        if (Of(graph, current) is { Count: > 0 } unknown)
            throw Refusal(unknown, "");
    }

    /// <summary>The error.</summary>
    /// <param name="ids">The revisions; one at least.</param>
    /// <param name="known">Sentences about them, from the log; empty where nothing is known.</param>
    public static AutogenException Refusal(IReadOnlyList<string> ids, string known)
        => new(ErrorCode.DatabaseRevisionUnknown, Message(ids, known))
        {
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { [Detail] = string.Join(',', ids) },
        };

    /// <summary>The error's message.</summary>
    /// <param name="ids">The revisions; one at least.</param>
    /// <param name="known">Sentences about them, from the log; empty where nothing is known.</param>
    public static string Message(IReadOnlyList<string> ids, string known)
        => "The database is at "
            + $"{(ids.Count == 1 ? $"revision '{ids[0]}'" : $"revisions {string.Join(", ", ids.Select(id => $"'{id}'"))}")}, which no file "
            + "has: it was upgraded from another branch or by a newer version. "
            + (known.Length == 0 ? "" : known + " ")
            + "Get the files: switch to that branch, or merge it. Or take the database back: 'dotnet autogen downgrade' on that branch. "
            + "If the files are gone for good and the database is as another revision leaves it, run 'dotnet autogen stamp --purge REV'.";
}
