using System.Security.Cryptography;
using Autogen.EndToEnd.Tests.Running;

namespace Autogen.EndToEnd.Tests;

/// <summary>What nobody should type: one clear message each, exit code 1 or 2, no stack trace, no password, nothing changed.</summary>
public class SqliteMalformedInputTests
{
    [Fact]
    public Task Are_refused_in_one_message_and_change_nothing() => MalformedInput.AreRefusedAsync("sqlite");
}

public class PostgreSqlMalformedInputTests
{
    [Fact]
    public Task Are_refused_in_one_message_and_change_nothing() => MalformedInput.AreRefusedAsync("postgresql");
}

internal static class MalformedInput
{
    private const string Password = "s3cret";
    private const string Injection = "x'; DROP TABLE autogen_version; --";
    private static readonly string longName = new('n', 1000);

    private static readonly string[] connections =
    [
        " ", "nonsense", "=;=", "Nonsense=1;Password=s3cret", "mysql://u:s3cret@h/db", "http://u:s3cret@h/db",
        "postgresql://u:s3cret@h:port/db", "postgresql://u:s3cret@h:99999999/db",
        "postgresql://u:s3cret@[::1/db", "sqlite://", "'; DROP TABLE autogen_version; --", longName,
    ];

    private static readonly string[] sqliteConnections =
    [
        "Data Source=/no/such/folder/x.db;Password=s3cret", "Data Source=.", "Data Source=autogen.json", "Data Source=x.db;Mode=ReadOnlyy",
        "Data Source=x.db;Nonsense=s3cret", "sqlite:////no/such/folder/x.db", "Host=127.0.0.1;Port=1;Username=u;Password=s3cret",
    ];

    private static readonly string[] serverConnections =
    [
        "Host=127.0.0.1;Port=1;Username=u;Password=s3cret;Database=d", "Host=127.0.0.1;Port=abc;Password=s3cret",
        "Host=127.0.0.1;Port=99999;Password=s3cret;Username=u", "Host=no.such.host.invalid;Username=u;Password=s3cret;Database=d;Timeout=5",
        "postgresql://u:s3cret@127.0.0.1:1/d", "postgresql://u:s3cret@127.0.0.1:1/d?nonsense=1", "Host=127.0.0.1;Nonsense=s3cret",
        "Data Source=x.db", "Host=;Username=u;Password=s3cret",
    ];

    private static readonly string[] settings =
    [
        "", "nonsense", "[]", "{", "null", "1", "{ \"revisions\": 1 }", "{ \"revision\": \"Revisions\" }", "{ \"lockTimeout\": \"x\" }",
        "{ \"lockTimeout\": -1 }", "{ \"transactionMode\": \"some\" }",
        "{ \"statementTimeout\": 1e999 }", "{ \"strict\": \"yes\" }", "{ \"databases\": [] }",
        "{ \"databases\": { \"a\": { \"provider\": \"oracle\" } } }", "{ \"significant\": [\"nothing\"] }",
        "{ \"versionTable\": \"a\", \"versionTable\": \"b\" }", "\0\0\0", "{ \"a\\u0000b\": 1 }", "{ \"schemas\": [1] }",
        "{ \"versionTable\": \"\" }", "{ \"revisions\": \"\\u0000\" }",
    ];

    private static readonly string[] targets =
    [
        Injection, "\"; DROP TABLE x; --", "'", "@", "a@", "@head@", "+", "-", "head+", "+0x1", "base-1", "9999999999999999999999",
        "-9999999999999999999999", longName, "rév", "a b", ":", "..", "*", "\t", "💥",
    ];

    private static readonly string[] ids = [Injection, "a b", "head", "base", "", "+1", "a@b", "a:b", "../../x", longName];

    private static readonly string[] files =
    [
        "[Revision(\"aaaaaaaaaaaa\", Revises = \"nowhere00000\")] public sealed class A : Revision { }",
        "[Revision(\"aaaaaaaaaaaa\", Revises = \"aaaaaaaaaaaa\")] public sealed class A : Revision { }",
        "[Revision(null)] public sealed class A : Revision { }",
        "[Revision(1)] public sealed class A : Revision { }",
        "[Revision] public sealed class A : Revision { }",
        "[Revision(\"a\" + X)] public sealed class A : Revision { }",
        "[Revision(\"x'; DROP TABLE t; --\")] public sealed class A : Revision { }",
        "[Revision(\"aaaaaaaaaaaa\")] public sealed class A : Revision { } [Revision(\"aaaaaaaaaaaa\")] public sealed class B : "
            + "Revision { }",
        "[Revision(\"head\")] public sealed class A : Revision { }",
        "[Revision(\"aaaaaaaaaaaa\", Branch = \"a b@c\")] public sealed class A : Revision { }",
    ];

    private static readonly string[][] commandLines =
    [
        ["nonsense"], ["upgrade"], ["upgrade", "head", "--nonsense"], ["upgrade", "head", "--lock-timeout", "x"],
        ["upgrade", "head", "--lock-attempt", "NaN"], ["upgrade", "head", "--dryrun"], ["heads", "--project", longName],
        ["history", "-r", "x"], ["show"],
        ["heads", "--project", string.Join('/', Enumerable.Repeat("folder", 200))],
    ];

    private static readonly string[] versions = [Injection, "nowhere", longName[..255], " ", "rév"];

    public static async Task AreRefusedAsync(string database)
    {
        await using var workspace = await Workspace.CreateAsync(database);
        var isServer = database == "postgresql";
        var project = workspace.CopySample("Shop");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP_DATABASE"] = workspace.Connection };
        await SucceedAsync("init");
        await SucceedAsync("revision", "--autogenerate", "-m", "create tables");
        await SucceedAsync("upgrade", "head");
        var before = Fingerprint(project);
        var wrong = new List<string>();
        var tried = 0;

        // What is refused before a server is asked, and what comes of the graph, does not depend on the database: once is enough.
        foreach (var connection in isServer ? serverConnections : [.. connections, .. sqliteConnections])
            await RefusedAsync("current", "--no-build", "--connection", connection);
        foreach (var version in versions)
        {
            await SucceedAsync(
                "sql", $"UPDATE autogen_version SET version_num = '{version.Replace("'", "''", StringComparison.Ordinal)}'", "--no-build");
            await RefusedAsync("upgrade", "head", "--no-build");
        }

        await SucceedAsync("stamp", "head", "--purge", "--no-build");
        foreach (var target in targets[..3])
            await RefusedAsync("upgrade", target, "--no-build");

        if (!isServer)
        {
            foreach (var target in targets)
                await RefusedAsync("show", target);
            foreach (var id in ids)
                await RefusedAsync("revision", "-m", "x", "--rev-id", id);
            await WithFileAsync("autogen.json", settings, "heads");
            await WithFileAsync("Revisions/wrong.cs", files.Select(text => "using Autogen; namespace Shop.Revisions; " + text), "heads");
            foreach (var arguments in commandLines)
                await RefusedAsync(arguments);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n{string.Join("\n\n", wrong)}");
        Assert.Equal(before, Fingerprint(project));
        Assert.Equal(isServer ? 17 : 100, tried);
        Assert.Equal(0, (await RunAsync("current", "--check-heads", "--no-build")).ExitCode);

        async Task WithFileAsync(string path, IEnumerable<string> texts, string command)
        {
            var full = Path.Combine(project, path);
            var kept = File.Exists(full) ? await File.ReadAllBytesAsync(full) : null;
            foreach (var text in texts)
            {
                await File.WriteAllTextAsync(full, text);
                await RefusedAsync(command);
            }

            if (kept is null)
                File.Delete(full);
            else
                await File.WriteAllBytesAsync(full, kept);
        }

        async Task RefusedAsync(params string[] arguments)
        {
            tried++;
            var (exitCode, output, errors) = await RunAsync(arguments);
            var all = output + errors;
            var messages = errors.Split('\n').Count(line => line.StartsWith("error AG", StringComparison.Ordinal));
            if (exitCode is not (1 or 2)
                || (exitCode == 1 ? messages != 1 : errors.Trim().Length == 0)
                || all.Contains("   at ", StringComparison.Ordinal)
                || all.Contains(Password, StringComparison.Ordinal)
                || all.Contains("Unhandled", StringComparison.Ordinal))
                wrong.Add($"{string.Join(' ', arguments)}\n=> {exitCode}\n{all}");
        }

        Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
            => PackedTool.RunAsync(project, ["dotnet", "autogen", .. arguments], environment);

        async Task SucceedAsync(params string[] arguments)
        {
            var (exitCode, output, errors) = await RunAsync(arguments);
            Assert.True(exitCode == 0, output + errors);
        }
    }

    // Every file of the project but what a build makes.
    private static string Fingerprint(string project)
        => string.Join('\n', Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(project, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
