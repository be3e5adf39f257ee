using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Generation;
using Autogen.Fuzzing.Running;

namespace Autogen.Sqlite.Tests;

/// <summary>
/// Pairs of random models. The seeds are always the same, so that a failure is the last change's; <c>tools/fuzz/run.sh</c> tries others.
/// </summary>
public class FuzzTests
{
    private const int Pairs = 200;

    [Fact]
    public async Task Random_pairs_of_models_upgrade_leave_nothing_and_downgrade()
    {
        var report = await new FuzzCampaign(FuzzDatabase.Sqlite, firstSeed: 1).RunAsync(Pairs, shrinks: false, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    [Fact]
    public async Task Random_histories_go_up_and_down()
    {
        var report =
            await new FuzzCampaign(FuzzDatabase.Sqlite, firstSeed: 1).RunChainsAsync(chains: 12, length: 4, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    // What a long search found, and was put right.
    [Theory]
    [InlineData(2000157)] // a new column has a default of several lines
    [InlineData(2001527)] // a new key numbers its rows, and a computed column becomes an ordinary one, in two rebuilds
    [InlineData(2005725)] // a row whose key is a time becomes one with a date, and goes
    [InlineData(2008295)] // a row's date becomes a time with a zone, and changes
    [InlineData(4002738)] // a row's key becomes another type of number
    [InlineData(4005133)] // rows go that only a dropped table refers to, and their table is rebuilt
    [InlineData(901011)] // rows with texts become single letters
    [InlineData(901121)] // rows get keys of another type
    public async Task What_a_search_has_found_once_is_not_found_again(int seed)
    {
        var report = await new FuzzCampaign(FuzzDatabase.Sqlite, seed).RunAsync(pairs: 1, shrinks: false, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    [Fact]
    public void A_seed_gives_one_pair()
        => Assert.Equal(ModelGenerator.Generate(FuzzDatabase.Sqlite, 42), ModelGenerator.Generate(FuzzDatabase.Sqlite, 42));

    [Theory]
    [InlineData(TableMapping.Split)]
    [InlineData(TableMapping.Hierarchy)]
    [InlineData(TableMapping.Owned)]
    [InlineData(TableMapping.OwnedDocument)]
    [InlineData(TableMapping.ComplexDocument)]
    public void Tables_are_mapped_in_several_ways(TableMapping mapping)
        => Assert.InRange(
            Enumerable.Range(1, 100).Count(
                seed => ModelGenerator.Generate(FuzzDatabase.Sqlite, seed).Current.Tables.Any(table => table.Mapping == mapping)),
            4,
            95);
}
