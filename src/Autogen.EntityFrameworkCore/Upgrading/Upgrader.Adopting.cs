using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading;

// Taking over a database that has no revisions yet.
internal sealed partial class Upgrader
{
    /// <summary>
    /// Sets the version to a base revision that says what exists, and writes it and what was before it into
    /// the log: all of it or nothing.
    /// </summary>
    /// <param name="id">The base revision.</param>
    /// <param name="earlier">
    /// What another tool has applied, in order: its id, and the tool with its version. Who did it and when is not known.
    /// </param>
    /// <param name="cancellationToken">Ends it, until all is written.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.NotAdoptable"/>: another process has set a version.</exception>
    public async Task AdoptAsync(string id, IReadOnlyList<(string Id, string Tool)> earlier, CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        var node = revisions.Graph.Find(id) ?? throw new InvalidOperationException($"The revision '{id}' was not compiled.");
        var checksum = revisions.ChecksumOf(node.Id, StepDirection.Upgrade, session.Provider);
        await LockedAsync(
            () => InTransactionAsync(
                async () =>
                {
                    var before = await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false);
                    if (before.Count > 0)
                        throw new AutogenException(
                            ErrorCode.NotAdoptable,
                            $"The database is at {string.Join(", ", before)} by now: another process took it over first. "
                                + "Get their revisions.");
                    await session.ExecuteAsync(session.VersionTable.CreateIfMissingSql, cancellationToken).ConfigureAwait(false);
                    await session.ExecuteAsync(session.Log.CreateSql, cancellationToken).ConfigureAwait(false);
                    await session.ChangeAsync(
                        [session.VersionTable.Change(new RowOperation(null, id))], cancellationToken).ConfigureAwait(false);
                    var now = TimeProvider.System.GetUtcNow();
                    foreach (var (migration, tool) in earlier)
                        await session.ExecuteAsync(
                            session.Log.EarlierSql(migration, "ef", now, isOurs: false, tool, ""), cancellationToken).ConfigureAwait(false);
                    await session.ExecuteAsync(
                        session.Log.EarlierSql(id, "adopt", now, isOurs: true, UpgradeLog.ToolVersion, checksum),
                        cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }
}
