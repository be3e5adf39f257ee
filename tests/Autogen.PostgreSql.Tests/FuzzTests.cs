using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Generation;
using Autogen.Fuzzing.Running;
using Autogen.Scenarios.Databases;

namespace Autogen.PostgreSql.Tests;

/// <summary>
/// Pairs of random models. The seeds are always the same, so that a failure is the last change's; <c>tools/fuzz/run.sh</c> tries others.
/// </summary>
public class FuzzTests
{
    private static readonly int pairs = PostgreSqlServer.Sample == 1 ? 200 : 20;

    [Fact]
    public async Task Random_pairs_of_models_upgrade_leave_nothing_and_downgrade()
    {
        var report = await new FuzzCampaign(FuzzDatabase.PostgreSql, firstSeed: 1).RunAsync(pairs, shrinks: false, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    [Fact]
    public async Task Random_histories_go_up_and_down()
    {
        var report = await new FuzzCampaign(FuzzDatabase.PostgreSql, firstSeed: 1).RunChainsAsync(
            chains: PostgreSqlServer.Sample == 1 ? 12 : 4, length: 4, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    // What a long search found, and was put right.
    [Theory]
    [InlineData(810085)] // a required column of an enumerated type with quotes in its name
    [InlineData(810664)] // integer becomes bigint under a check; an identity becomes an optional column
    [InlineData(812340)] // a type changes under a computed column
    [InlineData(812485)] // a type changes under an index's filter
    [InlineData(813113)] // an identity becomes an optional column
    [InlineData(810685)] // a column with values of the model's rows becomes a computed one
    [InlineData(811141)] // a key goes, and the table that refers to it
    [InlineData(814641)] // a foreign key that is recreated restricts, and the model takes no action
    [InlineData(810438)] // rows whose key is a time with a zone, inserted by SQL
    [InlineData(811688)] // rows with numbers that the target type can't hold
    [InlineData(811727)] // rows with fractions become whole numbers
    [InlineData(812626)] // a time becomes an array of numbers
    [InlineData(812536)] // a column in which numbers are missing becomes an identity
    [InlineData(3002502)] // a column becomes a computed one of another type under a check
    [InlineData(3007149)] // a row's date, where the model wants a number that is computed
    [InlineData(3007548)] // a row's key becomes another type of number
    [InlineData(810640)] // names that differ only behind the 63rd byte
    [InlineData(82)] // keys beyond the bounds of the sequence that numbers them again
    public async Task What_a_search_has_found_once_is_not_found_again(int seed)
    {
        var report = await new FuzzCampaign(FuzzDatabase.PostgreSql, seed).RunAsync(pairs: 1, shrinks: false, CancellationToken.None);
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    [Fact]
    public void A_seed_gives_one_pair()
        => Assert.Equal(ModelGenerator.Generate(FuzzDatabase.PostgreSql, 42), ModelGenerator.Generate(FuzzDatabase.PostgreSql, 42));

    [Theory]
    [InlineData(TableMapping.Split)]
    [InlineData(TableMapping.Hierarchy)]
    public void Tables_are_mapped_in_several_ways(TableMapping mapping)
        => Assert.InRange(
            Enumerable.Range(1, 100).Count(
                seed => ModelGenerator.Generate(FuzzDatabase.PostgreSql, seed).Current.Tables.Any(table => table.Mapping == mapping)),
            5,
            95);
}
