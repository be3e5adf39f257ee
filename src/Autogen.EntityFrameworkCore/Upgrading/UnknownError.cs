using System.Data.Common;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>
/// An error of a database that <see cref="DatabaseErrors"/> does not know: the database's words, and what errors of its class call for.
/// </summary>
internal static class UnknownError
{
    /// <summary>The error for the user.</summary>
    /// <param name="exception">What the provider threw.</param>
    /// <param name="message">The first line of what the database said.</param>
    /// <param name="connection">The connection.</param>
    public static AutogenException Of(DbException exception, string message, DbConnection connection)
    {
        var state = exception.SqlState is { Length: > 0 } code ? code : null;
        var where = state is null
            ? $"SQLite database '{connection.DataSource}'"
            : $"Database '{connection.Database}' at {connection.DataSource}";
        return new AutogenException(
            ErrorCode.DatabaseError,
            $"{where} failed a statement: {message.TrimEnd('.')}{(state is null ? "" : $" (SQLSTATE {state})")}. {Advice(state, message)}",
            exception)
        {
            Details = state is null
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["sqlState"] = state },
        };
    }

    // https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.sqlite.org/rescode.html
    private static string Advice(string? state, string message) => (state?[..2], state) switch
    {
        (_, "57014") => "The statement was cancelled, by statement_timeout or by somebody else. "
            + "Run the command again, with a longer statement_timeout.",
        (_, "55P03") or (_, "40001") or (_, "40P01") => "Another session was in the way. Run the command again.",
        ("53", _) => "The server is short of a resource. Free it, and run the command again.",
        ("58" or "XX", _) => "The server's log says more. Run the command again when the server is repaired.",
        ("0A", _) => "The server, or what is in front of it, does not support it.",
        ("25", _) => "Connect without settings that change transactions, and run the command again.",
        (null, _) when message.Contains("SQLite Error 11:", StringComparison.Ordinal)
            => "The file is damaged: restore it from a backup, or recover it (sqlite3 FILE .recover).",
        (null, _) when message.Contains("SQLite Error 5:", StringComparison.Ordinal)
            || message.Contains("SQLite Error 6:", StringComparison.Ordinal)
            => "Another process uses it. Run the command again when it has ended.",
        (null, _) when message.Contains("SQLite Error 10:", StringComparison.Ordinal)
            || message.Contains("SQLite Error 13:", StringComparison.Ordinal)
            => "Check the disk, and run the command again.",
        _ => "Run the command with --verbose for the statement, and report it if it is the tool's own.",
    };
}
