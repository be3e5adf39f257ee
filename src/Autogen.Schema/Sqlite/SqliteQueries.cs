namespace Autogen.Schema.Sqlite;

/// <summary>The queries, which are files that run as they are.</summary>
internal static class SqliteQueries
{
    /// <summary><c>Queries/objects.sql</c>.</summary>
    public static string Objects { get; } = Load("objects");

    private static string Load(string name)
    {
        using var stream = typeof(SqliteQueries).Assembly.GetManifestResourceStream($"Autogen.Schema.Sqlite.Queries.{name}.sql")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
