using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Sqlite.Tests;

public class ScenarioTests
{
    // A sample of them runs on a second engine (build/run-tests.sh).
    public static TheoryData<string> Names =>
    [
        .. AllScenarios.For(ScenarioDatabases.Sqlite)
            .Where((_, number) => number % PostgreSqlServer.Sample == 0)
            .Select(scenario => scenario.Name),
    ];

    /// <summary>Enough of every kind of object.</summary>
    public static TheoryData<string> BroadNames
        => [.. AllScenarios.Broad(ScenarioDatabases.Sqlite).Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Upgrades_leaves_nothing_downgrades_and_upgrades_again(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options).RunAsync(AllScenarios.Named(name), CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Finds_nothing_in_a_database_that_EF_Core_made(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options).RequireNothingAfterCreateTablesAsync(AllScenarios.Named(name), CancellationToken.None);
    }

    [Theory]
    [Case("N6")]
    [MemberData(nameof(BroadNames))]
    public async Task Strict_comparison_finds_nothing_after_its_own_upgrade(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options, isStrict: true).RunAsync(AllScenarios.Named(name), CancellationToken.None);
    }
}
