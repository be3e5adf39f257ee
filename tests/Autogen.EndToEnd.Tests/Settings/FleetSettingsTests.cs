using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Settings;

namespace Autogen.EndToEnd.Tests.Settings;

public sealed class FleetSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fleet-settings-").FullName;

    [Theory]
    [InlineData("""{ "pattern": "t_*" }""", "t_1=Data Source=1.db; t_2=Data Source=2.db")]
    [InlineData(
        """{ "databases": ["t_2", { "name": "x", "connection": "Data Source=x.db" }, { "name": "y", "schema": "s" }] }""",
        "t_2=Data Source=2.db; x=Data Source=x.db; y=/s")]
    [InlineData("""{ "file": "list.txt" }""", "a=; b b=Host=h;Database=d; c=Host=h/s c; t_1=Data Source=1.db")]
    [InlineData("""{ "file": "list.json" }""", "a=; b=Host=h")]
    [InlineData("""{ "command": "cat list.txt" }""", "a=; b b=Host=h;Database=d; c=Host=h/s c; t_1=Data Source=1.db")]
    [InlineData("""{ "command": "true" }""", "")]
    [InlineData("""{ "databases": [] }""", "")]
    public async Task Each_source_names_databases(string fleet, string expected)
    {
        await WriteAsync("list.txt", "# tenants\na\n\nb b\tHost=h;Database=d\nc\tHost=h\ts c\r\nt_1\n");
        await WriteAsync("list.json", "[\"a\", { \"name\": \"b\", \"connection\": \"Host=h\" }]");
        var source = await ReadAsync(fleet);
        Assert.Equal(
            expected,
            string.Join(
                "; ",
                source.Databases!.Select(
                    database => $"{database.Name}={database.Connection}{(database.Schema is null ? "" : "/" + database.Schema)}")));
    }

    [Fact]
    public async Task Files_are_databases_in_the_order_of_their_names()
    {
        Directory.CreateDirectory(Path.Combine(folder, "da ta"));
        foreach (var file in new[] { "b.db", "a.db", "a.db-wal", "it's \"odd\".db" })
            await WriteAsync(Path.Combine("da ta", file), "");
        var databases = (await ReadAsync("""{ "files": "da ta/*.db" }""")).Databases!;
        Assert.Equal(["a.db", "b.db", "it's \"odd\".db"], databases.Select(database => database.Name));
        Assert.All(
            databases,
            database => Assert.Equal(
                Path.Combine(folder, "da ta", database.Name),
                new System.Data.Common.DbConnectionStringBuilder { ConnectionString = database.Connection }["Data Source"]));
    }

    [Fact]
    public async Task Variable_that_is_not_set_is_a_problem_of_its_database()
    {
        var source = await ReadAsync("""{ "databases": [{ "name": "a", "connectionFrom": "NO_SUCH_VARIABLE" }, "t_1"] }""");
        Assert.Contains("NO_SUCH_VARIABLE", source.Databases![0].Problem, StringComparison.Ordinal);
        Assert.Null(source.Databases[1].Problem);
    }

    [Theory]
    [InlineData("""{ "query": "SELECT 1", "database": "t_1" }""")]
    [InlineData("""{ "schemas": "*", "database": "t_1" }""")]
    [InlineData("""{ "serverDatabases": "*", "connection": "Host=h;Database={name}" }""")]
    public async Task Database_is_asked_by_the_engine(string fleet) => Assert.Null((await ReadAsync(fleet)).Databases);

    [Theory]
    [InlineData("{ }", "it needs one of 'databases', 'pattern'")]
    [InlineData("""{ "pattern": "a", "files": "b" }""", "has 'pattern' and 'files'")]
    [InlineData("""{ "pattern": "a", "database": "t_1" }""", "'database' is for 'query'")]
    [InlineData("""{ "pattern": "a", "connection": "Host=h" }""", "{name}")]
    [InlineData("""{ "pattern": "a", "connection": "{name}", "connectionFrom": "X" }""", "Keep one")]
    [InlineData("""{ "patern": "a" }""", "Did you mean 'pattern'?")]
    [InlineData("""{ "pattern": ["a"] }""", "at 'fleet.pattern': expected a string, found a list")]
    [InlineData("""{ "databases": "a" }""", "at 'fleet.databases': expected a list of strings and objects")]
    [InlineData("""{ "databases": [1] }""", "at 'fleet.databases': expected a string, found a number")]
    [InlineData("""{ "databases": [{ "nam": "a" }] }""", "at 'fleet.databases.nam': unknown key")]
    [InlineData("""{ "databases": [{ "connection": "a" }] }""", "no 'name'")]
    [InlineData("[]", "at 'fleet': expected an object, found a list")]
    public async Task What_is_wrong_in_the_file_is_rejected(string fleet, string message)
    {
        var exception = await Assert.ThrowsAsync<AutogenException>(() => ReadAsync(fleet));
        Assert.Equal(ErrorCode.ConfigurationInvalid, exception.Code);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "file": "nowhere.txt" }""", "nowhere.txt")]
    [InlineData("""{ "file": "bad.txt" }""", "line 2 of 'bad.txt'")]
    [InlineData("""{ "file": "bad.json" }""", "is not a JSON list")]
    [InlineData("""{ "files": "nowhere/*.db" }""", "does not exist")]
    [InlineData("""{ "command": "echo Password=hidden-pw >&2; exit 7" }""", "exit code 7")]
    public async Task Source_that_fails_is_explained_without_passwords(string fleet, string message)
    {
        await WriteAsync("bad.txt", "a\n\tHost=h;Password=hidden-pw\n");
        await WriteAsync("bad.json", "[1, \"Password=hidden-pw\"]");
        var exception = await Assert.ThrowsAsync<AutogenException>(() => ReadAsync(fleet));
        Assert.Equal(ErrorCode.FleetUnreadable, exception.Code);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-pw", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0/1", null, 0, 1)]
    [InlineData("3/4", "1", 3, 4)]
    [InlineData("/4", "2", 2, 4)]
    public void Shard_has_a_number_and_a_count(string text, string? variable, int index, int count)
        => Assert.Equal(new FleetShard(index, count), FleetShardOption.Parse(text, _ => variable));

    [Theory]
    [InlineData("4/4", null)]
    [InlineData("-1/4", null)]
    [InlineData("0/0", null)]
    [InlineData("1", null)]
    [InlineData("1/2/3", null)]
    [InlineData("/4", null)]
    [InlineData("/4", "4")]
    [InlineData("/4", "x")]
    public void Shard_out_of_range_is_an_error_of_the_command_line(string text, string? variable)
        => Assert.Equal(
            ErrorCode.CommandLine, Assert.Throws<AutogenException>(() => FleetShardOption.Parse(text, _ => variable)).Code);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text);

    private async Task<FleetSource> ReadAsync(string fleet)
    {
        await WriteAsync(
            "autogen.json",
            $$"""
            {
              "databases": { "t_1": { "connection": "Data Source=1.db" }, "t_2": { "connection": "Data Source=2.db" }, "other": {} },
              "fleet": {{fleet}}
            }
            """);
        return await new FleetListing(AutogenJson.Read(folder), folder).ReadAsync(CancellationToken.None);
    }
}
