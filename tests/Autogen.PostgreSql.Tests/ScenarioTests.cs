using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.PostgreSql.Tests;

public class ScenarioTests
{
    public static TheoryData<string> Names => [.. AllScenarios.For(ScenarioDatabases.PostgreSql).Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Upgrades_leaves_nothing_downgrades_and_upgrades_again(string name)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var options = new DbContextOptionsBuilder().UseNpgsql(database.ConnectionString).Options;
        await new ScenarioRunner(options).RunAsync(AllScenarios.Named(name), CancellationToken.None);
    }
}
