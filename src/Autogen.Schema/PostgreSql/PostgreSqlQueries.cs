namespace Autogen.Schema.PostgreSql;

/// <summary>The queries, which are files that run in psql as they are.</summary>
internal static class PostgreSqlQueries
{
    /// <summary>Whether <c>Queries/NAME.sql</c> exists.</summary>
    public static bool Exists(string name) => typeof(PostgreSqlQueries).Assembly.GetManifestResourceInfo(Resource(name)) is not null;

    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static string Load(string name)
    {
        // embedded by the project file
        using var stream = typeof(PostgreSqlQueries).Assembly.GetManifestResourceStream(Resource(name))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Resource(string name) => $"Autogen.Schema.PostgreSql.Queries.{name}.sql";
}
