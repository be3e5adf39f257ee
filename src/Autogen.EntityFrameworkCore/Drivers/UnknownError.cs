using System.Data.Common;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Drivers;

/// <summary>
/// An error of a database that <see cref="DatabaseErrors"/> does not know: the database's words, and what errors of its class call for.
/// </summary>
internal static class UnknownError
{
    /// <summary>The error for the user.</summary>
    /// <param name="exception">What the provider threw.</param>
    /// <param name="message">The first line of what the database said.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="mapping">What errors of the provider mean.</param>
    public static AutogenException Of(DbException exception, string message, DbConnection connection, ErrorMapping mapping)
    {
        var state = exception.SqlState is { Length: > 0 } code ? code : null;
        var advice = mapping.Advice(exception)
            ?? "Run the command with --verbose for the statement, and report it if it is the tool's own.";
        return new AutogenException(
            ErrorCode.DatabaseError,
            $"{mapping.NameOf(connection)} failed a statement: "
                + $"{message.TrimEnd('.')}{(state is null ? "" : $" (SQLSTATE {state})")}. {advice}",
            exception)
        {
            Details = state is null
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["sqlState"] = state },
        };
    }
}
