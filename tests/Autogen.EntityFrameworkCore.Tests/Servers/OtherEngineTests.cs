using Autogen.Scenarios.Databases.Proxying;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

/// <summary>Engines that speak PostgreSQL's protocol and reject what they don't have: a proxy rejects it in front of PostgreSQL.</summary>
[Case("S3")]
public class OtherEngineTests
{
    [Theory]
    [InlineData(nameof(OtherEngines.YugabyteDb))]
    [InlineData(nameof(OtherEngines.CockroachDb))]
    public async Task Engine_without_advisory_locks_is_upgraded(string engine)
    {
        await using var server = await ServerDatabase.CreateAsync();
        await using var proxy = WireProxy.Start(server.ConnectionString, RulesOf(engine));
        await server.UpgradeAsync(_ => proxy.ConnectionString);
        Assert.Equal("second000000", await server.CurrentAsync(_ => proxy.ConnectionString));
        Assert.Equal(50, await server.RowsAsync());
    }

    [Fact]
    public async Task Engine_that_does_not_mix_ddl_and_rows_in_a_transaction_is_refused_before_anything_is_changed()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await using var proxy = WireProxy.Start(server.ConnectionString, OtherEngines.AuroraDsql);
        var error = await Assert.ThrowsAsync<AutogenException>(() => server.UpgradeAsync(_ => proxy.ConnectionString));
        Assert.Equal(ErrorCode.ServerNotSupported, error.Code);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(0L, await server.TablesAsync());
    }

    [Theory]
    [InlineData(nameof(OtherEngines.YugabyteDb))]
    [InlineData(nameof(OtherEngines.CockroachDb))]
    [InlineData(nameof(OtherEngines.AuroraDsql))]
    public async Task Reading_where_the_database_is_asks_for_nothing_that_an_engine_rejects(string engine)
    {
        await using var server = await ServerDatabase.CreateAsync();
        await server.UpgradeAsync(connection => connection);
        await using var proxy = WireProxy.Start(server.ConnectionString, RulesOf(engine));
        Assert.Equal("second000000", await server.CurrentAsync(_ => proxy.ConnectionString));
        Assert.Empty(proxy.Refused);
    }

    private static Func<string, TransactionContent, Refusal?> RulesOf(string engine) => engine switch
    {
        nameof(OtherEngines.YugabyteDb) => OtherEngines.YugabyteDb,
        nameof(OtherEngines.CockroachDb) => OtherEngines.CockroachDb,
        _ => OtherEngines.AuroraDsql,
    };
}
