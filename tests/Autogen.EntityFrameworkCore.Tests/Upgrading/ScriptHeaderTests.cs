using Autogen.Graph;
using Autogen.Upgrading;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

[Case("W3")]
public class ScriptHeaderTests
{
    private static readonly string version = typeof(Revision).Assembly.GetName().Version!.ToString(3);

    [Theory]
    [InlineData("postgresql", "PostgreSQL", "psql -v ON_ERROR_STOP=1 -f FILE")]
    [InlineData("sqlite", "SQLite", "sqlite3 -bail DATABASE < FILE")]
    public async Task Script_says_what_it_is_how_it_is_run_and_what_each_revision_endangers(string kind, string database, string command)
    {
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        var script = await ScriptAsync(kind, new UpgradeOptions());
        Assert.StartsWith($"-- Upgrade <base> -> second000000 for {database}, 2 revisions. Written by dotnet autogen {version}", script);
        Assert.Contains($"\n-- Run it with: {command}\n", script, StringComparison.Ordinal);
        Assert.Contains(
            "\n-- Upgrade to first0000000: about first0000000\n--   Drops \"x\".\n--   DROP TABLE y;\n", script, StringComparison.Ordinal);
        Assert.Equal(script, await ScriptAsync(kind, new UpgradeOptions()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_transaction_of_a_PostgreSQL_script_limits_its_waiting(bool isIdempotent)
    {
        Revisions.First.Value = op => op.Sql("SELECT 1");
        Revisions.Second.Value = op => { };
        var options = new UpgradeOptions { LockAttempt = TimeSpan.FromSeconds(1.5), StatementTimeout = TimeSpan.FromMinutes(2) };
        var script = await ScriptAsync("postgresql", options, isIdempotent);
        const string Limits = "BEGIN;\n\nSET LOCAL lock_timeout = '1500ms';\n\nSET LOCAL statement_timeout = '120000ms';\n\n";
        Assert.Equal(3, script.Split(Limits).Length);
        Assert.Equal(3, script.Split("BEGIN;\n\nSET").Length);
    }

    [Fact]
    public async Task Transaction_after_a_statement_outside_limits_its_waiting_too()
    {
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql("VACUUM"));
        Revisions.Second.Value = op => { };
        var script = await ScriptAsync("postgresql", new UpgradeOptions());
        Assert.Contains("COMMIT;\n\nVACUUM;\n\nBEGIN;\n\nSET LOCAL lock_timeout = '500ms';\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_limit_is_written_where_there_is_none()
    {
        Revisions.First.Value = op => op.Sql("SELECT 1");
        Assert.DoesNotContain(
            "SET LOCAL",
            await ScriptAsync("postgresql", new UpgradeOptions { LockAttempt = TimeSpan.Zero }, isIdempotent: true),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SQLite_script_waits_as_long_as_an_upgrade()
    {
        Revisions.First.Value = op => op.Sql("SELECT 1");
        var script = await ScriptAsync("sqlite", new UpgradeOptions { LockTimeout = TimeSpan.FromSeconds(7) });
        Assert.Contains("\nPRAGMA busy_timeout = 7000;\n", script, StringComparison.Ordinal);
    }

    private static async Task<string> ScriptAsync(string kind, UpgradeOptions options, bool isIdempotent = false)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        return await database.UseAsync(
            async upgrader => (await upgrader.ScriptAsync(
                new ScriptOptions
                {
                    Target = "head",
                    Direction = StepDirection.Upgrade,
                    From = kind == "sqlite" ? null : [],
                    IsIdempotent = isIdempotent,
                    MessageOf = node => $"about {node.Id}\nmore",
                    CommentsOf = node => node.Id == "first0000000" ? ["Drops \"x\".", "DROP TABLE y;"] : [],
                },
                CancellationToken.None)).Text,
            options);
    }
}
