using System.Data.Common;
using System.Net.Sockets;
using Autogen.Drivers;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>
/// What a database's refusal means for the user: one place. The drivers know their providers' errors; what all have in common is here.
/// </summary>
internal static class DatabaseErrors
{
    private static readonly ErrorMapping none = new();

    /// <summary>The error for the user; <see langword="null"/> for an unknown error.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="isConnecting">
    /// Whether it was being opened: then the server can't be reached; else it was, and the connection is lost.
    /// </param>
    public static AutogenException? Explain(Exception exception, DbConnection connection, bool isConnecting = false)
    {
        if (Cause(exception) is DbException cause && MappingOf(cause).Explain(cause, connection, isConnecting) is { } explained)
            return explained;

        // A provider may take any number for a port until it connects.
        var all = Chain(exception).ToList();
        if (all.Exists(inner => inner is ArgumentOutOfRangeException { ParamName: "port" }))
            return new AutogenException(
                ErrorCode.ConnectionInvalid, "The connection string has an invalid port: it must be 1 to 65535.", exception);
        var isUnreachable = isConnecting
            ? all.Exists(inner => inner is SocketException or TimeoutException or IOException) && all.Exists(inner => inner is DbException)
            : (all.Exists(inner => inner is TimeoutException) && all.Exists(inner => inner is DbException))
                || all.Exists(inner => inner is DbException database && MappingOf(database).IsUnreachable(database));
        if (isUnreachable)
        {
            return new AutogenException(
                ErrorCode.ServerUnreachable,
                $"The server at {connection.DataSource} does not answer ({all[^1].Message}). Is it running, and are host and port right?",
                exception);
        }

        if (!IsLost(exception))
            return null;
        return isConnecting
            ? new AutogenException(
                ErrorCode.ServerUnreachable,
                $"The server at {connection.DataSource} ended the connection while it was being opened: "
                    + $"{Sentence.Ended(FirstLine(exception))} Try again later.",
                exception)
            : new AutogenException(
                ErrorCode.ConnectionLost,
                $"The connection to the server at {connection.DataSource} was lost ({FirstLine(exception)}). "
                    + "The server rolls back what was not committed. Run the command again when the server takes connections.",
                exception);
    }

    /// <summary>
    /// As <see cref="Explain"/>, and every other error of a database with its own words: for the places where no error of a database
    /// may leave the tool, or reach an application, as it is.
    /// </summary>
    /// <returns><see langword="null"/> for what is not a database's error.</returns>
    public static AutogenException? ExplainAny(Exception exception, DbConnection connection)
        => Explain(exception, connection)
            ?? (Cause(exception) is DbException database
                ? UnknownError.Of(database, FirstLine(exception), connection, MappingOf(database))
                : null);

    /// <inheritdoc cref="ErrorMapping.IsDatabaseMissing"/>
    public static bool IsDatabaseMissing(Exception exception) => Is(exception, mapping => mapping.IsDatabaseMissing);

    /// <inheritdoc cref="ErrorMapping.IsObjectExists"/>
    public static bool IsObjectExists(Exception exception) => Is(exception, mapping => mapping.IsObjectExists);

    /// <inheritdoc cref="ErrorMapping.IsSchemaExists"/>
    public static bool IsSchemaExists(Exception exception) => Is(exception, mapping => mapping.IsSchemaExists);

    /// <inheritdoc cref="ErrorMapping.IsTableMissing"/>
    public static bool IsTableMissing(Exception exception) => Is(exception, mapping => mapping.IsTableMissing);

    /// <inheritdoc cref="ErrorMapping.IsDuplicateKey"/>
    public static bool IsDuplicateKey(Exception exception) => Is(exception, mapping => mapping.IsDuplicateKey);

    /// <inheritdoc cref="ErrorMapping.IsRefusedInTransaction"/>
    public static bool IsRefusedInTransaction(Exception exception) => Is(exception, mapping => mapping.IsRefusedInTransaction);

    /// <inheritdoc cref="ErrorMapping.RefusesOneTransaction"/>
    public static bool RefusesOneTransaction(Exception exception) => Is(exception, mapping => mapping.RefusesOneTransaction);

    /// <inheritdoc cref="ErrorMapping.IsLockConflict"/>
    public static bool IsLockConflict(Exception exception) => Is(exception, mapping => mapping.IsLockConflict);

    /// <inheritdoc cref="ErrorMapping.IsStatementTimeout"/>
    public static bool IsStatementTimeout(Exception exception) => Is(exception, mapping => mapping.IsStatementTimeout);

    /// <inheritdoc cref="ErrorMapping.IsFileMoved"/>
    public static bool IsFileMoved(Exception exception) => Is(exception, mapping => mapping.IsFileMoved);

    /// <inheritdoc cref="ErrorMapping.IsDiskFull"/>
    public static bool IsDiskFull(Exception exception) => Is(exception, mapping => mapping.IsDiskFull);

    /// <summary>Whether there is no connection any more: the server ended it, ended itself, or went away.</summary>
    /// <remarks>
    /// A provider may close its connection after other errors, too, such as a full disk; but then the server has said what happened,
    /// and that nothing was committed.
    /// </remarks>
    public static bool IsConnectionLost(Exception exception, DbConnection connection)
        => IsLost(exception)
            || (Cause(exception) is not DbException { SqlState: { Length: > 0 } } && connection.State != System.Data.ConnectionState.Open);

    /// <summary>The first line of what the database said.</summary>
    public static string FirstLine(Exception exception)
        => Cause(exception) is DbException database ? MessageOf(database) : exception.Message.ReplaceLineEndings("\n").Split('\n')[0];

    /// <summary>The same, without the SQLSTATE with which some providers begin: "42501: permission denied for schema public".</summary>
    public static string MessageOf(DbException exception)
    {
        var line = exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
        var prefix = exception.SqlState + ": ";
        return line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : line;
    }

    private static bool IsLost(Exception exception)
        => Cause(exception) is DbException { SqlState: { Length: > 0 } } database
            ? MappingOf(database).EndsSession(database)
            : Chain(exception).Any(inner => AllDrivers.All.Any(driver => driver.Errors.IsOfClosedConnection(inner)))
                || (Chain(exception).Any(inner => inner is DbException)
                    && Chain(exception).Any(inner => inner is SocketException or IOException));

    private static bool Is(Exception exception, Func<ErrorMapping, Func<DbException, bool>> question)
        => Cause(exception) is DbException database && question(MappingOf(database))(database);

    private static ErrorMapping MappingOf(DbException exception)
        => AllDrivers.All.Select(driver => driver.Errors).FirstOrDefault(mapping => mapping.IsOf(exception)) ?? none;

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
