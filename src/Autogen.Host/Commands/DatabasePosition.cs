using Autogen.Host.Session;
using Autogen.Schema;

namespace Autogen.Host.Commands;

/// <summary>Where the database is, against where the revisions end.</summary>
internal static class DatabasePosition
{
    /// <summary>The database's revisions, which must be the one head; empty where there are no revisions.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SeveralHeads"/> or <see cref="ErrorCode.NotUpToDate"/>.</exception>
    public static async Task<IReadOnlyList<string>> RequireHeadAsync(HostSession session, CancellationToken cancellationToken)
    {
        var heads = session.Graph.Heads;
        if (heads.Count > 1)
        {
            throw new AutogenException(
                ErrorCode.SeveralHeads,
                $"Multiple heads are present: {string.Join(", ", heads)}. A revision is based on one of them: see them with 'dotnet autogen heads', "
                + "and let one revise the other, or merge them.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["heads"] = string.Join(",", heads) },
            };
        }

        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        if (!current.ToHashSet(StringComparer.Ordinal).SetEquals(heads))
        {
            throw new AutogenException(
                ErrorCode.NotUpToDate,
                $"Target database is not up to date. It is at {(current.Count == 0 ? "<base>" : string.Join(", ", current))}, "
                + $"the head is {(heads.Count == 0 ? "<base>" : heads[0])}. Run 'dotnet autogen upgrade head' first.");
        }

        return current;
    }
}
