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
            Status, Current, Log, EnsureVersion,
            Upgrade("trapped00001"), Upgrade("heads"),
            Status, Current, Log, Check, Diff,
            NewRevision, NewRevision with { Verify = true }, Verify with { All = true },
            Sql("SELECT 1"),
            Upgrade("base:trapped00001") with { Sql = true, Idempotent = true },
            Downgrade("-1"), Upgrade("+1"),
            Stamp("trapped00001"), Stamp("trapped00002") with { Purge = true },
            Downgrade("base"),
        ]);
        await AssertNoneSprungAsync(database);
    }

    [Fact]
    public async Task Adopting_springs_no_trap()
    {
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, own, [Upgrade("head")]);
        await ExecuteAsync(
            database,
            """
            DROP TABLE autogen_version, autogen_log; DROP TABLE IF EXISTS autogen_version_lock;
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
            CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)
            """);
        await RunAsync(database, RevisionSet.From(typeof(TrapTests).Assembly, "None"),
        [
            Adopt with { Verify = true, FromEf = true },
            Adopt with { AllTables = true, Project = Adopt.Project with { Settings = new() { ExcludeTables = ["spies"] } } }
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
        await RunAsync(database, own, [Upgrade("trapped00001")]);
        await using (var other = new NpgsqlConnection(database))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("LOCK TABLE public.\"Customer\"", other, transaction);
            await command.ExecuteNonQueryAsync();
            var impatient = Upgrade("head");
            impatient = impatient with { Project = impatient.Project with { LockTimeoutSeconds = 0.5, LockAttemptSeconds = 0.1 } };
            var refused = await Assert.ThrowsAsync<AutogenException>(() => RunAsync(database, own, [impatient]));
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
