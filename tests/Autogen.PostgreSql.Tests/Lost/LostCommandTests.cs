using System.Net;
using System.Net.Sockets;
using Autogen.Commands;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.PostgreSql.Tests.Traps;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Databases.Proxying;
using Autogen.Schema;
using Autogen.Upgrading;
using Npgsql;
using static Autogen.PostgreSql.Tests.Traps.TrapCommands;

namespace Autogen.PostgreSql.Tests.Lost;

/// <summary>Each command of the engine, with a connection that is lost, or ended by the server, at any of its statements.</summary>
[Case("R5")]
public sealed class LostCommandTests(ITestOutputHelper output)
{
    // Positions per command, spread over its statements; more for a run by hand.
    private static readonly int cuts = int.TryParse(Environment.GetEnvironmentVariable("AUTOGEN_TEST_CUTS"), out var number) ? number : 2;

    // What a server, or a pooler in front of it, says when it ends a session or begins none.
    private static readonly Refusal[] ends =
    [
        new("57P01", "terminating connection due to administrator command"),
        new("57P05", "terminating connection due to idle-session timeout"),
        new("25P03", "terminating connection due to idle-in-transaction timeout"),
        new("57P03", "the database system is shutting down"),
        new("53300", "sorry, too many clients already"),
        new("57P02", "terminating connection because of crash of another server process"),
    ];

    private static readonly RevisionSet own = RevisionSet.From(typeof(TrappedShop).Assembly, typeof(TrappedShop).Namespace + ".Revisions");
    private static readonly RevisionSet none = RevisionSet.From(typeof(TrappedShop).Assembly, "None");

    // The command, the revision that its database is at, and the revisions of the project.
    private static readonly Dictionary<string, (HostRequest Call, string? At, RevisionSet Revisions)> commands = new(StringComparer.Ordinal)
    {
        ["status"] = (Status, "head", own),
        ["current"] = (Current, "head", own),
        ["history --log"] = (Log, "head", own),
        ["check"] = (Check, "head", own),
        ["diff"] = (Diff, "head", own),
        ["revision"] = (NewRevision, "head", own),
        ["verify"] = (Verify with { All = true }, "head", own),
        ["adopt"] = (Adopt with { Verify = true }, "made", none),
        ["sql"] = (Sql("SELECT 1"), "head", own),
        ["upgrade --sql"] = (Upgrade("trapped00001") with { Sql = true }, null, own),
        ["upgrade"] = (Upgrade("head"), null, own),
        ["downgrade"] = (Downgrade("base"), "head", own),
        ["stamp"] = (Stamp("trapped00001") with { Purge = true }, "head", own),
        ["ensure-version"] = (EnsureVersion, null, own),
    };

    public static TheoryData<string> Names => [.. commands.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Connection_that_is_lost_at_any_statement_is_named_so(string name)
    {
        var (call, at, revisions) = commands[name];
        await using var prepared = await PrepareAsync(at);
        var statements = 0;
        await using (var whole = await CopyAsync(prepared))
        await using (var proxy = WireProxy.Cutting(whole.ConnectionString, _ => Interlocked.Increment(ref statements) < 0))
            Assert.Null(await FailureAsync(proxy, call, revisions));

        var failed = 0;
        foreach (var (position, turn) in Enumerable.Range(0, cuts).Select(turn => (1 + ((turn + 1) * statements / (cuts + 1)), turn)))
        {
            await using var cut = await CopyAsync(prepared);
            var seen = 0;
            await using (var proxy = WireProxy.Cutting(cut.ConnectionString, _ => Interlocked.Increment(ref seen) == position))
                failed += CountNamed(
                    await FailureAsync(proxy, call, revisions), $"{name}: connection cut at statement {position} of {statements}");
            await using var ended = await CopyAsync(prepared);
            var refusal = ends[(turn + name.Length) % ends.Length];
            var sent = 0;
            await using (var proxy = WireProxy.Start(
                ended.ConnectionString, (_, _) => Interlocked.Increment(ref sent) == position ? refusal : null))
                failed += CountNamed(
                    await FailureAsync(proxy, call, revisions), $"{name}: {refusal.SqlState} at statement {position} of {statements}");
        }

        Assert.NotEqual(0, failed);
        output.WriteLine($"{name}: {statements} statements, {failed} of {2 * cuts} cuts failed, all of them named");
    }

    [Fact]
    public async Task Server_that_takes_no_connection_is_named_so_by_every_command()
    {
        var port = FreePort();
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var role = "limited_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'only for tests' CONNECTION LIMIT 0");
        var refusing = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = port };
        var full = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "only for tests" };
        foreach (var (name, (call, _, revisions)) in commands)
        {
            foreach (var connection in new[] { refusing.ConnectionString, full.ConnectionString })
            {
                var failed = await FailureAsync(connection, call, revisions);
                Assert.True(failed?.Code == ErrorCode.ServerUnreachable.Written(), $"{name}: {failed}");
            }
        }
    }

    private int CountNamed(FailedEvent? failed, string what)
    {
        if (failed is null)
            return 0; // the connection was not needed any more, or another one took its place
        output.WriteLine($"{what}: {failed.Code} {failed.Message}");
        ErrorCode[] codes = [ErrorCode.ConnectionLost, ErrorCode.ServerUnreachable, ErrorCode.SecondConnection];
        Assert.True(
            failed.ExitCode == 1 && codes.Any(code => string.Equals(code.Written(), failed.Code, StringComparison.Ordinal)),
            $"{what}: {failed.Code} {failed.Message}\n{failed.Stack}");
        Assert.DoesNotContain("Password", failed.Message, StringComparison.OrdinalIgnoreCase);
        return 1;
    }

    private static Task<FailedEvent?> FailureAsync(WireProxy proxy, HostRequest call, RevisionSet revisions)
        => FailureAsync(proxy.ConnectionString, call, revisions);

    // As the engine's process ends.
    private static async Task<FailedEvent?> FailureAsync(string connection, HostRequest call, RevisionSet revisions)
    {
        await using var session = new ProjectSession(call, new EventWriter(_ => { }), new TrappedShop(connection), revisions);
        try
        {
            await Engine.RunAsync(session, call, CancellationToken.None);
            return null;
        }
        catch (Exception exception)
        {
            return EngineFailure.Of(await RevisionLog.ExplainAsync(exception, session), call, session.Connection, interrupted: false);
        }
    }

    private static async Task<PostgreSqlDatabase> PrepareAsync(string? at)
    {
        var database = await PostgreSqlDatabase.CreateAsync();
        var connection = database.ConnectionString;
        if (at is not null)
            await RunAsync(() => new TrappedShop(connection), own, Upgrade(at == "made" ? "head" : at));
        if (at == "made")
            await ExecuteAsync(connection, "DROP TABLE autogen_version, autogen_log, autogen_version_lock");
        return database;
    }

    private static Task<PostgreSqlDatabase> CopyAsync(PostgreSqlDatabase prepared) => PostgreSqlDatabase.CreateAsync(prepared.Name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
