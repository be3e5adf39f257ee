namespace Autogen.Schema.PostgreSql;

/// <summary>The queries, which are files that run in psql as they are.</summary>
internal static class PostgreSqlQueries
{
    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static string Load(string name)
    {
        // embedded by the project file
        using var stream = typeof(PostgreSqlQueries).Assembly.GetManifestResourceStream($"Autogen.Schema.PostgreSql.Queries.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
