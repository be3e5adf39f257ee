using Autogen.Messages;
using Autogen.Scenarios.Databases;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Autogen.PostgreSql.Tests.Traps.TrapCommands;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>Traps that take another search path, and those that a written revision would meet when it runs.</summary>
[Case("S1")]
public sealed class TrapKindTests(TrappedServer server, ITestOutputHelper output) : IClassFixture<TrappedServer>
{
    private const string Namespace = "Autogen.PostgreSql.Tests.Traps.Plain";

    private static readonly RevisionSet own = RevisionSet.From(typeof(TrapKindTests).Assembly, Namespace);

    private static readonly RevisionSet none = RevisionSet.From(typeof(TrapKindTests).Assembly, "None");

    // With this path the schema's functions, operators, types and tables win over the server's own, even those of the same signature.
    [Fact]
    public async Task No_command_springs_a_trap_where_the_role_has_others_schema_before_the_servers()
    {
        var database = await AsRoleWithPathAsync(await server.CreateDatabaseAsync("DEFAULT"), "public, pg_catalog");
        await RunAsync(
            () => new PlainShop(database),
            own,
            Status, Current, Log, EnsureVersion, Upgrade("plain0000001"),
            Upgrade("heads"),
            Status, Current, Log, Check, Diff,
            NewRevision, NewRevision with { Verify = true }, Verify with { All = true },
            Sql("SELECT 1"),
            Upgrade("base:plain0000001") with { Sql = true, Idempotent = true },
            Downgrade("-1"), Upgrade("+1"),
            Stamp("plain0000001"), Stamp("plain0000002") with { Purge = true });
        await using (var context = new PlainShop(database))
        {
            var options = new UpgradeOptions { RevisionsNamespace = Namespace };
            Assert.Equal(["plain0000002"], await context.Database.DowngradeAsync("-1", options));
            Assert.Equal(["plain0000002"], await context.Database.UpgradeAsync("head", options));
            await context.Database.EnsureAtHeadAsync(options);
        }

        await ExecuteAsync(database, "DROP TABLE public.autogen_version, public.autogen_log, public.autogen_version_lock");
        await RunAsync(() => new PlainShop(database), none, Adopt with { Verify = true });
        await AssertNoneSprungAsync(database);
    }

    [Fact]
    public async Task Numbering_and_conversions_that_a_revision_is_written_with_spring_no_trap()
    {
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "SET search_path = pg_catalog; " + NumberedShop.Current);
        var written = Assert.IsType<DiffResult>(await RunAsync(() => new NumberedShop(database), none, Diff));
        Assert.Contains("pg_catalog.setval(", written.Script, StringComparison.Ordinal);
        await ExecuteAsync(database, written.Script!);
        await AssertNoneSprungAsync(database);
    }

    private static async Task<string> AsRoleWithPathAsync(string database, string path)
    {
        var role = "admin_" + Guid.NewGuid().ToString("N");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE ROLE {role} SUPERUSER LOGIN PASSWORD 'only for tests'");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"ALTER ROLE {role} SET search_path = {path}");
        return TrappedServer.WithoutTypeLoading(
            new NpgsqlConnectionStringBuilder(database) { Username = role, Password = "only for tests" });
    }

    private async Task AssertNoneSprungAsync(string database)
    {
        var sprung = await TrappedServer.SprungAsync(database);
        foreach (var group in sprung.GroupBy(line => line, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(60))
            output.WriteLine($"{group.Count(),6} {group.Key}");
        Assert.Empty(sprung);
    }
}
