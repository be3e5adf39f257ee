using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Autogen.Bench;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Dialects;

if (args is ["backfill", .. var sizes])
{
    await BackfillBench.RunAsync(
        sizes.Length == 0 ? [300_000, 3_000_000] : [.. sizes.Select(size => long.Parse(size, CultureInfo.InvariantCulture))]);
    return;
}

Console.WriteLine("database    tables   median");
foreach (var tables in new[] { 10, 100, 1000 })
{
    await using var postgres = await PostgreSqlDatabase.CreateAsync();
    await using (var connection = await postgres.OpenAsync())
        await MeasureAsync("PostgreSQL", connection, "Npgsql.EntityFrameworkCore.PostgreSQL", tables);
    await using var sqlite = SqliteDatabase.Create();
    await using (var connection = await sqlite.OpenAsync())
        await MeasureAsync("SQLite", connection, "Microsoft.EntityFrameworkCore.Sqlite", tables);
}

static async Task MeasureAsync(string name, DbConnection connection, string provider, int tables)
{
    await using (var command = connection.CreateCommand())
    {
        command.CommandText = Ddl(tables);
        await command.ExecuteNonQueryAsync();
    }

    var dialect = AllDialects.ForProvider(provider);
    var times = new List<double>();
    for (var run = 0; run < 8; run++)
    {
        var watch = Stopwatch.StartNew();
        _ = await dialect.ReadAsync(connection, CancellationToken.None);
        if (run > 0)
            times.Add(watch.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {tables,7} {times[times.Count / 2],7:F1} ms"));
}

static string Ddl(int tables)
{
    var ddl = new StringBuilder("BEGIN;");
    for (var table = 0; table < tables; table++)
    {
        ddl.Append(
            CultureInfo.InvariantCulture,
            $"CREATE TABLE t{table} (id integer NOT NULL PRIMARY KEY, parent integer REFERENCES t{table}(id)");
        for (var column = 0; column < 8; column++)
            ddl.Append(CultureInfo.InvariantCulture, $", c{column} varchar(40) NOT NULL DEFAULT 'x'");
        ddl.Append(CultureInfo.InvariantCulture, $", CONSTRAINT ck{table} CHECK (c0 <> 'y'));");
        ddl.Append(
            CultureInfo.InvariantCulture,
            $"CREATE INDEX ix{table}_a ON t{table} (c1); CREATE UNIQUE INDEX ix{table}_b ON t{table} (c2, c3) WHERE c4 <> '';");
    }

    return ddl.Append("COMMIT;").ToString();
}
