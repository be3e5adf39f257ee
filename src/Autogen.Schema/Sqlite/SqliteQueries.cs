namespace Autogen.Schema.Sqlite;

/// <summary>The queries, which are files that run as they are.</summary>
internal static class SqliteQueries
{
    /// <summary><c>Queries/objects.sql</c>.</summary>
    public static string Objects { get; } = Load("objects");

    private static string Load(string name)
    {
        // embedded by the project file
        using var stream = typeof(SqliteQueries).Assembly.GetManifestResourceStream($"Autogen.Schema.Sqlite.Queries.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
