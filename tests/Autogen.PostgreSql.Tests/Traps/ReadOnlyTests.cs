using Autogen.Commands;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Scenarios.Databases;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using static Autogen.PostgreSql.Tests.Traps.TrapCommands;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>Commands that read run in a session that may only read, so nothing that they do depends on the right to write.</summary>
[Case("S1")]
public sealed class ReadOnlyTests
{
    private static readonly RevisionSet own = RevisionSet.From(typeof(ReadOnlyTests).Assembly, "Autogen.PostgreSql.Tests.Traps.Revisions");

    [Fact]
    public async Task Commands_that_read_write_nothing()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await using (var context = new TrappedShop(database.ConnectionString))
            await context.Database.UpgradeAsync(
                "head", new UpgradeOptions { RevisionsNamespace = "Autogen.PostgreSql.Tests.Traps.Revisions" });
        var before = await StateAsync(database);
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        var warnings = new List<string>();
        foreach (var request in new HostRequest[] { Status, Current, Log, Check, Diff, NewRevision })
        {
            await using var context = new TrappedShop(database.ConnectionString);
            await using var session = new ProjectSession(
                request,
                new EventWriter(sent => warnings.AddRange(sent is LogEvent { Level: "warning" } log ? [log.Text] : [])),
                context,
                own);
            await Engine.RunAsync(session, request, CancellationToken.None);
        }

        // The one exception: to ask the server how it writes expressions takes a temporary table, which such a session refuses.
        Assert.All(warnings, warning => Assert.Contains("The server was not asked", warning, StringComparison.Ordinal));
        Assert.Equal(before, await StateAsync(database));
    }

    [Fact]
    public async Task A_reading_transaction_refuses_to_write()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync("CREATE SEQUENCE counted");
        await using var connection = await database.OpenAsync();
        await using (await new Schema.PostgreSql.PostgreSqlDialect().BeginReadingAsync(connection, CancellationToken.None))
        {
            await using var command = new Npgsql.NpgsqlCommand("SELECT nextval('counted')", connection);
            Assert.Equal("25006", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteScalarAsync())).SqlState);
        }

        await using var afterwards = new Npgsql.NpgsqlCommand("SELECT nextval('counted')", connection);
        Assert.Equal(1L, await afterwards.ExecuteScalarAsync());
    }

    // A row that is written gets its transaction's number, and the catalogue's rows are rows.
    private static async Task<object?> StateAsync(PostgreSqlDatabase database)
        => await database.ScalarAsync(
            """
            SELECT concat_ws(' ', (SELECT max(xmin::text::bigint) FROM pg_class), (SELECT max(xmin::text::bigint) FROM pg_attribute), (SELECT max(xmin::text::bigint) FROM pg_proc),
                             (SELECT max(xmin::text::bigint) FROM "Customer"), (SELECT max(xmin::text::bigint) FROM autogen_version), (SELECT max(xmin::text::bigint) FROM autogen_log),
                             (SELECT count(*) FROM autogen_log))
            """);
}
