using System.Data.Common;
using System.Net.Sockets;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>
/// What a database's refusal means for the user: one place. Goes by SQLSTATE (PostgreSQL's documentation, appendix A) and, for SQLite, by
/// the message, which names its result code. Says nothing of a connection string but host, port, database and user.
/// </summary>
internal static class DatabaseErrors
{
    /// <summary>The error for the user; <see langword="null"/> for an unknown error.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="isConnecting">
    /// Whether it was being opened: then the server can't be reached; else it was, and the connection is lost.
    /// </param>
    public static AutogenException? Explain(Exception exception, DbConnection connection, bool isConnecting = false)
    {
        var cause = Cause(exception);
        if (cause is DbException { SqlState: { Length: > 0 } state } database
            && ExplainState(state, database, connection, isConnecting) is { } explained)
            return explained;

        // Npgsql takes any number for a port until it connects.
        var all = Chain(exception).ToList();
        if (all.Exists(inner => inner is ArgumentOutOfRangeException { ParamName: "port" }))
            return new AutogenException(
                ErrorCode.ConnectionInvalid, "The connection string has an invalid port: it must be 1 to 65535.", exception);
        var isUnreachable = isConnecting
            ? all.Exists(inner => inner is SocketException or TimeoutException or IOException) && all.Exists(inner => inner is DbException)
            : (all.Exists(inner => inner is TimeoutException) && all.Exists(inner => inner is DbException))
                || all.Exists(inner => inner is DbException && inner.Message.StartsWith("Failed to connect", StringComparison.Ordinal));
        if (isUnreachable)
        {
            return new AutogenException(
                ErrorCode.ServerUnreachable,
                $"The server at {connection.DataSource} does not answer ({all[^1].Message}). Is it running, and are host and port right?",
                exception);
        }

        if (IsLost(exception))
        {
            return isConnecting
                ? new AutogenException(
                    ErrorCode.ServerUnreachable,
                    $"The server at {connection.DataSource} ended the connection while it was being opened: {FirstLine(exception)}. "
                        + "Try again later.",
                    exception)
                : new AutogenException(
                    ErrorCode.ConnectionLost,
                    $"The connection to the server at {connection.DataSource} was lost ({FirstLine(exception)}). "
                        + "The server rolls back what was not committed. Run the command again when the server takes connections.",
                    exception);
        }

        return cause is DbException { SqlState: null or "" } sqlite ? ExplainSqlite(sqlite, connection) : null;
    }

    /// <summary>
    /// As <see cref="Explain"/>, and every other error of a database with its own words: for the places where no error of a database
    /// may leave the tool, or reach an application, as it is.
    /// </summary>
    /// <returns><see langword="null"/> for what is not a database's error.</returns>
    public static AutogenException? ExplainAny(Exception exception, DbConnection connection)
        => Explain(exception, connection)
            ?? (Cause(exception) is DbException database ? UnknownError.Of(database, FirstLine(exception), connection) : null);

    /// <summary>Whether the object to be created exists already.</summary>
    public static bool IsObjectExists(Exception exception)
        => Cause(exception) is DbException database
            && (database.SqlState is "42P07" or "42P06" or "42710"
                || (database.Message.Contains("SQLite Error 1:", StringComparison.Ordinal)
                    && database.Message.Contains("already exists", StringComparison.Ordinal)));

    /// <summary>
    /// Whether the database refuses the statement in a transaction (PostgreSQL: 25001; 2D000 for a procedure
    /// that ends transactions itself).
    /// </summary>
    public static bool IsRefusedInTransaction(DbException exception)
        => exception.SqlState is "25001" or "2D000"
            || (exception.Message.Contains("SQLite Error 1:", StringComparison.Ordinal)
                && exception.Message.Contains("within a transaction", StringComparison.Ordinal));

    /// <summary>
    /// Whether a lock was not to be had in time, or somebody had to give way (PostgreSQL: lock_not_available,
    /// deadlock_detected, serialization_failure).
    /// </summary>
    public static bool IsLockConflict(Exception exception)
        => Cause(exception) is DbException database
            && (database.SqlState is "55P03" or "40P01" or "40001" || Drivers.Sqlite.WriteLock.IsBusy(database));

    /// <summary>
    /// Whether a statement ran longer than it may. https://www.postgresql.org/docs/current/errcodes-appendix.html: 57014 is a user's wish,
    /// too, which is known elsewhere.
    /// </summary>
    public static bool IsStatementTimeout(Exception exception) => Cause(exception) is DbException { SqlState: "57014" };

    /// <summary>
    /// Whether another file, or none, is where SQLite's was: SQLITE_READONLY_DBMOVED, https://www.sqlite.org/rescode.html#readonly_dbmoved.
    /// The message is that of a file that may only be read.
    /// </summary>
    public static bool IsFileMoved(Exception exception)
        => Cause(exception) is DbException database && database.Message.Contains("SQLite Error 8:", StringComparison.Ordinal)
            && database.GetType().GetProperty("SqliteExtendedErrorCode")?.GetValue(database) is 1032;

    /// <summary>Whether there is no room left.</summary>
    public static bool IsDiskFull(Exception exception)
        => Cause(exception) is DbException database
            && (database.SqlState is "53100" || database.Message.Contains("SQLite Error 13:", StringComparison.Ordinal));

    /// <summary>Whether there is no connection any more: the server ended it, ended itself, or went away.</summary>
    /// <remarks>
    /// Npgsql closes its connection after errors such as disk_full, too; but then the server has said what happened,
    /// and that nothing was committed.
    /// </remarks>
    public static bool IsConnectionLost(Exception exception, DbConnection connection)
        => IsLost(exception)
            || (Cause(exception) is not DbException { SqlState: { Length: > 0 } } && connection.State != System.Data.ConnectionState.Open);

    // A server that ends a session says FATAL or PANIC, whatever the reason: pg_terminate_backend, a time-out for idle sessions, a
    // shutdown, a database that is dropped; and so does a pooler. Class 08 is that of connections; 08P01 is also Npgsql's word for a
    // message that it can't read. https://www.postgresql.org/docs/current/errcodes-appendix.html,
    // https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-SEVERITY-LEVELS
    private static bool IsLost(Exception exception)
        => Cause(exception) is DbException { SqlState: { Length: > 0 } state } database
            ? state is "57P01" or "57P02" or "57P03" or "57P04" or "57P05" or "25P03" or "25P04" or "08006" or "08003" or "08000" or "08P01"
                || database.Data["InvariantSeverity"] is "FATAL" or "PANIC"
            : Chain(exception).Any(IsOfClosedConnection)
                || (Chain(exception).Any(inner => inner is DbException)
                    && Chain(exception).Any(inner => inner is SocketException or IOException));

    // What follows when the first error was caught: the connection is no longer open.
    private static bool IsOfClosedConnection(Exception exception)
        => exception is InvalidOperationException { Source: "Npgsql" }
            && (exception is ObjectDisposedException || exception.Message.Contains("onnection is not open", StringComparison.Ordinal));

    /// <summary>The first line of what the database said.</summary>
    public static string FirstLine(Exception exception)
        => Cause(exception) is DbException database ? MessageOf(database) : exception.Message.ReplaceLineEndings("\n").Split('\n')[0];

    private static AutogenException? ExplainState(string state, DbException exception, DbConnection connection, bool isConnecting)
        => state switch
        {
            "3D000" => new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The server {connection.DataSource} has no database '{connection.Database}'. "
                    + $"Create it (createdb {connection.Database}), or correct the connection string.",
                exception),
            "28P01" or "28000" => new AutogenException(
                ErrorCode.AuthenticationFailed,
                $"The server {connection.DataSource} refused the user or the password: {MessageOf(exception)}. "
                    + "Check the connection string.",
                exception),
            "42501" => new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"A privilege is missing in database '{connection.Database}': {MessageOf(exception)}. "
                    + "Grant it to the role, or connect as one that has it.",
                exception),
            "25006" => new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"Database '{connection.Database}' can only be read in this session: {MessageOf(exception)}. "
                    + "Connect to the primary server, and without default_transaction_read_only.",
                exception),
            // A lock of each table, index and TOAST table is kept to the end of the transaction: PostgreSQL's
            // documentation, 20.12 Lock Management.
            "53200" => new AutogenException(
                ErrorCode.ServerOutOfMemory,
                $"The server is out of memory: {MessageOf(exception)}. A transaction holds a lock on each table and index "
                    + "that it creates or changes. "
                + "Raise max_locks_per_transaction in the server's configuration and restart it, or split the revision into several.",
                exception),
            "57P03" or "08001" or "53300" => Unreachable(exception, connection),
            "08006" or "08P01" when isConnecting => Unreachable(exception, connection),
            _ => null,
        };

    private static AutogenException Unreachable(DbException exception, DbConnection connection)
        => new(
            ErrorCode.ServerUnreachable,
            $"The server at {connection.DataSource} does not take connections now: {MessageOf(exception)}. Try again later.",
            exception);

    private static AutogenException? ExplainSqlite(DbException exception, DbConnection connection)
    {
        if (exception.Message.Contains("SQLite Error 14:", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The SQLite file '{connection.DataSource}' can't be opened. Does its folder exist, and may it be read and written?",
                exception);
        }

        if (IsFileMoved(exception))
        {
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The SQLite file '{connection.DataSource}' was replaced, moved or removed while it was in use: "
                    + "nothing more is written to it. Put the right file in its place; 'dotnet autogen current' says where that one is.",
                exception);
        }

        if (exception.Message.Contains("SQLite Error 8:", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"The SQLite file '{connection.DataSource}' may only be read. Make the file and its folder writable.",
                exception);
        }

        if (exception.Message.Contains("SQLite Error 26:", StringComparison.Ordinal))
            return new AutogenException(
                ErrorCode.DatabaseNotFound, $"The file '{connection.DataSource}' is no SQLite database.", exception);
        return null;
    }

    // Npgsql's text begins with the state: "42501: permission denied for schema public".
    private static string MessageOf(DbException exception)
    {
        var line = exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
        var prefix = exception.SqlState + ": ";
        return line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : line;
    }

    private static Exception Cause(Exception exception)
        => Chain(exception).FirstOrDefault(inner => inner is DbException { SqlState: { Length: > 0 } })
            ?? Chain(exception).FirstOrDefault(inner => inner is DbException)
            ?? exception;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
