using Autogen.Commands;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Schema;

namespace Autogen.Host.Commands;

/// <summary>Where the database is, against where the revisions end.</summary>
internal static class DatabasePosition
{
    /// <summary>
    /// The database's revisions, which must be the heads: one, unless the caller knows which of several it builds on;
    /// empty where there are no revisions.
    /// </summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.SeveralHeads"/>, <see cref="ErrorCode.RevisionUnfinished"/> or <see cref="ErrorCode.NotUpToDate"/>.
    /// </exception>
    public static async Task<IReadOnlyList<string>> RequireHeadsAsync(
        ProjectSession session, bool mayBeSeveral, CancellationToken cancellationToken)
    {
        var heads = session.Graph.Heads;
        if (heads.Count > 1 && !mayBeSeveral)
        {
            throw new AutogenException(
                ErrorCode.SeveralHeads,
                $"Multiple heads are present: {string.Join(", ", heads)}. A revision is based on one of them: say which with --head, "
                + "or bring them together with 'dotnet autogen merge heads' or 'rebase'.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["heads"] = string.Join(",", heads) },
            };
        }

        using var stage = Stage.Begin("version of the database");
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        UnknownRevisions.RequireNone(session.Graph, current);
        await DatabaseWarnings.RequireWholeAsync(session, cancellationToken);
        if (!current.ToHashSet(StringComparer.Ordinal).SetEquals(session.Graph.RealHeads))
        {
            throw new AutogenException(
                ErrorCode.NotUpToDate,
                $"Target database is not up to date. It is at {(current.Count == 0 ? "<base>" : string.Join(", ", current))}, "
                + $"{(heads.Count > 1 ? "the heads are" : "the head is")} {(heads.Count == 0 ? "<base>" : string.Join(", ", heads))}. "
                + $"Run 'dotnet autogen upgrade {(heads.Count > 1 ? "heads" : "head")}' first.");
        }

        return current;
    }
}
