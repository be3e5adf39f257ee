using System.Text;
using System.Text.RegularExpressions;
using Autogen.Bundles;
using Autogen.Messages;
using Autogen.Scenarios.Databases;
using Autogen.Testing;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Bundles.Passwords;

/// <summary>The console and the context's connection string are the process's.</summary>
[CollectionDefinition(nameof(PasswordTests), DisableParallelization = true)]
public sealed class PasswordCollection;

/// <summary>
/// Every password of 1 to 4 characters, on a role of its own: results are the same bytes, and no message has the
/// password in a connection string.
/// </summary>
[Collection(nameof(PasswordTests))]
[Case("S5")]
[Case("S7")]
public partial class PasswordTests(ITestOutputHelper test)
{
    private const int Random = 2;
    private const string Letters = "abz019 '\"%@:;=/?#&\\${}[]<>|.,-_~!*()éß表";

    private static readonly string[] chosen = ["sad", "1", " ", "'", "\"", "@;", "=%25", "é"];

    private static readonly string[][] results =
    [
        ["upgrade", "base:leak00000001", "--sql"], ["upgrade", "base:leak00000001", "--sql", "--json"],
        ["upgrade", "base:leak00000001", "--sql", "--idempotent"], ["downgrade", "leak00000001:base", "--sql"],
        ["upgrade", "leak00000001", "--dry-run"], ["upgrade", "leak00000001", "--dry-run", "--json"], ["status"], ["status", "--json"],
        ["current", "--json"], ["history"], ["history", "--json"],
    ];

    [Fact]
    public async Task Results_do_not_depend_on_the_password_and_messages_do_not_have_it()
    {
        var seed = Environment.TickCount;
        test.WriteLine($"seed {seed}");
        var source = new Random(seed);
        var passwords = chosen.Concat(Enumerable.Range(0, Random).Select(
            _ => new string([.. Enumerable.Range(0, source.Next(1, 5)).Select(_ => Letters[source.Next(Letters.Length)])])))
            .ToList();
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var role = "role_" + database.Name;
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN SUPERUSER PASSWORD 'other'");
        try
        {
            var expected = await ResultsAsync(Connection(database, role, "other"));
            Assert.Contains("ENUM ('sad','ok')", expected, StringComparison.Ordinal);
            foreach (var password in passwords)
            {
                test.WriteLine($"password <{password}>");
                await database.ExecuteAsync($"ALTER ROLE {role} PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'");
                var connection = Connection(database, role, password);
                var url = Url(connection);
                Assert.Equal(expected, await ResultsAsync(source.Next(2) == 0 ? url : connection));
                foreach (var given in new[] { connection.ConnectionString, url.ConnectionString })
                    await FailsWithoutPasswordAsync(given, connection);
            }
        }
        finally
        {
            await database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Theory]
    [InlineData("Data Source=:memory:;Password=sad")]
    [InlineData("Data Source=:memory:;Password=\"a;b\"")]
    [InlineData("Data Source=x.db;Nonsense=1;Password=1")]
    public async Task A_password_for_a_SQLite_file_is_refused_without_it(string connection)
    {
        var (exitCode, printed) = await RunAsync(["current", "--verbose", "--json", "--connection", connection, "--", "lite"]);
        Assert.Equal(1, exitCode);
        Assert.Empty(Leaks(printed));
    }

    private static async Task<string> ResultsAsync(ConnectionText connection)
    {
        var all = new StringBuilder();
        foreach (var command in results)
        {
            var (exitCode, printed) = await RunAsync([.. command, "--connection", connection.ConnectionString, "--", "plain"]);
            Assert.True(exitCode == 0, $"{string.Join(' ', command)}: {printed}");
            all.Append("$ ").AppendJoin(' ', command).Append('\n').Append(printed);
        }

        return all.ToString();
    }

    private static async Task FailsWithoutPasswordAsync(string given, ConnectionText connection)
    {
        LeakyContext.Connection = given;
        var builder = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        (string[] Command, string Connection, string Argument)[] failures =
        [
            (["current"], new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Port = 1 }.ConnectionString, "plain"),
            (["current"], new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Database = "nowhere" }.ConnectionString, "plain"),
            (["current"], new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Password = builder.Password
                + "x" }.ConnectionString, "plain"),
            (["current"], builder.ConnectionString + ";Nonsense=1", "plain"),
            (["current"], given, "throw"),
            (["current"], given, "throw quoted"),
            (["upgrade", "leak00000002"], given, "plain"),
            (["upgrade", "leak00000003"], given, "plain"),
        ];
        foreach (var (command, text, argument) in failures)
        {
            var (exitCode, printed) = await RunAsync([.. command, "--verbose", "--json", "--connection", text, "--", argument]);
            Assert.True(exitCode == 1, $"{string.Join(' ', command)} {argument}: {printed}");
            Assert.True(!Leaks(printed).Any(), $"{string.Join(' ', command)} {argument}: {string.Join(", ", Leaks(printed))} in {printed}");
            Assert.DoesNotContain(given, printed, StringComparison.Ordinal);
        }

        // The second revision runs the first in a transaction of its own.
        Assert.Equal(0, (await RunAsync(["downgrade", "base", "--connection", connection.ConnectionString, "--", "plain"])).ExitCode);
    }

    private static IEnumerable<string> Leaks(string printed) => Leak().Matches(printed).Select(match => match.Value);

    private static ConnectionText Connection(PostgreSqlDatabase database, string role, string password)
        => new(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = password }.ConnectionString);

    private static ConnectionText Url(ConnectionText connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        return new(
            $"postgresql://{builder.Username}:"
                + $"{Uri.EscapeDataString(builder.Password!)}@{builder.Host}:{builder.Port}/{builder.Database}?pooling=false");
    }

    private static async Task<(int ExitCode, string Printed)> RunAsync(string[] arguments)
    {
        var manifest = new BundleManifest
        {
            Project = new ProjectRequest
            {
                ToolVersion = "1",
                Assembly = typeof(PasswordTests).Assembly.GetName().Name!,
                StartupAssembly = typeof(PasswordTests).Assembly.GetName().Name!,
                Context = typeof(LeakyContext).AssemblyQualifiedName,
                OnlyListedRevisions = true,
                RevisionFiles = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["leak00000001"] = "1.cs",
                    ["leak00000002"] = "2.cs",
                    ["leak00000003"] = "3.cs"
                },
            },
        };
        var (output, errors) = (Console.Out, Console.Error);
        using var printed = new StringWriter();
        try
        {
            Console.SetOut(printed);
            Console.SetError(printed);
            return (
                await BundleProgram.RunAsync(BundleCommandLine.Parse(arguments), manifest, "migrate", CancellationToken.None),
                printed.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }

    private sealed record ConnectionText(string ConnectionString);

    [GeneratedRegex("""(?:password|pwd)\s*=\s*(?!\*\*\*)[^\s;]|://[^\s:/@]*:(?!\*\*\*@)[^\s]*@""", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Leak();
}
