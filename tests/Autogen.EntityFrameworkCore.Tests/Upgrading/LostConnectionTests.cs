using Autogen.Graph;
using Autogen.Scenarios.Databases;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Testing;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>A connection that is lost, at every packet of what an application or a command does.</summary>
[Case("R5")]
public class LostConnectionTests
{
    // Every packet that is not a multiple of this one is passed over: the phases are longer than that.
    private const int Step = 3;

    private static readonly Dictionary<string, Func<DbContext, UpgradeOptions, Task>> actions = new(StringComparer.Ordinal)
    {
        ["upgrade"] = (context, options) => context.Database.UpgradeAsync("head", options),
        ["upgrade with a backfill"] = (context, options) => context.Database.UpgradeAsync("head", options),
        ["downgrade"] = (context, options) => context.Database.DowngradeAsync("base", options),
        ["current"] = (context, options) => context.Database.GetCurrentRevisionsAsync(options),
        ["start-up check"] = (context, options) => context.Database.EnsureAtHeadAsync(options),
        ["stamp"] = (context, options) => UpgraderOf(context).StampAsync(["head"], purge: false, CancellationToken.None),
        ["script"] = (context, options) => UpgraderOf(context).ScriptAsync(
            new ScriptOptions { Target = "head", Direction = StepDirection.Upgrade }, CancellationToken.None),
        ["log"] = (context, options) => UpgraderOf(context).GetLogAsync(CancellationToken.None),
        ["adopt"] = (context, options) => UpgraderOf(context).AdoptAsync("first0000000", [], CancellationToken.None),
        ["check"] = async (context, options) =>
        {
            await using var open = await OpenConnection.OfAsync(context, CancellationToken.None);
            _ = await AllDialects.ForProvider(context.Database.ProviderName).ReadAsync(
                context.Database.GetDbConnection(), CancellationToken.None);
        },
    };

    public static TheoryData<string> Actions => [.. actions.Keys];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task A_connection_cut_at_any_moment_is_reported_as_lost(string action)
    {
        var cuts = 0;
        for (var packets = 1; ; packets += Step)
        {
            await using var database = await PostgreSqlDatabase.CreateAsync();
            await PrepareAsync(action, database.ConnectionString);
            var current = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            using var proxy = new CuttingProxy(current.Host!, current.Port, packets);
            var through = new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Host = "127.0.0.1",
                Port = proxy.Port,
                SslMode = SslMode.Disable,
                GssEncryptionMode = GssEncryptionMode.Disable
            };
            await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(through.ConnectionString).Options);
            var thrown = await Record.ExceptionAsync(() => Explained(context, () => actions[action](context, Options)));
            if (!proxy.HasCut)
            {
                Assert.Null(thrown);
                break;
            }

            if (thrown is null)
                continue;
            cuts++;
            var lost = Assert.IsType<AutogenException>(thrown);
            Assert.True(lost.Code is ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable, $"{action}, packet {packets}: {lost}");
            Assert.DoesNotContain("Password", lost.Message, StringComparison.Ordinal);
        }

        Assert.NotEqual(0, cuts);
    }

    [Theory]
    [InlineData("57P01", ErrorCode.ConnectionLost)]
    [InlineData("57P05", ErrorCode.ConnectionLost)]
    [InlineData("25P03", ErrorCode.ConnectionLost)]
    [InlineData("25P04", ErrorCode.ConnectionLost)]
    [InlineData("08006", ErrorCode.ConnectionLost)]
    [InlineData("08P01", ErrorCode.ConnectionLost)]
    [InlineData("57P03", ErrorCode.ServerUnreachable)]
    [InlineData("53300", ErrorCode.ServerUnreachable)]
    public void A_session_that_the_server_or_a_pooler_ends_is_lost(string state, ErrorCode code)
    {
        using var connection = new NpgsqlConnection("Host=db.example;Database=shop");
        var exception = new PostgresException("server conn crashed?", "FATAL", "FATAL", state);
        Assert.Equal(code, DatabaseErrors.Explain(exception, connection)?.Code);
        Assert.Equal(ErrorCode.ServerUnreachable, DatabaseErrors.Explain(exception, connection, isConnecting: true)?.Code);
    }

    [Fact]
    public void An_exception_of_an_operation_is_not_a_lost_connection()
    {
        using var connection = new NpgsqlConnection("Host=db.example;Database=shop");
        Assert.Null(DatabaseErrors.Explain(new FileNotFoundException("no such file"), connection));
        Assert.Null(DatabaseErrors.Explain(new KeyNotFoundException("no such key"), connection));
        Assert.Null(DatabaseErrors.Explain(new PostgresException("division by zero", "ERROR", "ERROR", "22012"), connection));
    }

    [Theory]
    [InlineData("22012", "division by zero (SQLSTATE 22012). Run the command with --verbose")]
    [InlineData("53100", "short of a resource")]
    [InlineData("58030", "The server's log says more.")]
    [InlineData("55P03", "Another session was in the way.")]
    public void Error_of_the_database_without_a_code_has_its_words_and_what_to_do(string state, string expected)
    {
        using var connection = new NpgsqlConnection("Host=db.example;Database=shop;Password=secret word");
        var explained = DatabaseErrors.ExplainAny(new PostgresException("division by zero", "ERROR", "ERROR", state), connection)!;
        Assert.Equal(ErrorCode.DatabaseError, explained.Code);
        Assert.StartsWith(
            "Database 'shop' at tcp://db.example:5432 failed a statement: division by zero", explained.Message, StringComparison.Ordinal);
        Assert.Contains(expected, explained.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", explained.Message, StringComparison.Ordinal);
        Assert.Null(DatabaseErrors.ExplainAny(new KeyNotFoundException("no such key"), connection));
    }

    [Fact]
    public async Task A_session_that_ends_while_it_is_idle_is_lost()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(database.ConnectionString).Options);
        await context.Database.OpenConnectionAsync();
        var pid = ((NpgsqlConnection)context.Database.GetDbConnection()).ProcessID;
        await database.ExecuteAsync($"SELECT pg_terminate_backend({pid})");
        var lost = await Assert.ThrowsAsync<AutogenException>(() => context.Database.UpgradeAsync("head", Options));
        Assert.Equal(ErrorCode.ConnectionLost, lost.Code);
        Assert.Contains("Run the command again when the server takes connections.", lost.Message, StringComparison.Ordinal);
    }

    private static UpgradeOptions Options
        => new() { RevisionsAssembly = typeof(Revisions).Assembly, RevisionsNamespace = typeof(Revisions).Namespace };

    private static Upgrader UpgraderOf(DbContext context) => new(context, Revisions.Set, Options, SilentProgress.Instance);

    // The engine's boundary does the same.
    private static Task<bool> Explained(DbContext context, Func<Task> action)
        => OpenConnection.ExplainedAsync(
            context,
            async () =>
            {
                await action();
                return true;
            },
            CancellationToken.None);

    private static async Task PrepareAsync(string action, string connectionString)
    {
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer PRIMARY KEY, n integer)");
            op.Sql("INSERT INTO t SELECT i, 0 FROM generate_series(1, 5) i");
            op.InsertData("t", ["id", "n"], [6, 1]);
            if (action == "upgrade with a backfill")
                op.Backfill("t", "id", "n = n + 1", batchSize: 2);
        };
        if (action is not ("downgrade" or "log" or "current" or "check" or "start-up check"))
            return;
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(connectionString).Options);
        await context.Database.UpgradeAsync("head", Options);
    }
}
