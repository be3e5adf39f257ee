using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;

namespace Autogen.PostgreSql.Tests;

public class ScenarioTests(Places places) : IClassFixture<Places>
{
    public static TheoryData<string> Names => [.. AllScenarios.For(ScenarioDatabases.PostgreSql).On(PostgreSqlServer.Version)
        .Where((scenario, number) => scenario.Since > 0 || number % PostgreSqlServer.Sample == 0).Select(scenario => scenario.Name)];

    /// <summary>Enough of every kind of object.</summary>
    public static TheoryData<string> BroadNames => [.. AllScenarios.Broad(ScenarioDatabases.PostgreSql).On(PostgreSqlServer.Version)
        .Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Upgrades_leaves_nothing_downgrades_and_upgrades_again(string name)
        => await new ScenarioRunner((await places.TakeAsync()).Options).RunAsync(AllScenarios.Named(name), CancellationToken.None);

    [Theory]
    [Case("N6")]
    [MemberData(nameof(BroadNames))]
    public async Task Strict_comparison_finds_nothing_after_its_own_upgrade(string name)
        => await new ScenarioRunner((await places.TakeAsync()).Options, isStrict: true).RunAsync(
            AllScenarios.Named(name), CancellationToken.None);
}
