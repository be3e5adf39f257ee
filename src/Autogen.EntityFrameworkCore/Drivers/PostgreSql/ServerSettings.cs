using System.Data.Common;
using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// What a server takes of what an upgrade asks for: the one place for servers that only speak PostgreSQL's protocol. Settings are made for
/// one transaction (<c>SET LOCAL</c>): behind a pooler the next one may run in another session.
/// </summary>
internal sealed class ServerSettings
{
    private const string Query =
        """
        SELECT pg_catalog.current_schema(), pg_catalog.current_setting('search_path'), pg_catalog.current_setting('server_version_num'),
               pg_catalog.current_setting('synchronous_commit', true), pg_catalog.current_setting('idle_in_transaction_session_timeout', true),
               pg_catalog.current_setting('client_connection_check_interval', true)
        """;

    private readonly List<string> optional = [];
    private readonly List<string> required = [];

    private ServerSettings(string? schema, string searchPath)
    {
        Schema = schema;
        SearchPath = searchPath;
    }

    /// <summary>The schema in which unqualified names are created; <see langword="null"/> if none exists.</summary>
    public string? Schema { get; }

    /// <summary>The application's search path.</summary>
    public string SearchPath { get; }

    /// <summary>Whether the server knows <c>SKIP LOCKED</c>, as far as it was tried.</summary>
    public bool SkipsLocked { get; set; } = true;

    /// <summary>Whether the server knows <c>lock_timeout</c>.</summary>
    public bool TakesLockTimeout { get; private set; } = true;

    /// <summary>Whether a transaction that is idle for too long is rolled back.</summary>
    public bool EndsIdle => optional.Exists(sql => sql.Contains("idle_in_transaction", StringComparison.Ordinal));

    /// <summary>The statements with which every transaction begins.</summary>
    public IEnumerable<string> Sql => required.Concat(optional);

    /// <summary>Asks the server.</summary>
    public static async Task<ServerSettings> ReadAsync(DbConnection connection, UpgradeOptions options, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var settings = new ServerSettings(reader[0] as string, reader.GetString(1));
        settings.Choose(
            options,
            int.Parse(reader.GetString(2), CultureInfo.InvariantCulture),
            reader[3] as string,
            reader[4] as string,
            reader[5] as string);
        return settings;
    }

    /// <summary>Tries them once in a transaction that changes nothing: what the server rejects is left out from then on.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ServerNotSupported"/>: there are no transactions on this way to the server.
    /// </exception>
    public async Task TryAsync(UpgradeSession session, CancellationToken cancellationToken)
    {
        var connection = session.Connection;
        var isRefused = false;
        try
        {
            // ROLLBACK is not part of it: a pooler that takes no transactions sees none that ends in the same round trip.
            await session.BatchRowAsync([.. Sql.Prepend("BEGIN")], cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (IsRefused(exception))
        {
            isRefused = true;
        }
        catch (DbException exception) when (IsStatementPooling(exception))
        {
            throw new AutogenException(
                ErrorCode.ServerNotSupported,
                "The pooler in front of the server rejects transactions: PgBouncer with pool_mode = statement. Nothing was changed. "
                + "Connect to the server itself, or to a pool in transaction or session mode.",
                exception);
        }

        await ExecuteAsync(connection, "ROLLBACK", cancellationToken).ConfigureAwait(false);
        if (isRefused)
            await LeaveOutRefusedAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether the server does not know what it was asked for: feature_not_supported, syntax_error, undefined_object,
    /// invalid_parameter_value, cant_change_runtime_param.
    /// </summary>
    public static bool IsRefused(DbException exception) => exception.SqlState is "0A000" or "42601" or "42704" or "22023" or "55P02";

    /// <summary>Leaves out what the server does not take, after it has refused one of the settings.</summary>
    /// <returns>Whether there was any.</returns>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ServerNotSupported"/>: it is one that the user has asked for.</exception>
    public async Task<bool> LeaveOutRefusedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        foreach (var sql in Sql.ToList())
        {
            if (await RefusalAsync(connection, sql, cancellationToken).ConfigureAwait(false) is not { } refusal)
                continue;
            if (required.Contains(sql))
                throw new AutogenException(
                    ErrorCode.ServerNotSupported,
                    $"The server refuses '{sql}': {Sentence.Ended(DatabaseErrors.FirstLine(refusal))} "
                        + "Run the command without --statement-timeout.",
                    refusal);
            refused.Add(sql);
        }

        TakesLockTimeout &= !refused.Exists(sql => sql.Contains("lock_timeout", StringComparison.Ordinal));
        return optional.RemoveAll(refused.Contains) > 0;
    }

    // PgBouncer ends the connection with protocol_violation. https://www.pgbouncer.org/config.html#pool_mode
    private static bool IsStatementPooling(DbException exception)
        => exception.SqlState == "08P01" && exception.Message.Contains("statement pooling", StringComparison.Ordinal);

    private void Choose(UpgradeOptions options, int version, string? synchronousCommit, string? idle, string? check)
    {
        if (options.StatementTimeout is { } timeout)
            required.Add($"SET LOCAL statement_timeout = {UpgradeSession.Milliseconds(timeout)}");
        if (options.LockAttempt > TimeSpan.Zero)
            optional.Add($"SET LOCAL lock_timeout = {UpgradeSession.Milliseconds(options.LockAttempt)}");

        // What is reported as done must survive a crash of the server.
        // https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-SYNCHRONOUS-COMMIT
        if (synchronousCommit is "off" or "local")
            optional.Add("SET LOCAL synchronous_commit = on");

        // A transaction whose process died while a statement ran would hold the lock until the statement ends (PostgreSQL 14). A process
        // that is stopped, or cut off, would hold it for hours.
        if (version >= 140000 && check is "0")
            optional.Add($"SET LOCAL client_connection_check_interval = {UpgradeSession.Milliseconds(options.LeaseTimes.Renewal)}");
        if (idle is "0")
            optional.Add(IdleSql(options.LeaseTimes));
    }

    /// <summary>The setting that ends a transaction which is idle for too long.</summary>
    public static string IdleSql(LeaseTimes times)
        => $"SET LOCAL idle_in_transaction_session_timeout = {UpgradeSession.Milliseconds(times.Idle)}";

    private static async Task<DbException?> RefusalAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(connection, "BEGIN", cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, sql, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (DbException exception) when (IsRefused(exception))
        {
            return exception;
        }
        finally
        {
            await ExecuteAsync(connection, "ROLLBACK", cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
