using Autogen.Graph;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading;

// Setting the version without running anything.
internal sealed partial class Upgrader
{
    /// <summary>Creates the version table if it does not exist.</summary>
    /// <returns>Whether it had to be created.</returns>
    public async Task<bool> EnsureVersionTableAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        return await LockedAsync(
            () => InTransactionAsync(
                async () =>
                {
                    if (await session.VersionTable.ExistsAsync(session.Connection, null, cancellationToken).ConfigureAwait(false))
                        return false;
                    await session.ExecuteAsync(session.VersionTable.CreateSql, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets the revisions that the database is at.</summary>
    /// <param name="targets">Targets.</param>
    /// <param name="purge">Whether what the table holds is forgotten unread: it may be garbage.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task StampAsync(IReadOnlyList<string> targets, bool purge, CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        await LockedAsync(
            () => InTransactionAsync(
                async () =>
                {
                    var exists = await session.VersionTable.ExistsAsync(session.Connection, null, cancellationToken).ConfigureAwait(false);
                    if (!exists)
                        await session.ExecuteAsync(session.VersionTable.CreateSql, cancellationToken).ConfigureAwait(false);
                    if (purge)
                        await session.ExecuteAsync(
                            $"DELETE FROM {session.VersionTable.QuotedName}", cancellationToken).ConfigureAwait(false);
                    var before = await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false);
                    if (await session.ReadUnfinishedAsync(cancellationToken).ConfigureAwait(false) is not null)
                        await session.ExecuteAsync(session.Unfinished.DropSql, cancellationToken).ConfigureAwait(false);
                    await session.ChangeAsync(
                        [.. VersionRows.Between(before, UpgradePlan.Stamp(revisions.Graph, before, targets), []).Select(
                            session.VersionTable.Change)],
                        cancellationToken).ConfigureAwait(false);
                    await session.ExecuteAsync(session.Log.CreateSql, cancellationToken).ConfigureAwait(false);
                    foreach (var revision in Stamped(await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false)))
                        await session.ExecuteAsync(
                            session.Log.EarlierSql(
                                revision, "stamp", TimeProvider.System.GetUtcNow(), isOurs: true, UpgradeLog.ToolVersion, ""),
                            cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    // What the log calls the place where a stamp leaves the database.
    private static IReadOnlyList<string> Stamped(IReadOnlyList<string> rows) => rows.Count == 0 ? ["base"] : rows;

    private async Task<T> InTransactionAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            var result = await action().ConfigureAwait(false);
            await session.CommitAsync().ConfigureAwait(false);
            return result;
        }
        catch (Exception exception)
        {
            await session.RollBackAsync().ConfigureAwait(false);
            if (DatabaseErrors.Explain(exception, session.Connection) is { } explained)
                throw explained;
            throw;
        }
    }
}
