using System.Text.Json;
using System.Text.RegularExpressions;
using Autogen.EndToEnd.Tests.Output;
using Autogen.EndToEnd.Tests.Running;
using Autogen.Testing;

namespace Autogen.EndToEnd.Tests;

[Case("S6")]
public class SqliteHostileDatabaseTests
{
    [Fact]
    public Task Nothing_of_a_database_or_a_file_reaches_the_terminal_as_it_is() => HostileDatabase.IsMadeVisibleAsync("sqlite");
}

[Case("S6")]
[Case("S5")]
public class PostgreSqlHostileDatabaseTests
{
    [Fact]
    public Task Nothing_of_a_database_or_a_file_reaches_the_terminal_as_it_is() => HostileDatabase.IsMadeVisibleAsync("postgresql");
}

internal static partial class HostileDatabase
{
    private const string Forged = "error AG0001: forged";
    private const string Short = "a\u001b[2J\u202e\r\n" + Forged;
    private const string Other = "b\u0007\u2066\u200b\u2028|`<b>\u009b";

    // One that is in every result, and one that needs every kind of quoting. The others are tried without
    // a process each (PasswordTests).
    private static readonly string[] passwords = ["1", "%@;'\" "];

    private static readonly string[][] results =
    [
        ["upgrade", "base:head", "--sql"], ["check", "--json"], ["diff", "--format", "json"], ["diff", "--format", "markdown"],
        ["sql", "SELECT 'sad', '1', 'Password=sad;Host=h'"],
        ["revision", "--autogenerate", "--dry-run", "--no-input", "--rev-id", "cccc01", "-m", "sad 1"],
    ];

    public static async Task IsMadeVisibleAsync(string database)
    {
        await using var workspace = await Workspace.CreateAsync(database);
        var isServer = database == "postgresql";
        var project = workspace.CopySample("Shop");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP_DATABASE"] = workspace.Connection };

        await VisibleAsync(0, "init");
        await VisibleAsync(
            0,
            "sql",
            $"CREATE TABLE {Quoted(Short)} ({Quoted(Other)} integer DEFAULT 1, b text DEFAULT '{Short}', "
                + $"CONSTRAINT {Quoted(Other)} CHECK (b <> '{Other}'))");
        await VisibleAsync(
            0,
            "sql",
            $"INSERT INTO {Quoted(Short)} VALUES (1, '{HostileText.Name.Replace("'", "''", StringComparison.Ordinal)}')",
            "--no-build");
        if (isServer)
            await VisibleAsync(
                0,
                "sql",
                $"COMMENT ON TABLE {Quoted(Short)} IS '{Short}'; CREATE TYPE {Quoted(Other)} AS ENUM ('{Short}'); "
                    + $"CREATE VIEW {Quoted(Other + "v")} AS SELECT 1; ALTER TABLE {Quoted(Short)} ADD e {Quoted(Other)}",
                "--no-build");
        Assert.Equal(HostileText.Name, Json(await VisibleAsync(0, "sql", $"SELECT b FROM {Quoted(Short)}", "--no-build", "--json"))
            .GetProperty("rows")[0][0]
            .GetString());
        await VisibleAsync(0, "sql", $"SELECT * FROM {Quoted(Short)}", "--no-build");
        await VisibleAsync(1, "sql", $"SELECT {Quoted(Short + "x")}.x FROM {Quoted(Other + "x")}", "--no-build");
        await VisibleAsync(1, "adopt", "--dry-run", "--no-verify", "--no-build", "-v");
        await VisibleAsync(0, "adopt", "--dry-run", "--all-tables", "--no-build");

        await VisibleAsync(0, "revision", "--autogenerate", "-m", HostileText.Name, "--rev-id", "aaaa01", "--no-build");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(project, "Revisions"), "*.cs"));
        Assert.Matches("^[a-z0-9_]+\\.cs$", Path.GetFileName(file));
        Assert.Empty(HostileText.In(await File.ReadAllTextAsync(file)));
        await VisibleAsync(0, "upgrade", "head");
        var script = (await RunAsync("upgrade", "base:head", "--sql", "--no-build")).Output;
        Assert.Single(
            script.Split('\n'),
            line => line.StartsWith("-- Upgrade to ", StringComparison.Ordinal) && line.Contains("aaaa01", StringComparison.Ordinal));
        Assert.Empty(HostileText.In(script));

        await VisibleAsync(0, "sql", $"ALTER TABLE \"Customers\" ADD {Quoted(Short)} integer", "--no-build");
        await VisibleAsync(0, "sql", $"CREATE INDEX {Quoted(Other)} ON \"Customers\" ({Quoted(Short)})", "--no-build");
        var changes = Json(await VisibleAsync(3, "check", "--json", "--no-build"))
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change => change.GetProperty("name").GetString())
            .ToList();
        Assert.Contains(changes, name => name!.EndsWith(Short, StringComparison.Ordinal));
        foreach (var command in new[]
        {
            "check", "check --strict -v", "diff", "diff --format markdown", "diff --format html",
            "revision --autogenerate --dry-run --no-input -m x"
        })
            await VisibleAsync(command.StartsWith("check", StringComparison.Ordinal) ? 3 : 0, [.. command.Split(' '), "--no-build"]);
        foreach (var command in new[]
        {
            "history", "history -v", "history --graph", "history --format mermaid", "history --format dot", "history --log", "heads",
            "show head", "status", "current -v", "upgrade head"
        })
            await VisibleAsync(0, [.. command.Split(' '), "--no-build"]);
        if (isServer)
            await DoNotDependOnThePasswordAsync(workspace, RunAsync);

        await VisibleAsync(0, "sql", $"UPDATE autogen_version SET version_num = '{Short}'", "--no-build");
        foreach (var command in new[] { "status", "current", "upgrade head", "downgrade -1", "history -i" })
            await VisibleAsync(null, [.. command.Split(' '), "--no-build"]);

        async Task<string> VisibleAsync(int? expected, params string[] arguments)
        {
            var (exitCode, output, errors) = await RunAsync(arguments);
            var text = $"{string.Join(' ', arguments)}\n=> {exitCode}\n{output}{errors}";
            Assert.True(expected is null || expected == exitCode, text);
            Assert.True(
                !HostileText.In(output + errors).Any(), $"{string.Join(", ", HostileText.In(output + errors).Distinct())} in {text}");

            // A block of SQL has the lines of the SQL.
            if (!arguments.Contains("--format", StringComparer.Ordinal))
                Assert.DoesNotContain((output + errors).Split('\n'), line => line.StartsWith(Forged, StringComparison.Ordinal));
            return output;
        }

        Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
            => PackedTool.RunAsync(project, ["dotnet", "autogen", .. arguments], environment);
    }

    private static async Task DoNotDependOnThePasswordAsync(
        Workspace workspace, Func<string[], Task<(int ExitCode, string Output, string Errors)>> runAsync)
    {
        const string Role = "hostile_role";
        var builder = new Npgsql.NpgsqlConnectionStringBuilder(workspace.Connection) { Username = Role };
        await runAsync(
            [
                "sql",
                $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN CREATE ROLE {Role} LOGIN SUPERUSER; "
                    + "END IF; END $$",
                "--no-build"
            ]);
        try
        {
            var expected = await ResultsAsync("other");
            foreach (var password in passwords)
                Assert.Equal(expected, await ResultsAsync(password));
        }
        finally
        {
            await runAsync(["sql", $"DROP ROLE {Role}", "--no-build"]);
        }

        async Task<string> ResultsAsync(string password)
        {
            await runAsync(["sql", $"ALTER ROLE {Role} PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'", "--no-build"]);
            var url = $"postgresql://{Role}:{Uri.EscapeDataString(password)}@{builder.Host}:{builder.Port}/{builder.Database}";
            var all = "";
            foreach (var command in results)
            {
                var (exitCode, output, errors) = await runAsync([.. command, "--no-build", "--connection", url]);
                Assert.True(exitCode is 0 or 3, output + errors);
                all += $"$ {string.Join(' ', command)}\n{Created().Replace(output + errors, "")}";
            }

            return all;
        }
    }

    private static JsonElement Json(string output) => JsonDocument.Parse(output).RootElement;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("Created = [^,\\])]*")]
    private static partial Regex Created();
}
