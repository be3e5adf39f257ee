using System.Data.Common;
using System.Globalization;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Room for locks that all transactions of a server share: <c>max_locks_per_transaction</c> for each of its connections and prepared
/// transactions. https://www.postgresql.org/docs/current/runtime-config-locks.html#GUC-MAX-LOCKS-PER-TRANSACTION
/// </summary>
/// <param name="PerTransaction">The setting <c>max_locks_per_transaction</c>.</param>
/// <param name="Connections">The setting <c>max_connections</c>.</param>
/// <param name="Prepared">The setting <c>max_prepared_transactions</c>.</param>
internal sealed record LockCapacity(int PerTransaction, int Connections, int Prepared) : LockRoom
{
    private const string Query =
        """
        SELECT pg_catalog.current_setting('max_locks_per_transaction', true), pg_catalog.current_setting('max_connections', true),
               pg_catalog.current_setting('max_prepared_transactions', true)
        """;

    /// <summary>Locks for which no server need be asked: each has room for at least 10 for each of several connections.</summary>
    public static int Few => 50;

    /// <summary>
    /// Tables, indexes and sequences that can be locked at the same time. The server has a little more, which is not to be relied on.
    /// </summary>
    public int Locks => PerTransaction * (Connections + Prepared);

    /// <summary>That of an upgrade's server.</summary>
    public static async Task<LockCapacity?> OfAsync(UpgradeSession session, CancellationToken cancellationToken)
        => session.Options.LockCapacity as LockCapacity ?? await ReadAsync(session.Connection, cancellationToken).ConfigureAwait(false);

    /// <summary>Asks the server.</summary>
    /// <returns><see langword="null"/> where it has no such settings: engines that only speak PostgreSQL's protocol.</returns>
    public static async Task<LockCapacity?> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        int? Number(int column)
            => int.TryParse(reader[column] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Number(0) is { } locks and > 0 && Number(1) is { } connections and > 0
            ? new LockCapacity(locks, connections, Number(2) ?? 0)
            : null;
    }

    /// <summary>The warning for a transaction that needs more locks; <see langword="null"/> where there is room.</summary>
    /// <param name="what">The transaction, for the beginning of a sentence: <c>Revision 1975ea83b712</c>.</param>
    /// <param name="locks">How many it needs.</param>
    public string? Warning(string what, int locks) => locks <= Locks ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{what} locks about {locks:N0} tables, indexes and sequences in one transaction. The server has room for {Locks:N0}: "
            + $"max_locks_per_transaction ({PerTransaction}) x (max_connections ({Connections}) + ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"max_prepared_transactions ({Prepared})). The upgrade may fail (AG0080) and is rolled back then. "
                + $"Set max_locks_per_transaction to {SettingFor(locks)} or more and restart the server, ")
        + "or split the revision: write it in parts, with includeTables or schemas in autogen.json.";

    // A tenth more than the estimate, rounded up.
    private int SettingFor(int locks) => ((locks * 11) + (10 * (Connections + Prepared)) - 1) / (10 * (Connections + Prepared));
}
