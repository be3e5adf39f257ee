using System.Data.Common;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Npgsql's errors, by SQLSTATE. https://www.postgresql.org/docs/current/errcodes-appendix.html
/// </summary>
internal sealed class PostgreSqlErrors : ErrorMapping
{
    /// <inheritdoc/>
    public override bool IsOf(DbException exception) => exception.GetType().Assembly.GetName().Name == "Npgsql";

    /// <inheritdoc/>
    public override AutogenException? Explain(DbException exception, DbConnection connection, bool isConnecting)
        => exception.SqlState switch
        {
            "3D000" => new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The server {connection.DataSource} has no database '{connection.Database}'. "
                    + "Create it with 'dotnet autogen upgrade --create-database', or correct the connection string.",
                exception),
            "28P01" or "28000" => new AutogenException(
                ErrorCode.AuthenticationFailed,
                $"The server {connection.DataSource} refused the user or the password: {Words(exception)} "
                    + "Check the connection string.",
                exception),
            "42501" => new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"A privilege is missing in database '{connection.Database}': {Words(exception)} "
                    + "Grant it to the role, or connect as one that has it.",
                exception),
            "25006" => new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"Database '{connection.Database}' can only be read in this session: {Words(exception)} "
                    + "Connect to the primary server, and without default_transaction_read_only.",
                exception),
            // A lock of each table, index and TOAST table is kept to the end of the transaction: PostgreSQL's
            // documentation, 20.12 Lock Management.
            "53200" => new AutogenException(
                ErrorCode.ServerOutOfMemory,
                $"The server is out of memory: {Words(exception)} A transaction holds a lock on each table and index "
                    + "that it creates or changes. "
                + "Raise max_locks_per_transaction in the server's configuration and restart it, or split the revision into several.",
                exception),
            "57P03" or "08001" or "53300" => Unreachable(exception, connection),
            "08006" or "08P01" when isConnecting => Unreachable(exception, connection),
            _ => null,
        };

    /// <inheritdoc/>
    public override string? Advice(DbException exception) => exception.SqlState switch
    {
        "57014" => "The statement was cancelled, by statement_timeout or by somebody else. "
            + "Run the command again, with a longer statement_timeout.",
        "55P03" or "40001" or "40P01" => "Another session was in the way. Run the command again.",
        ['5', '3', ..] => "The server is short of a resource. Free it, and run the command again.",
        ['5', '8', ..] or ['X', 'X', ..] => "The server's log says more. Run the command again when the server is repaired.",
        ['0', 'A', ..] => "The server, or what is in front of it, does not support it.",
        ['2', '5', ..] => "Connect without settings that change transactions, and run the command again.",
        _ => null,
    };

    /// <summary>invalid_catalog_name.</summary>
    public override bool IsDatabaseMissing(DbException exception) => exception.SqlState is "3D000";

    /// <inheritdoc/>
    public override bool IsObjectExists(DbException exception) => exception.SqlState is "42P07" or "42P06" or "42710";

    /// <inheritdoc/>
    public override bool IsSchemaExists(DbException exception) => exception.SqlState is "42P06";

    /// <inheritdoc/>
    public override bool IsTableMissing(DbException exception) => exception.SqlState is "42P01";

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) => exception.SqlState is "23505";

    /// <summary>active_sql_transaction; invalid_transaction_termination for a procedure that ends transactions itself.</summary>
    public override bool IsRefusedInTransaction(DbException exception) => exception.SqlState is "25001" or "2D000";

    /// <summary>
    /// Aurora DSQL: 0A000, "ddl and dml are not supported in the same transaction", "multiple ddl statements …".
    /// </summary>
    public override bool RefusesOneTransaction(DbException exception)
        => exception.SqlState is "0A000"
            && exception.Message.Contains("ddl", StringComparison.OrdinalIgnoreCase)
            && exception.Message.Contains("transaction", StringComparison.OrdinalIgnoreCase);

    /// <summary>lock_not_available, deadlock_detected, serialization_failure.</summary>
    public override bool IsLockConflict(DbException exception) => exception.SqlState is "55P03" or "40P01" or "40001";

    /// <summary>query_canceled is a user's wish, too, which is known elsewhere.</summary>
    public override bool IsStatementTimeout(DbException exception) => exception.SqlState is "57014";

    /// <inheritdoc/>
    public override bool IsDiskFull(DbException exception) => exception.SqlState is "53100";

    /// <inheritdoc/>
    public override bool IsUnreachable(DbException exception)
        => exception.Message.StartsWith("Failed to connect", StringComparison.Ordinal);

    // A server that ends a session says FATAL or PANIC, whatever the reason: pg_terminate_backend, a time-out for idle sessions, a
    // shutdown, a database that is dropped; and so does a pooler. Class 08 is that of connections; 08P01 is also Npgsql's word for a
    // message that it can't read. https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-SEVERITY-LEVELS
    /// <inheritdoc/>
    public override bool EndsSession(DbException exception)
        => exception.SqlState is "57P01" or "57P02" or "57P03" or "57P04" or "57P05" or "25P03" or "25P04" or "08006" or "08003" or "08000"
            or "08P01"
            || exception.Data["InvariantSeverity"] is "FATAL" or "PANIC";

    /// <inheritdoc/>
    public override bool IsOfClosedConnection(Exception exception)
        => exception is InvalidOperationException { Source: "Npgsql" }
            && (exception is ObjectDisposedException || exception.Message.Contains("onnection is not open", StringComparison.Ordinal));

    private static string Words(DbException exception) => Sentence.Ended(DatabaseErrors.MessageOf(exception));

    private static AutogenException Unreachable(DbException exception, DbConnection connection)
        => new(
            ErrorCode.ServerUnreachable,
            $"The server at {connection.DataSource} does not take connections now: {Words(exception)} Try again later.",
            exception);
}
