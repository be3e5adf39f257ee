namespace Autogen.Schema.Sql;

/// <summary>Names and strings as standard SQL writes them; both databases read these.</summary>
internal static class SqlQuote
{
    /// <summary>An identifier in double quotes.</summary>
    public static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A string in single quotes.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
