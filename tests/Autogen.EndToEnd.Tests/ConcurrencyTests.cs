using Autogen.EndToEnd.Tests.Running;

namespace Autogen.EndToEnd.Tests;

public class SqliteConcurrencyTests
{
    [Fact]
    public Task Of_two_upgrades_at_once_one_applies_and_the_other_finds_nothing_to_do() => Concurrency.OneAppliesAsync("sqlite");
}

public class PostgreSqlConcurrencyTests
{
    [Fact]
    public Task Of_two_upgrades_at_once_one_applies_and_the_other_finds_nothing_to_do() => Concurrency.OneAppliesAsync("postgresql");
}

internal static class Concurrency
{
    private const int Races = 20;

    public static async Task OneAppliesAsync(string database)
    {
        await using var workspace = await Workspace.CreateAsync(database);
        var project = workspace.CopySample("Shop");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP_DATABASE"] = workspace.Connection };
        await SucceedAsync("dotnet", "autogen", "init");
        await SucceedAsync("dotnet", "autogen", "revision", "--autogenerate", "-m", "create tables");
        await SucceedAsync("dotnet", "autogen", "upgrade", "head");
        for (var race = 0; race < Races; race++)
        {
            await workspace.EmptyDatabaseAsync();
            var results = await Task.WhenAll(UpgradeAsync(), UpgradeAsync());
            Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Output + result.Errors));
            Assert.Single(results, result => result.Output.Contains("Running upgrade", StringComparison.Ordinal));
            Assert.Single(results, result => result.Output.Contains("Nothing to do", StringComparison.Ordinal));
        }

        Task<(int ExitCode, string Output, string Errors)> UpgradeAsync()
            => PackedTool.RunAsync(project, ["dotnet", "autogen", "upgrade", "head", "--no-build"], environment);

        async Task SucceedAsync(params string[] command)
        {
            var result = await PackedTool.RunAsync(project, command, environment);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }
    }
}
