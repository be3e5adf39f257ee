using Autogen.Schema;

namespace Autogen.Messages;

/// <summary>
/// The connection that was given to the tool, for an application that can't be built without one: configuration reads
/// <c>ConnectionStrings__Shop</c> as <c>GetConnectionString("Shop")</c>.
/// https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#connection-string-prefixes
/// </summary>
internal static class ApplicationConnection
{
    /// <summary>The environment variable of a connection string.</summary>
    public static string Variable(string name) => "ConnectionStrings__" + name;

    /// <summary>Gives the application of this process the connection, before its code runs.</summary>
    /// <param name="name">The name; nothing is set without one.</param>
    /// <param name="connection">A connection string or URL.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    public static void Set(string? name, string? connection, string? source)
    {
        if (name is not null && connection is not null)
            Environment.SetEnvironmentVariable(Variable(name), ConnectionUrl.Parse(connection, source ?? "--connection").ConnectionString);
    }

    /// <summary>Whether a failure may be that of a missing connection string.</summary>
    public static bool MayBeMissing(string? code) => code == ErrorCode.ContextNotCreated.Written();

    /// <summary>What a person reads when the application gets the connection.</summary>
    public static string Notice(string name, string? source)
        => $"The application asks for the connection string '{name}': it gets the one from {source ?? "--connection"}.";

    /// <summary>What to do about the connection strings that the application asks for; empty if a failure is not about them.</summary>
    /// <param name="message">The failure.</param>
    /// <param name="names">The names that the sources ask for, and that the environment does not have.</param>
    public static string Hint(string message, IReadOnlyList<string> names)
    {
        if (message.Contains("connection string", StringComparison.OrdinalIgnoreCase)
            || message.Contains("connectionString", StringComparison.OrdinalIgnoreCase)
            || names.Any(name => message.Contains($"'{name}'", StringComparison.OrdinalIgnoreCase)))
            return names.Count == 0
                ? ""
                : " The application asks for "
                    + $"{(names.Count == 1 ? "the connection string" : "the connection strings")} "
                    + $"{string.Join(", ", names.Select(name => $"'{name}'"))}: set "
                    + $"{string.Join(" and ", names.Select(name => $"{Variable(name)}=…"))} in the environment.";
        return "";
    }
}
