using System.CommandLine;
using Autogen.Schema;
using Autogen.Tool.Commands;

namespace Autogen.Tool.Settings;

/// <summary>Where the database is; first match wins: <c>--connection</c>, <c>-d</c>, <c>AUTOGEN_URL</c>, <c>DB_URL</c>, and else what the context is configured with.</summary>
internal static class ConnectionChoice
{
    /// <summary>The connection string or URL and where it comes from; nothing where the context's own counts.</summary>
    /// <exception cref="AutogenException">The named database is not known, or has no connection.</exception>
    public static (string? Connection, string? Source) Choose(ParseResult parsed, AutogenJson settings)
    {
        if (parsed.GetValue(GlobalOptions.Connection) is { } given)
            return (given, "--connection");
        if (parsed.GetValue(GlobalOptions.Database) is { } name)
            return (Named(name, settings), $"database '{name}' of autogen.json");
        foreach (var variable in new[] { "AUTOGEN_URL", "DB_URL" })
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                return (value, variable);
        }

        return (null, null);
    }

    private static string Named(string name, AutogenJson settings)
    {
        if (settings.Databases is not { } databases || !databases.TryGetValue(name, out var database))
        {
            var known = settings.Databases is { Count: > 0 } some ? $"It has {string.Join(", ", some.Keys.Order(StringComparer.Ordinal))}." : "It has none.";
            throw new AutogenException(ErrorCode.ConfigurationInvalid, $"autogen.json has no database '{name}'. {known}");
        }

        if (database.Connection is { Length: > 0 } connection)
            return connection;
        if (database.ConnectionFrom is { Length: > 0 } variable)
        {
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                ? value
                : throw new AutogenException(ErrorCode.ConnectionInvalid, $"Database '{name}' of autogen.json takes its connection from the environment variable {variable}, which is not set.");
        }

        throw new AutogenException(ErrorCode.ConfigurationInvalid, $"Database '{name}' of autogen.json has neither 'connection' nor 'connectionFrom'.");
    }
}
