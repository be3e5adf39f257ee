using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.Commands;

/// <summary>What the database's log says of revisions that no file has.</summary>
internal static class RevisionLog
{
    /// <summary>The refusal of revisions that the build does not have.</summary>
    public static async Task<AutogenException> RefusalAsync(
        HostSession session, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        // The output of an older build is used (--no-build): the sources have them.
        if (ids.All(session.Project.RevisionFiles.ContainsKey))
        {
            return new AutogenException(
                ErrorCode.DatabaseRevisionUnknown,
                $"The database is at revision {string.Join(", ", ids.Select(id => $"'{id}' ({session.Project.RevisionFiles[id]})"))}, "
                    + "which is not compiled into the build. Run the command without --no-build.");
        }

        return UnknownRevisions.Refusal(ids, await SentencesAsync(session, ids, cancellationToken));
    }

    /// <summary>The failure of a command: where it is about revisions that no file has, with what the log says of them.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="session">The session, if there is one: its connection may be closed or broken.</param>
    public static async Task<Exception> ExplainAsync(Exception exception, HostSession? session)
    {
        if (session is null
            || exception is not AutogenException { Code: ErrorCode.DatabaseRevisionUnknown } known
            || !known.Details.TryGetValue(UnknownRevisions.Detail, out var ids))
            return exception;
        try
        {
            return await RefusalAsync(session, ids.Split(','), CancellationToken.None);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException or AutogenException)
        {
            return exception; // best effort: the log may be missing or not readable
        }
    }

    // When each was applied and by whom, as far as the log says.
    private static async Task<string> SentencesAsync(HostSession session, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var log = await session.CreateUpgrader().GetLogAsync(cancellationToken);
        return string.Join(' ', ids
            .Select(id =>
                log.LastOrDefault(entry => string.Equals(entry.Revision, id, StringComparison.Ordinal) && entry.Direction != "downgrade"))
            .OfType<Upgrading.Records.LogEntry>()
            .Select(entry => $"{(ids.Count == 1 ? "It" : $"'{entry.Revision}'")} was applied {entry.AppliedAt} by {entry.By}."));
    }
}
