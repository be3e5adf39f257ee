using System.Text.RegularExpressions;
using Autogen.EndToEnd.Tests.Running;
using Autogen.Schema;
using Autogen.Tool.Settings;

namespace Autogen.EndToEnd.Tests.Settings;

public sealed class AutogenJsonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-json-").FullName;

    [Fact]
    public void Every_key_reaches_the_engine_or_the_face()
    {
        var settings = Read(
            """
            {
              // comments, and a comma too many, are allowed
              "revisions": "Db/Revisions",
              "namespace": "My.Revisions",
              "versionTable": "v",
              "versionTableSchema": "meta",
              "logTable": "l",
              "lockTimeout": 1.5,
              "schemas": ["public", "Sch ema"],
              "includeTables": ["shop_*"],
              "excludeTables": ["audit_*", "hangfire.*"],
              "unmanagedTables": "drop",
              "compareComments": false,
              "strict": true,
              "significant": ["left-over default", "index name"],
              "databases": { "pg": { "connection": "Host=h" }, "ci": { "connectionFrom": "CI_URL" } },
            }
            """);
        Assert.Equal(("Db/Revisions", "My.Revisions", 1.5), (settings.Revisions, settings.Namespace, settings.LockTimeout));
        Assert.Equal(["pg", "ci"], settings.Databases!.Keys);
        var engine = settings.ForEngine();
        Assert.Equal(("v", "meta", "l"), (engine.VersionTable, engine.VersionTableSchema, engine.LogTable));
        Assert.Equal((true, false, true), (engine.DropUnmanagedTables, engine.CompareComments, engine.Strict));
        Assert.Equal(
            "public,Sch ema|shop_*|audit_*,hangfire.*|left-over default,index name",
            string.Join('|', new[] { engine.Schemas, engine.IncludeTables, engine.ExcludeTables, engine.Significant }
                .Select(list => string.Join(',', list))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"schemas\": null, \"strict\": null, \"databases\": null }")]
    public void Omitted_options_have_their_default(string text)
    {
        var engine = Read(text).ForEngine();
        Assert.Empty(engine.Schemas.Concat(engine.IncludeTables).Concat(engine.ExcludeTables).Concat(engine.Significant));
        Assert.Equal((false, true, false), (engine.DropUnmanagedTables, engine.CompareComments, engine.Strict));
    }

    [Theory]
    [InlineData(
        "{\n  \"revisions\": \"R\",\n  \"excludeTable\": []\n}",
        "(3) at 'excludeTable': unknown key. Did you mean 'excludeTables'?")]
    [InlineData("{ \"Strict\": true }", "(1) at 'Strict': unknown key. Did you mean 'strict'?")]
    [InlineData("{ \"colour\": true }", "(1) at 'colour': unknown key. Possible are 'revisions', 'startupProject', 'namespace', *.")]
    [InlineData("{ \"strict\": true,\n\"strict\": false }", "(2) at 'strict': duplicate key.")]
    [InlineData("{\n\n\"strict\": \"yes\" }", "(3) at 'strict': expected true or false, found a string.")]
    [InlineData("{ \"schemas\": \"public\" }", "(1) at 'schemas': expected a list of strings: [\"…\", \"…\"], found a string.")]
    [InlineData("{ \"schemas\": [\n\"a\",\n7] }", "(3) at 'schemas': expected a string, found a number.")]
    [InlineData("{ \"schemas\": [\"\"] }", "(1) at 'schemas': the text is empty. Leave the key out for the default.")]
    [InlineData("{ \"unmanagedTables\": \"dorp\" }", "(1) at 'unmanagedTables': 'dorp' is not possible. Did you mean 'drop'?")]
    [InlineData(
        "{ \"significant\": [\n\"defaults\"] }", "(2) at 'significant': 'defaults' is not possible. Did you mean 'left-over default'?")]
    [InlineData("{ \"significant\": [\"start of a sequence\"] }", "(1) at 'significant': 'start of a sequence' is not possible. *")]
    [InlineData("{ \"lockTimeout\": -1 }", "(1) at 'lockTimeout': a number of seconds is from 0 to 2000000.")]
    [InlineData(
        "{ \"databases\": {\n\"pg\": {\n\"conection\": \"x\" } } }",
        "(3) at 'databases.pg.conection': unknown key. Did you mean 'connection'?")]
    [InlineData("{ \"databases\": { \"pg\": \"Host=h;Password=secret\" } }", "(1) at 'databases.pg': expected an object, found a string.")]
    [InlineData("[]", "(1): expected an object, found a list.")]
    [InlineData("{\n  \"strict\": yes\n}", "(2): this is not valid JSON: *")]
    [InlineData("{ \"strict\": true", "(1): this is not valid JSON: *")]
    [InlineData("{ } x", "(1): this is not valid JSON: *")]
    [InlineData("", "(1): this is not valid JSON: *")]
    public void What_is_wrong_is_refused_with_the_line_and_what_was_meant(string text, string expected)
    {
        var refused = Assert.Throws<AutogenException>(() => Read(text));
        Assert.Equal(ErrorCode.ConfigurationInvalid, refused.Code);
        Assert.StartsWith(Path.Combine(folder, "autogen.json"), refused.Message, StringComparison.Ordinal);
        var message = refused.Message[Path.Combine(folder, "autogen.json").Length..];
        Assert.Matches("^" + Regex.Escape(expected).Replace(@"\*", ".*", StringComparison.Ordinal) + "$", message);
    }

    [Fact]
    public void A_key_of_the_file_is_a_property_and_documented()
    {
        var keys = SettingKey.All.Select(key => key.Name).ToList();
        var properties = typeof(AutogenJson)
            .GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), properties.Order(StringComparer.Ordinal));
        var page = Repository.Read("docs/configuration.md");
        var first = page[..page.IndexOf("## Several databases", StringComparison.Ordinal)];
        var documented = Regex.Matches(first, @"^\| `([a-z]\w+)` \|", RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        Assert.Equal(keys, documented.Select(match => match.Groups[1].Value));
        Assert.All(SettingKey.All.SelectMany(key => key.Keys), key => Assert.Contains($"`{key.Name}`", page, StringComparison.Ordinal));
        Assert.All(SettingKey.All.SelectMany(key => key.Choices), choice => Assert.Matches($"`\"?{Regex.Escape(choice)}\"?`", page));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private AutogenJson Read(string text)
    {
        File.WriteAllText(Path.Combine(folder, "autogen.json"), text);
        return AutogenJson.Read(folder);
    }
}
