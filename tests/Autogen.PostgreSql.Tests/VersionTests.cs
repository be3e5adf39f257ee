using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Autogen.PostgreSql.Tests;

/// <summary>What depends on the server's version: <c>./build/test.sh --postgres-version N</c> chooses it.</summary>
public class VersionTests(ITestOutputHelper output)
{
    // Each is a scenario that this server does not run, and says so instead of writing a revision that fails.
    [Fact]
    public async Task What_the_server_is_too_old_for_is_refused_by_name_and_nothing_is_written()
    {
        foreach (var scenario in AllScenarios.For(ScenarioDatabases.PostgreSql).Where(scenario => scenario.Since > PostgreSqlServer.Version))
        {
            output.WriteLine($"not run on PostgreSQL {PostgreSqlServer.Version}, from {scenario.Since} on: {scenario.Name}");
            if (scenario.RefusedBefore.Length == 0)
                continue;
            await using var database = await PostgreSqlDatabase.CreateAsync();
            var walk = new RevisionWalk(PostgreSqlServer.Options(database.ConnectionString));
            var thrown = await Record.ExceptionAsync(async () =>
            {
                await walk.AddAsync(scenario.There, "first", CancellationToken.None);
                await walk.UpgradeAsync(scenario.There, CancellationToken.None);
                await walk.AddAsync(scenario.Wanted, "second", CancellationToken.None);
            });
            Assert.True(thrown is AutogenException { Code: ErrorCode.ModelInvalid }, $"{scenario.Name}: {thrown?.ToString() ?? "not refused"}");
            var line = thrown!.Message.Split('\n')[1]; // as was just asked
            Assert.True(line.EndsWith(scenario.RefusedBefore, StringComparison.Ordinal) && (line.StartsWith("  property '", StringComparison.Ordinal) || line.StartsWith("  entity '", StringComparison.Ordinal)), $"{scenario.Name}: {line}");
        }
    }

    [Fact]
    public async Task A_virtual_column_needs_a_provider_that_knows_of_it()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var walk = new RevisionWalk(new DbContextOptionsBuilder().UseNpgsql(database.ConnectionString).Options);
        void Model(ModelBuilder model) => model.SharedTypeEntity<Dictionary<string, object>>("Order", entity =>
        {
            entity.Property<int>("Id");
            entity.Property<int>("Twice").HasComputedColumnSql("\"Id\" * 2", stored: false);
        });
        var refused = await Assert.ThrowsAsync<AutogenException>(() => walk.AddAsync(Model, "first", CancellationToken.None));
        Assert.Equal(
            "  property 'Order.Twice' (column 'Order.Twice'): " + (PostgreSqlServer.Version < 18
                ? $"PostgreSQL {PostgreSqlServer.Version} has no virtual generated columns, 18 has: store it (HasComputedColumnSql with stored: true)"
                : "Npgsql takes the server for PostgreSQL 14, which has no virtual generated columns: tell it the version (UseNpgsql(…, npgsql => npgsql.SetPostgresVersion(18, 0)))"),
            refused.Message.Split('\n')[1]);
    }

    [Fact]
    public async Task What_no_server_has_is_refused_before_it_fails()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var walk = new RevisionWalk(PostgreSqlServer.Options(database.ConnectionString));
        var refused = await Assert.ThrowsAsync<AutogenException>(() => walk.AddAsync(
            model => model.SharedTypeEntity<Dictionary<string, object>>("Order", entity =>
            {
                entity.Property<int>("Id");
                entity.Property<int>("Twice").HasComputedColumnSql("\"Id\" * 2", stored: false);
                entity.HasIndex("Twice").HasDatabaseName("ix");
            }),
            "first",
            CancellationToken.None));
        Assert.Contains("entity 'Order' (index 'ix' on 'Order'): PostgreSQL has no indexes on virtual generated columns", refused.Message, StringComparison.Ordinal);
    }
}
