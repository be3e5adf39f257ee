using System.Data.Common;
using System.Net.Sockets;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>
/// What a database's refusal means for the user: one place. Goes by SQLSTATE (PostgreSQL's documentation, appendix A) and, for SQLite, by the message, which names
/// its result code. Says nothing of a connection string but host, port, database and user.
/// </summary>
internal static class DatabaseErrors
{
    /// <summary>The error for the user; <see langword="null"/> where it is none of those that are known here.</summary>
    public static AutogenException? Explain(Exception exception, DbConnection connection)
    {
        var cause = Cause(exception);
        if (cause is DbException { SqlState: { Length: > 0 } state } database)
            return ExplainState(state, database, connection);

        var all = Chain(exception).ToList();

        // Npgsql takes any number for a port until it connects.
        if (all.Exists(inner => inner is ArgumentOutOfRangeException { ParamName: "port" }))
            return new AutogenException(ErrorCode.ConnectionInvalid, "The connection string has a port that is none: it is a number from 1 to 65535.", exception);
        if (all.Exists(inner => inner is SocketException or TimeoutException or System.IO.EndOfStreamException) && all.Exists(inner => inner is DbException))
        {
            return new AutogenException(
                ErrorCode.ServerUnreachable,
                $"The server at {connection.DataSource} does not answer ({all[^1].Message}). Is it running, and are host and port right?",
                exception);
        }

        return cause is DbException sqlite ? ExplainSqlite(sqlite, connection) : null;
    }

    /// <summary>Whether the object to be created is there already.</summary>
    public static bool IsObjectExists(Exception exception)
        => Cause(exception) is DbException database
            && (database.SqlState is "42P07" or "42P06" or "42710"
                || (database.Message.Contains("SQLite Error 1:", StringComparison.Ordinal) && database.Message.Contains("already exists", StringComparison.Ordinal)));

    /// <summary>Whether the database refuses the statement in a transaction (PostgreSQL: 25001; 2D000 for a procedure that ends transactions itself).</summary>
    public static bool IsRefusedInTransaction(DbException exception)
        => exception.SqlState is "25001" or "2D000"
            || (exception.Message.Contains("SQLite Error 1:", StringComparison.Ordinal) && exception.Message.Contains("within a transaction", StringComparison.Ordinal));

    /// <summary>Whether a lock was not to be had in time, or somebody had to give way (PostgreSQL: lock_not_available, deadlock_detected, serialization_failure).</summary>
    public static bool IsLockConflict(Exception exception)
        => Cause(exception) is DbException database && (database.SqlState is "55P03" or "40P01" or "40001" || Sqlite.WriteLock.IsBusy(database));

    /// <summary>Whether a statement ran longer than it may. https://www.postgresql.org/docs/current/errcodes-appendix.html: 57014 is a user's wish, too, which is known elsewhere.</summary>
    public static bool IsStatementTimeout(Exception exception) => Cause(exception) is DbException { SqlState: "57014" };

    /// <summary>Whether there is no room left.</summary>
    public static bool IsDiskFull(Exception exception)
        => Cause(exception) is DbException database && (database.SqlState is "53100" || database.Message.Contains("SQLite Error 13:", StringComparison.Ordinal));

    /// <summary>Whether there is no connection any more: the server ended it, ended itself, or went away.</summary>
    /// <remarks>Npgsql closes its connection after errors such as disk_full, too; but then the server has said what happened, and that nothing was committed.</remarks>
    public static bool IsConnectionLost(Exception exception, DbConnection connection)
        => Cause(exception) is DbException { SqlState: { } state }
            ? state is "57P01" or "57P02" or "57P03" or "08006" or "08003"
            : connection.State != System.Data.ConnectionState.Open || Chain(exception).Any(inner => inner is SocketException or System.IO.EndOfStreamException);

    /// <summary>The first line of what the database said.</summary>
    public static string FirstLine(Exception exception) => Cause(exception) is DbException database ? MessageOf(database) : exception.Message.ReplaceLineEndings("\n").Split('\n')[0];

    private static AutogenException? ExplainState(string state, DbException exception, DbConnection connection) => state switch
    {
        "3D000" => new AutogenException(
            ErrorCode.DatabaseNotFound,
            $"The server {connection.DataSource} has no database '{connection.Database}'. Create it (createdb {connection.Database}), or correct the connection string.",
            exception),
        "28P01" or "28000" => new AutogenException(
            ErrorCode.AuthenticationFailed,
            $"The server {connection.DataSource} refused the user or the password: {MessageOf(exception)}. Check the connection string.",
            exception),
        "42501" => new AutogenException(
            ErrorCode.PrivilegeMissing,
            $"A privilege is missing in database '{connection.Database}': {MessageOf(exception)}. Grant it to the role, or connect as one that has it.",
            exception),
        "25006" => new AutogenException(
            ErrorCode.PrivilegeMissing,
            $"Database '{connection.Database}' can only be read in this session: {MessageOf(exception)}. Connect to the primary server, and without default_transaction_read_only.",
            exception),
        "57P03" or "08001" or "08006" or "53300" => new AutogenException(
            ErrorCode.ServerUnreachable, $"The server at {connection.DataSource} does not take connections now: {MessageOf(exception)}. Try again later.", exception),
        _ => null,
    };

    private static AutogenException? ExplainSqlite(DbException exception, DbConnection connection)
    {
        if (exception.Message.Contains("SQLite Error 14:", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The SQLite file '{connection.DataSource}' can't be opened. Does its folder exist, and may it be read and written?",
                exception);
        }

        if (exception.Message.Contains("SQLite Error 8:", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.PrivilegeMissing, $"The SQLite file '{connection.DataSource}' may only be read. Make the file and its folder writable.", exception);
        }

        if (exception.Message.Contains("SQLite Error 26:", StringComparison.Ordinal))
            return new AutogenException(ErrorCode.DatabaseNotFound, $"The file '{connection.DataSource}' is no SQLite database.", exception);
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
