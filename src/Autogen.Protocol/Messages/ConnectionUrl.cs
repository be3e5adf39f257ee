using System.Data.Common;
using System.Globalization;
using Autogen.Schema;

namespace Autogen.Messages;

/// <summary>
/// Where a database is, as people write it: an ADO.NET connection string, or a URL
/// (<c>postgresql://user:pw@host:5432/db?sslmode=require</c>, <c>sqlite:///relative.db</c>, <c>sqlite:////absolute.db</c>). Pure.
/// </summary>
internal static class ConnectionUrl
{
    private const string Npgsql = "Npgsql.EntityFrameworkCore.PostgreSQL";
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    // libpq's names for what Npgsql calls otherwise (PostgreSQL's documentation, 34.1.2).
    private static readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["options"] = "Options",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["search_path"] = "Search Path",
        ["passfile"] = "Passfile",
    };

    // SQLite's own (https://www.sqlite.org/uri.html), and keywords of Microsoft.Data.Sqlite as they are written in URLs.
    private static readonly Dictionary<string, (string Keyword, Dictionary<string, string> Values)> sqliteParameters
        = new(StringComparer.OrdinalIgnoreCase)
        {
            ["mode"] = ("Mode", new(StringComparer.OrdinalIgnoreCase)
            {
                ["ro"] = "ReadOnly",
                ["rw"] = "ReadWrite",
                ["rwc"] = "ReadWriteCreate",
                ["memory"] = "Memory",
                ["ReadOnly"] = "ReadOnly",
                ["ReadWrite"] = "ReadWrite",
                ["ReadWriteCreate"] = "ReadWriteCreate",
            }),
            ["cache"] = ("Cache", new(StringComparer.OrdinalIgnoreCase) { ["shared"] = "Shared", ["private"] = "Private" }),
            ["password"] = ("Password", []),
            ["foreign_keys"] = ("Foreign Keys", []),
            ["recursive_triggers"] = ("Recursive Triggers", []),
            ["default_timeout"] = ("Default Timeout", []),
            ["pooling"] = ("Pooling", []),
            ["vfs"] = ("Vfs", []),
        };

    /// <summary>
    /// The provider that a URL is for (<see langword="null"/> for a connection string, which does not tell) and the connection string.
    /// </summary>
    /// <param name="text">What was given.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConnectionInvalid"/>; the message holds no password.</exception>
    public static (string? Provider, string ConnectionString) Parse(string text, string source)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw Invalid(source, "it is empty");
        if (text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase))
            return (Npgsql, PostgreSql(text, source));
        if (text.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase))
            return (Sqlite, SqliteFile(text, source));
        if (text.Contains("://", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
            throw Invalid(source, $"its scheme is not known; URLs begin with postgresql://, postgres:// or sqlite:///");

        try
        {
            _ = new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException exception)
        {
            throw Invalid(source, "it is neither a URL nor an ADO.NET connection string (Host=…;Database=…)", exception);
        }

        return (null, text);
    }

    /// <summary>A connection as it was given and as the provider gets it, for <see cref="Redaction"/>; empty for none.</summary>
    public static IReadOnlyList<string> Spellings(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        try
        {
            return [text, Parse(text, "").ConnectionString];
        }
        catch (AutogenException)
        {
            return [text]; // refused elsewhere
        }
    }

    private static string PostgreSql(string text, string source)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
            throw Invalid(source, "it is no URL of the form postgresql://user:password@host:5432/database");

        var builder = new DbConnectionStringBuilder { ["Host"] = url.IdnHost };
        if (url.Port > 0)
            builder["Port"] = url.Port.ToString(CultureInfo.InvariantCulture);
        if (Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) is { Length: > 0 } database)
            builder["Database"] = database;
        var user = url.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder["Username"] = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder["Password"] = Uri.UnescapeDataString(user[1]);
        foreach (var pair in Pairs(url.Query))
            builder[parameters.GetValueOrDefault(pair[0], pair[0])] = Value(pair);
        return builder.ConnectionString;
    }

    private static IEnumerable<string[]> Pairs(string query)
        => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));

    // A parameter that is not understood is refused: without mode=ro a file would be written to.
    private static void SetSqlite(DbConnectionStringBuilder builder, string name, string value, string source)
    {
        if (!sqliteParameters.TryGetValue(name, out var parameter))
            throw Invalid(
                source,
                $"a SQLite URL has no parameter '{name}'; it has "
                    + string.Join(", ", sqliteParameters.Keys.Order(StringComparer.Ordinal)));
        if (parameter.Values.Count > 0 && !parameter.Values.ContainsKey(value))
            throw Invalid(source, $"'{name}' of a SQLite URL is {string.Join(", ", parameter.Values.Keys)}, not '{value}'");
        builder[parameter.Keyword] = parameter.Values.GetValueOrDefault(value, value);
    }

    private static string Value(string[] pair)
    {
        var value = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "";

        // verify-ca and verify-full are VerifyCA and VerifyFull to Npgsql.
        return string.Equals(pair[0], "sslmode", StringComparison.OrdinalIgnoreCase)
            ? value.Replace("-", "", StringComparison.Ordinal)
            : value;
    }

    private static string SqliteFile(string text, string source)
    {
        var rest = text["sqlite:".Length..];
        if (!rest.StartsWith("///", StringComparison.Ordinal))
            throw Invalid(source, "a SQLite URL is sqlite:///relative.db or sqlite:////absolute.db");
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(query < 0 ? rest[3..] : rest[3..query]);
        var builder = new DbConnectionStringBuilder { ["Data Source"] = path.Length == 0 ? ":memory:" : path };
        foreach (var pair in Pairs(query < 0 ? "" : rest[query..]))
            SetSqlite(builder, pair[0], pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "", source);
        return builder.ConnectionString;
    }

    private static AutogenException Invalid(string source, string why, Exception? inner = null)
        => new(ErrorCode.ConnectionInvalid, $"What {source} says of where the database is can't be understood: {why}.", inner);
}
