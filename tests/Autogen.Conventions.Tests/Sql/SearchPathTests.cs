using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Conventions.Tests.Sql;

/// <summary>
/// The tool's own SQL does not use the search path: a function of another role would run with the rights of whoever runs the tool. A query
/// is a file that <c>CatalogueBatch</c> reads, or writes <c>pg_catalog.</c> and <c>OPERATOR(pg_catalog.…)</c>.
/// </summary>
[Case("S1")]
public class SearchPathTests
{
    // SQLite has no search path. The face sends no SQL.
    private static readonly string[] elsewhere =
    [
        "/Sqlite/", "src/Autogen.Design/Rendering/", "src/Autogen.Design/Ownership/", "src/dotnet-autogen/",
        "DataSql.cs",

        // Casts to the model's types, which are the application's: tests compare the rest of these texts.
        "PostgreSqlContainers.cs", "PostgreSqlConversions.cs",
    ];

    public static TheoryData<string> Sources
        => [.. Repository.Files("src", "*.cs").Where(file => !elsewhere.Any(part => file.Contains(part, StringComparison.Ordinal)))];

    public static TheoryData<string> Queries => [.. Repository.Files("src/Autogen.Schema/PostgreSql/Queries", "*.sql")];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Sql_in_code_names_the_schema_of_all_that_it_uses(string file)
    {
        var offenders = SqlTexts.In(Repository.Read(file), withFragments: file.Contains("/Upgrading/", StringComparison.Ordinal))
            .Where(entry => !Regex.IsMatch(entry.Sql, @"\b(?:sqlite_|pragma_|PRAGMA|quote\()"))
            .SelectMany(entry => UnqualifiedNames.In(entry.Sql).Select(name => $"line {entry.Line}: {name}"))
            .ToList();
        Assert.Empty(offenders);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_file_is_read_by_the_batch_or_names_the_schema_of_all_that_it_uses(string file)
    {
        var name = $"\"{Path.GetFileNameWithoutExtension(file)}\"";
        var sources = Repository.Files("src/Autogen.Schema/PostgreSql", "*.cs").Select(Repository.Read).ToList();
        if (sources.Exists(source => source.Contains($"Load({name})", StringComparison.Ordinal)))
            Assert.Empty(UnqualifiedNames.In(Repository.Read(file)));
        else
            Assert.Contains(
                sources,
                source => source.Contains("CatalogueBatch", StringComparison.Ordinal)
                    && source.Contains(IsOfKind(name) ? "Kinds.All" : name, StringComparison.Ordinal));
    }

    // The reader reads the queries of all kinds.
    private static bool IsOfKind(string name) => Kinds.All.Any(kind => string.Equals($"\"{kind.Query}\"", name, StringComparison.Ordinal));

    // Up to PostgreSQL 13 the bodies of these functions are texts of SQL that name operators without a schema;
    // they are parsed when they run.
    [Theory]
    [MemberData(nameof(Sources))]
    [MemberData(nameof(Queries))]
    public void Functions_that_the_server_has_as_text_of_sql_are_not_called(string file)
        => Assert.DoesNotMatch(
            @"\b(?:obj|col|shobj)_description\(\w|\bpg_catalog\.(?:age|lpad|rpad|round|trunc|xpath|xpath_exists|ts_debug)\(",
            Repository.Read(file));

    [Theory]
    [InlineData("SELECT f(1)", "f()")]
    [InlineData("SELECT pg_catalog.f(1), COALESCE(a, b), count(*) FROM pg_catalog.pg_class", "count()")]
    [InlineData("SELECT 1 FROM pg_class", "pg_class")]
    [InlineData("SELECT a = b", "=")]
    [InlineData("SELECT a OPERATOR(pg_catalog.=) b, 'a = f(b)', \"a = b\" -- a = b", "")]
    [InlineData("SELECT a || b", "||")]
    [InlineData("SELECT a ->> 'b'", "->>")]
    [InlineData("SELECT a * 2, -a", "*;-")]
    [InlineData("SELECT * FROM pg_catalog.pg_class", "")]
    [InlineData("SELECT a::text, b::pg_catalog.text, CAST(c AS integer), CAST(d AS pg_catalog.int4)", "::text,;CAST(c AS integer")]
    [InlineData("FOR i IN 1 .. 2 LOOP", "")]
    [InlineData("SELECT 1 WHERE a IN (1) AND b NOT LIKE 'c'", "IN;NOT LIKE")]
    [InlineData("SELECT CASE a WHEN 1 THEN 2 END, CASE WHEN b THEN 3 END", "CASE a")]
    [InlineData("UPDATE \"hole\" SET a = 1, b = 2 WHERE c = 3", "=")]
    [InlineData("SET LOCAL search_path = pg_catalog, pg_temp", "")]
    [InlineData("WITH x AS (SELECT 1) SELECT 1 FROM x JOIN y ON true", "y")]
    [InlineData("SELECT a IS DISTINCT FROM b, now() AT TIME ZONE 'UTC'", "now();AT TIME ZONE;IS DISTINCT FROM")]
    public void A_name_without_a_schema_is_found(string sql, string names)
        => Assert.Equal(
            names.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            UnqualifiedNames.In(sql).Order(StringComparer.Ordinal));
}
