using System.Diagnostics;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Rendering;

/// <summary>
/// Locks, tables and round trips do not grow with the schema. Each table has columns of its own names, so that no two questions are equal.
/// </summary>
[Case("R1")]
public class SizeTests
{
    private static readonly PostgreSqlDialect dialect = new();

    [Fact]
    public async Task Asking_for_four_times_the_tables_holds_as_many_locks_and_tables()
        => Assert.Equal(await WithTablesAsync(50, HeldAsync), await WithTablesAsync(200, HeldAsync));

    [Fact]
    public async Task Comparing_four_times_the_tables_takes_as_many_round_trips()
        => Assert.Equal(await WithTablesAsync(50, CompareAsync), await WithTablesAsync(200, CompareAsync));

    [Fact]
    public async Task Refusals_of_four_times_the_tables_take_as_many_round_trips()
        => Assert.Equal(await WithTablesAsync(50, RefuseAsync), await WithTablesAsync(200, RefuseAsync));

    // The default counts what the transaction holds, and pretends to need something that is missing where that is too much.
    [Fact]
    public async Task Rows_of_many_tables_are_tried_in_several_transactions()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            """
            CREATE FUNCTION held() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN
                IF (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation') > 100 THEN
                    RAISE EXCEPTION 'too many locks' USING ERRCODE = '42883';
                END IF;
                RETURN 1;
            END $$;
            """
            + string.Concat(Enumerable.Range(0, 150).Select(number => $"CREATE TABLE t{number} (id integer PRIMARY KEY DEFAULT held());")));
        await using var connection = await database.OpenAsync();
        var tables = (await dialect.ReadAsync(connection, CancellationToken.None)).Tables;
        Assert.Equal(150, tables.Count);
        Assert.Empty(await dialect.TryRowsAsync(connection, tables, CancellationToken.None));
    }

    [Fact]
    public async Task Tables_in_agreement_that_are_spelled_otherwise_are_not_asked_for()
    {
        await using var database = await CreateAsync(20);
        await using var connection = await database.OpenAsync();
        var current = await dialect.ReadAsync(connection, CancellationToken.None);
        var target = RunningFunctions.Respelled(current, text => text switch
        {
            "false" => "FALSE",
            "''::character varying" => "''",
            _ => text.Replace("now()", "NOW()", StringComparison.Ordinal),
        });
        Assert.Equal(0, await RoundTripsAsync(() => dialect.NormaliseAsync(connection, current, target, CancellationToken.None)));
    }

    // A refused expression makes its pack fail.
    [Fact]
    public async Task A_refused_expression_does_not_keep_the_server_from_rendering_the_others()
    {
        await using var database = await CreateAsync(30);
        await using var connection = await database.OpenAsync();
        var current = await dialect.ReadAsync(connection, CancellationToken.None);
        string Respell(string text)
            => text.Contains("c17_", StringComparison.Ordinal)
                ? $"missing({text})"
                : text.Replace("(0)::numeric", "0", StringComparison.Ordinal);
        var (live, model, _) = await dialect.NormaliseAsync(
            connection, current, RunningFunctions.Respelled(current, Respell), CancellationToken.None);
        var changes = SchemaComparer.Compare(live, model, dialect, new ComparisonOptions()).Changes
            .Where(change => change.Significance == Significance.Significant);
        Assert.All(changes, change => Assert.Equal("t17", change.Table?.Name));
        Assert.Equal(2, changes.Count()); // the check, and the index
    }

    // Locks are given back at the end of a transaction only, so that most are held there.
    private static async Task<(long Locks, long Tables)> HeldAsync(NpgsqlConnection connection, DatabaseSchema current)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var probe = new PostgreSqlProbe(dialect, connection, transaction);
        await probe.PrepareAsync(CancellationToken.None);
        var questions = ExpressionPair.Of(current, Respelled(current), dialect).SelectMany(pair => pair.Questions()).ToList();
        Assert.True(questions.Count >= 3 * current.Tables.Count);
        var answers = await probe.AskAsync(questions, withCalls: true, CancellationToken.None);
        Assert.All(answers.Values, answer => Assert.Null(answer.Failure));
        return (
            await ScalarAsync(connection, "SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'"),
            await ScalarAsync(connection, "SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()"));
    }

    private static async Task<long> CompareAsync(NpgsqlConnection connection, DatabaseSchema current)
        => await RoundTripsAsync(async () =>
        {
            var (live, model, _) = await dialect.NormaliseAsync(connection, current, Respelled(current), CancellationToken.None);
            Assert.Empty(SchemaComparer.Compare(live, model, dialect, new ComparisonOptions()).Changes);
        });

    private static async Task<long> RefuseAsync(NpgsqlConnection connection, DatabaseSchema current)
    {
        var parts = NewPartsOfDiff.Find(SchemaComparer.Compare(current with { Tables = [] }, current, dialect, new ComparisonOptions()));
        return await RoundTripsAsync(async () => Assert.Empty(await dialect.FindRefusalsAsync(connection, parts, CancellationToken.None)));
    }

    // What only the server can tell: the same functions and operators by their full names.
    private static DatabaseSchema Respelled(DatabaseSchema schema) => RunningFunctions.Respelled(schema, text => text switch
    {
        "''::character varying" => "CAST('' AS varchar)",
        "false" => "CAST('f' AS boolean)",
        _ => text.Replace("lower(", "pg_catalog.lower(", StringComparison.Ordinal)
            .Replace("now(", "pg_catalog.now(", StringComparison.Ordinal)
            .Replace(" = ", " OPERATOR(pg_catalog.=) ", StringComparison.Ordinal)
            .Replace("(0)::numeric", "0", StringComparison.Ordinal),
    });

    private static async Task<T> WithTablesAsync<T>(int tables, Func<NpgsqlConnection, DatabaseSchema, Task<T>> run)
    {
        await using var database = await CreateAsync(tables);
        await using var connection = await database.OpenAsync();
        return await run(connection, await dialect.ReadAsync(connection, CancellationToken.None));
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync())!; // a count
    }

    // What Npgsql's own tracing sees go to the server; a listener hears every connection of the process, and only this trace counts.
    private static async Task<long> RoundTripsAsync(Func<Task> run)
    {
        var count = 0L;
        using var trace = new Activity(nameof(RoundTripsAsync)).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => count += activity.TraceId == trace.TraceId ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        await run();
        return count;
    }

    private static async Task<PostgreSqlDatabase> CreateAsync(int tables)
    {
        var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(string.Concat(Enumerable.Range(0, tables).Select(number =>
            $"""
            CREATE TABLE t{number} (
                c{number}_id integer PRIMARY KEY, c{number}_gone boolean NOT NULL DEFAULT false, c{number}_name varchar(50) DEFAULT '',
                c{number}_at timestamptz DEFAULT now(), c{number}_n numeric CHECK (c{number}_n > 0));
            CREATE INDEX i{number} ON t{number} (lower(c{number}_name)) WHERE c{number}_gone = false;
            """)));
        return database;
    }
}
