using Autogen.Scenarios.Databases;
using Autogen.Schema.Dialects;
using Autogen.Schema.Statistics;
using Npgsql;

namespace Autogen.PostgreSql.Tests;

/// <summary>Rows and sizes are what the server says when it is asked in another way.</summary>
public class StatisticsTests
{
    private static readonly Dialect dialect = AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL");

    [Fact]
    public async Task Rows_are_counted_and_sizes_are_the_servers()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            """"
            CREATE SCHEMA "Odd ""one""";
            CREATE TABLE "Odd ""one"""."Bestell Zeile" (id int PRIMARY KEY, note text UNIQUE);
            CREATE INDEX "by note" ON "Odd ""one"""."Bestell Zeile" (note);
            INSERT INTO "Odd ""one"""."Bestell Zeile" SELECT i, repeat('x', i) FROM generate_series(1, 500) AS i;
            CREATE TABLE parts (id int, kind int) PARTITION BY LIST (kind);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
            INSERT INTO parts VALUES (1, 1), (2, 1);
            CREATE MATERIALIZED VIEW empty_view AS SELECT 1 AS one WITH NO DATA;
            CREATE VIEW ordinary_view AS SELECT 1 AS one;
            CREATE TABLE long_values (id int, document text);
            INSERT INTO long_values SELECT 1, string_agg(md5(i::text), '') FROM generate_series(1, 5000) AS i;
            """");
        var statistics = await ReadAsync(database);
        Assert.Equal(
            ["Odd \"one\".Bestell Zeile", "public.empty_view", "public.long_values", "public.parts_1"],
            statistics.Tables.Select(table => table.FullName()));
        var odd = statistics.Tables[0];
        Assert.Equal((500, false), (odd.Rows, odd.IsEstimate));
        Assert.Equal(["Bestell Zeile_note_key", "Bestell Zeile_pkey", "by note"], odd.Indexes.Select(index => index.Name));
        Assert.Equal([true, true, false], odd.Indexes.Select(index => index.IsUnique));
        Assert.Equal(
            await database.ScalarAsync("SELECT pg_total_relation_size('\"Odd \"\"one\"\"\".\"Bestell Zeile\"'::regclass)"),
            odd.TotalBytes());
        Assert.Equal(odd.IndexBytes, odd.Indexes.Sum(index => index.Bytes));
        Assert.Equal(2, statistics.Tables[3].Rows);
        Assert.True(statistics.Tables[2].ToastBytes > statistics.Tables[2].HeapBytes);
        Assert.Contains(statistics.Extensions, extension => extension.Name == "plpgsql");
        Assert.Equal(database.Name, statistics.Database);
    }

    [Fact]
    public async Task Large_tables_are_estimated_unless_all_are_counted()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();

        // 12,000 pages: hardly any row has room beside another one.
        await database.ExecuteAsync(
            """
            CREATE TABLE large (filler char(7000)) WITH (fillfactor = 10);
            ALTER TABLE large ALTER COLUMN filler SET STORAGE PLAIN;
            INSERT INTO large SELECT 'x' FROM generate_series(1, 12000);
            ANALYZE large;
            DELETE FROM large WHERE ctid IN (SELECT ctid FROM large LIMIT 10);
            """);
        var estimated = Assert.Single((await ReadAsync(database)).Tables);
        Assert.True(estimated.IsEstimate);
        Assert.InRange(estimated.Rows!.Value, 11_000, 13_000);
        var exact = Assert.Single((await ReadAsync(database, RowCounting.All)).Tables);
        Assert.Equal((11_990, false), (exact.Rows, exact.IsEstimate));
    }

    [Fact]
    public async Task No_code_of_the_databases_runs_and_hidden_rows_are_not_counted()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var role = "reader_" + database.Name[^8..];
        await database.ExecuteAsync(
            $"""
            CREATE TABLE alarms (at timestamptz);
            CREATE FUNCTION spring() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN INSERT INTO alarms VALUES (now()); RETURN false; END';
            CREATE TABLE guarded (id int);
            INSERT INTO guarded VALUES (1), (2);
            ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
            CREATE POLICY trap ON guarded USING (spring());
            CREATE TABLE forbidden (id int);
            CREATE SCHEMA mine;
            CREATE FUNCTION mine.count(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 7::bigint';
            CREATE ROLE {role} LOGIN PASSWORD 'pw';
            GRANT SELECT ON guarded, alarms TO {role};
            GRANT ALL ON ALL TABLES IN SCHEMA public TO {role};
            REVOKE ALL ON forbidden FROM {role};
            GRANT USAGE ON SCHEMA mine TO {role};
            ALTER ROLE {role} SET search_path = mine, public, pg_catalog;
            """);
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "pw" };
            await using var reader = new NpgsqlConnection(connection.ConnectionString);
            await reader.OpenAsync();
            var statistics = await dialect.ReadStatisticsAsync(reader, RowCounting.All, CancellationToken.None);
            Assert.Equal(
                [("alarms", false), ("forbidden", true), ("guarded", true)],
                statistics.Tables.Select(table => (table.Name, table.IsEstimate)));
            Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM alarms"));
        }
        finally
        {
            await database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    private static async Task<DatabaseStatistics> ReadAsync(PostgreSqlDatabase database, RowCounting counting = RowCounting.Small)
    {
        await using var connection = await database.OpenAsync();
        return await dialect.ReadStatisticsAsync(connection, counting, CancellationToken.None);
    }
}
