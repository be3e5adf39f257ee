using System.Globalization;
using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.PostgreSql.Tests;

/// <summary>A database that went through the server's own words: nothing differs from the model that made it.</summary>
public class RestoreTests(Places places) : IClassFixture<Places>
{
    // What the server says of every check, default and index, said to it again.
    private const string SayAgain =
        """
        DO $body$
        DECLARE
            statement text;
        BEGIN
            FOR statement IN
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %2$I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0
                UNION ALL
                SELECT format('ALTER TABLE %s ALTER %I SET DEFAULT %s', adrelid::regclass, attname, pg_get_expr(adbin, adrelid))
                FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE attgenerated = ''
                UNION ALL
                SELECT format('DROP INDEX %s; %s', indexrelid::regclass, pg_get_indexdef(indexrelid))
                FROM pg_index JOIN pg_class ON pg_class.oid = indrelid AND relnamespace = 'public'::regnamespace WHERE NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            LOOP
                EXECUTE statement;
            END LOOP;
        END
        $body$
        """;

    // Three processes and two databases a case: some are enough, because a dump holds the server's own words, and those are tried for all.
    private const int OneInSo = 6;

    public static TheoryData<string> Dumped
        => [.. AllScenarios.Broad(ScenarioDatabases.PostgreSql)
            .On(PostgreSqlServer.Version)
            .Where((_, number) => number % OneInSo == 0)
            .Select(scenario => scenario.Name)];

    public static TheoryData<string> All
        => [.. AllScenarios.For(ScenarioDatabases.PostgreSql).On(PostgreSqlServer.Version).Select(scenario => scenario.Name)];

    /// <summary>
    /// Made by EF Core's own <c>EnsureCreated</c>, then dumped and restored; on a machine without a <c>pg_dump</c> that is as new as the
    /// server the server is told its own words, which is what a dump holds.
    /// </summary>
    [Theory]
    [MemberData(nameof(Dumped))]
    public async Task Finds_nothing_in_what_EF_Core_made_nor_after_dump_and_restore(string name)
    {
        var scenario = AllScenarios.Named(name);
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await new ScenarioRunner(Options(database)).RequireNothingAfterCreateTablesAsync(scenario, CancellationToken.None);
        if (PostgreSqlPrograms.Find("pg_dump") is { } dump && PostgreSqlPrograms.Find("psql") is { } psql)
        {
            await using var restored = await PostgreSqlDatabase.CreateAsync();
            var text = await PostgreSqlPrograms.RunAsync(dump, Arguments(database), Password(database));
            await PostgreSqlPrograms.RunAsync(
                psql, [.. Arguments(restored), "-X", "-q", "-v", "ON_ERROR_STOP=1"], Password(restored), text);
            await new ScenarioRunner(Options(restored)).RequireNothingAsync(scenario, CancellationToken.None);
        }
        else
        {
            await database.ExecuteAsync(SayAgain);
            await new ScenarioRunner(Options(database)).RequireNothingAsync(scenario, CancellationToken.None);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Finds_nothing_in_EF_Cores_database_nor_after_the_servers_own_spelling(string name)
    {
        var place = await places.TakeAsync();
        var runner = new ScenarioRunner(place.Options);
        await runner.RequireNothingAfterCreateTablesAsync(AllScenarios.Named(name), CancellationToken.None);
        await place.ExecuteAsync(SayAgain);
        await runner.RequireNothingAsync(AllScenarios.Named(name), CancellationToken.None);
    }

    private static DbContextOptions Options(PostgreSqlDatabase database) => PostgreSqlServer.Options(database.ConnectionString);

    private static IEnumerable<string> Arguments(PostgreSqlDatabase database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return
        [
            "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, "-d",
            database.Name
        ];
    }

    private static string Password(PostgreSqlDatabase database)
        => new NpgsqlConnectionStringBuilder(database.ConnectionString).Password ?? "";
}
