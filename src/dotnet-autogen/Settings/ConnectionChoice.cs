using System.CommandLine;
using Autogen.Schema;
using Autogen.Tool.Commands;

namespace Autogen.Tool.Settings;

/// <summary>
/// Where the database is; first match wins: <c>--connection</c>, <c>-d</c>, <c>AUTOGEN_URL</c>, <c>DB_URL</c>, and else what
/// the context is configured with.
/// </summary>
internal static class ConnectionChoice
{
    /// <summary>The connection string or URL and where it comes from; nothing where the context's own counts.</summary>
    /// <exception cref="AutogenException">The named database is not known, or has no connection.</exception>
    public static (string? Connection, string? Source) Choose(ParseResult parsed, string? name, NamedDatabase? database)
    {
        if (parsed.GetValue(GlobalOptions.Connection) is { } given)
            return (given, "--connection");
        if (database is not null)
            return (Named(name!, database), $"database '{name}' of autogen.json"); // a database has a name
        foreach (var variable in new[] { "AUTOGEN_URL", "DB_URL" })
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                return (value, variable);
        }

        return (null, null);
    }

    private static string Named(string name, NamedDatabase database)
    {
        if (database.Connection is { Length: > 0 } connection)
            return connection;
        if (database.ConnectionFrom is { Length: > 0 } variable)
        {
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                ? value
                : throw new AutogenException(
                    ErrorCode.ConnectionInvalid,
                    $"Database '{name}' of autogen.json takes its connection from the environment variable {variable}, which is not set.");
        }

        throw new AutogenException(
            ErrorCode.ConfigurationInvalid, $"Database '{name}' of autogen.json has neither 'connection' nor 'connectionFrom'.");
    }
}
