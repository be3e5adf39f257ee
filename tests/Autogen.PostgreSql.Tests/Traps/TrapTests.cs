using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Autogen.PostgreSql.Tests.Traps.TrapCommands;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>
/// Each command runs as superuser in a database full of traps. The bundle's commands are the engine's, and the host's start-up and health
/// check are the members of <c>DatabaseFacade</c>.
/// </summary>
[Case("S1")]
public sealed class TrapTests(TrappedServer server, ITestOutputHelper output) : IClassFixture<TrappedServer>
{
    private const string Namespace = "Autogen.PostgreSql.Tests.Traps.Revisions";

    private static readonly RevisionSet own = RevisionSet.From(typeof(TrapTests).Assembly, Namespace);

    [Fact]
    public async Task No_command_springs_a_trap()
    {
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, own,
        [
            Call("status"), Call("current"), Call("log"), Call("ensure-version"),
            Call("upgrade") with { Target = "trapped00001" }, Call("upgrade") with { Target = "heads" },
            Call("status"), Call("current"), Call("log"), Call("check"), Call("diff"), Call("diff") with { Sql = true },
            Call("revision"), Call("revision") with { Verify = true }, Call("verify") with { All = true },
            Call("sql") with { Statement = "SELECT 1" },
            Call("upgrade") with { Target = "base:trapped00001", Sql = true, Idempotent = true },
            Call("downgrade") with { Target = "-1" }, Call("upgrade") with { Target = "+1" },
            Call("stamp") with { Revisions = ["trapped00001"] }, Call("stamp") with { Revisions = ["trapped00002"], Purge = true },
            Call("downgrade") with { Target = "base" },
        ]);
        await AssertNoneSprungAsync(database);
    }

    [Fact]
    public async Task Adopting_springs_no_trap()
    {
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, own, [Call("upgrade") with { Target = "head" }]);
        await ExecuteAsync(
            database,
            """
            DROP TABLE autogen_version, autogen_log; DROP TABLE IF EXISTS autogen_version_lock;
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
            CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)
            """);
        await RunAsync(database, RevisionSet.From(typeof(TrapTests).Assembly, "None"),
        [
            Call("adopt") with { Verify = true, FromEf = true },
            Call("adopt") with { AllTables = true, Settings = new() { ExcludeTables = ["spies"] } }
        ]);
        await AssertNoneSprungAsync(database);
    }

    [Fact]
    public async Task An_application_that_starts_springs_no_trap()
    {
        var database = await server.CreateDatabaseAsync();
        var options = new UpgradeOptions { RevisionsNamespace = Namespace };
        await using var context = new TrappedShop(database);
        Assert.Equal(2, (await context.Database.GetPendingRevisionsAsync(options)).Count);
        Assert.Equal(["trapped00001", "trapped00002"], await context.Database.UpgradeAsync("head", options));
        await context.Database.EnsureAtHeadAsync(options);
        Assert.Equal(["trapped00002"], await context.Database.GetCurrentRevisionsAsync(options));
        await AssertNoneSprungAsync(database);
    }

    [Fact]
    public async Task Who_is_in_the_way_is_named_without_springing_a_trap()
    {
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, own, [Call("upgrade") with { Target = "trapped00001" }]);
        await using (var other = new NpgsqlConnection(database))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("LOCK TABLE public.\"Customer\"", other, transaction);
            await command.ExecuteNonQueryAsync();
            var refused = await Assert.ThrowsAsync<AutogenException>(() => RunAsync(
                database, own, [Call("upgrade") with { Target = "head", LockTimeoutSeconds = 0.5, LockAttemptSeconds = 0.1 }]));
            Assert.Equal(ErrorCode.LockTimeout, refused.Code);
            Assert.Contains("uses \"Customer\"", refused.Message, StringComparison.Ordinal);
        }

        await AssertNoneSprungAsync(database);
    }

    private static Task RunAsync(string database, RevisionSet revisions, IEnumerable<HostRequest> calls)
        => TrapCommands.RunAsync(() => new TrappedShop(database), revisions, calls);

    private async Task AssertNoneSprungAsync(string database)
    {
        var sprung = await TrappedServer.SprungAsync(database);
        foreach (var group in sprung.GroupBy(line => line, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
            output.WriteLine($"{group.Count(),6} {group.Key}");
        Assert.Empty(sprung);
    }
}
