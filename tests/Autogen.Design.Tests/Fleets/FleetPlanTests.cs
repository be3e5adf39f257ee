using Autogen.Host.Fleets;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Design.Tests.Fleets;

public class FleetPlanTests
{
    public static TheoryData<int, string?, string, string> Waves => new()
    {
        { 100, null, "", "100" },
        { 100, "1", "", "1 99" },
        { 100, "1", "5% rest", "1 5 94" },
        { 100, "1", "5%", "1 5 94" },
        { 100, null, "10 20", "10 20 70" },
        { 7, "10%", "50% rest", "1 4 2" },
        { 3, "5", "rest", "3" },
        { 0, "1", "rest", "" },
        { 1000, "0.1%", "100%", "1 999" },
    };

    [Theory]
    [MemberData(nameof(Waves))]
    public void Waves_are_the_whole_fleet(int databases, string? canary, string then, string sizes)
        => Assert.Equal(
            sizes,
            string.Join(' ', FleetPlan.Waves(databases, canary, then.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Theory]
    [InlineData("0", "")]
    [InlineData("-1", "")]
    [InlineData("1.5", "")]
    [InlineData("rest", "")]
    [InlineData("101%", "")]
    [InlineData("x", "")]
    [InlineData("1", "all")]
    [InlineData("1", "%")]
    public void Wave_that_is_no_number_is_rejected(string canary, string then)
        => Assert.Equal(
            ErrorCode.CommandLine,
            Assert.Throws<AutogenException>(
                () => FleetPlan.Waves(10, canary, then.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Code);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_database_is_in_one_shard(int shards)
    {
        IReadOnlyList<string> names = [.. Enumerable.Range(0, 500).Select(number => $"tenant_{number}")];
        var all = Enumerable.Range(0, shards)
            .SelectMany(index => FleetPlan.Of(names, new FleetShard(index, shards), name => name))
            .ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.All(
            Enumerable.Range(0, shards),
            index => Assert.InRange(
                FleetPlan.Of(names, new FleetShard(index, shards), name => name).Count, 250 / shards, 1000 / shards));
    }

    [Fact]
    public void One_more_shard_moves_databases_only_to_it()
    {
        var names = Enumerable.Range(0, 500).Select(number => $"tenant_{number}").ToList();
        var moved = names.Where(name => FleetPlan.ShardOf(name, 4) != FleetPlan.ShardOf(name, 5)).ToList();
        Assert.InRange(moved.Count, 50, 150);
        Assert.All(moved, name => Assert.Equal(4, FleetPlan.ShardOf(name, 5)));
    }

    [Fact]
    public void Shard_of_a_name_never_changes() => Assert.Equal(
        "1 1 0 2", string.Join(' ', new[] { "eu", "us", "Straße", "a b" }.Select(name => FleetPlan.ShardOf(name, 3))));

    [Theory]
    [InlineData("tenant_*", "tenant_1", true)]
    [InlineData("tenant_?", "tenant_12", false)]
    [InlineData("*", "any thing", true)]
    [InlineData("Tenant_*", "tenant_1", false)]
    [InlineData("a.b", "a.b", true)]
    public void Wildcard_matches_names_by_case(string pattern, string name, bool matches)
        => Assert.Equal(matches, FleetMembers.Matches(pattern, name));
}
