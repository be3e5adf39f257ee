using Autogen.Scenarios.Adopted;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Sqlite.Tests;

public class AdoptedTests
{
    public static TheoryData<string> NamesWithCosmeticDifferences
        => [.. AllAdopted.For(ScenarioDatabases.Sqlite).Where(adopted => adopted.Cosmetic.Count > 0).Select(adopted => adopted.Name)];

    public static TheoryData<string> Names => [.. AllAdopted.For(ScenarioDatabases.Sqlite).Select(adopted => adopted.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Finds_what_matters_counts_what_does_not_and_says_nothing_else(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options).AdoptAsync(AllAdopted.Named(name), CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Takes_it_over_by_a_revision_that_makes_the_same_of_an_empty_database(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options).TakeOverAsync(AllAdopted.Named(name), CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(NamesWithCosmeticDifferences))]
    public async Task Strict_comparison_changes_cosmetic_differences(string name)
    {
        await using var database = SqliteDatabase.Create();
        var options = new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;
        await new ScenarioRunner(options).AdoptStrictlyAsync(AllAdopted.Named(name), CancellationToken.None);
    }
}
