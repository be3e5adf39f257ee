using System.Globalization;
using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Operations;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Operations;

/// <summary>Statements with parameters.</summary>
public class ParameterTests
{
    [Theory]
    [InlineData("SELECT @a, @b2", "a b2")]
    [InlineData("SELECT '@a', \"@a\", 'it''s @a', @b", "b")]
    [InlineData("-- @a\nSELECT /* @a\n@a */ @b", "b")]
    [InlineData("SELECT $$ @a $$, $x$ @a $$ @a $x$, @b", "b")]
    [InlineData("SELECT E'\\'@a', @b WHERE x=@c AND y>@d", "b c d")]
    [InlineData("SELECT $1, `@a`, U&'@a', @größe", "größe")]
    [InlineData("SELECT a <@ b, a @> b, v @@ q, v @@q, mail@host, -5 @-@ 3", "")]
    public void Are_found_where_they_are_parameters(string sql, string names)
        => Assert.Equal(names, string.Join(' ', SqlPlaceholders.In(sql).Select(place => place.Name)));

    [Theory]
    [InlineData("SELECT @a", "no parameter '@b'")]
    [InlineData("SELECT @a, @b, @c", "'@c' that is not given")]
    public void Must_match_the_statement(string sql, string message)
        => Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => new MigrationBuilder("x").Sql(sql, new { a = 1, b = 2 })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Reach_the_database_and_the_script(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (a text, b integer, c numeric, d timestamp, e text)");
        Revisions.First.Value = op => op.Sql(
            "INSERT INTO t VALUES (@a, @b, @c, @d, @e)",
            new
            {
                a = "it's \\ \"é\" @b",
                b = 7,
                c = 1.5m,
                d = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified),
                e = (string?)null
            });
        Revisions.Second.Value = op => op.Sql(
            "DELETE FROM t WHERE b = @b", new Dictionary<string, object?>(StringComparer.Ordinal) { ["@b"] = 8 });
        await database.UpgradeAsync("first0000000");
        var script = await database.UseAsync(async upgrader => (await upgrader.ScriptAsync(
            new ScriptOptions { Target = "head", Direction = Autogen.Graph.StepDirection.Upgrade, From = [] },
            CancellationToken.None)).Text);
        await database.ExecuteAsync("DELETE FROM autogen_version");
        await database.ExecuteAsync(script);
        Assert.Equal(
            2L,
            Convert.ToInt64(
                await database.ScalarAsync("SELECT count(*) FROM t WHERE a = 'it''s \\ \"é\" @b' AND b = 7 AND c = 1.5 AND e IS NULL"),
                CultureInfo.InvariantCulture));
        Assert.Equal(1L, Convert.ToInt64(await database.ScalarAsync("SELECT count(DISTINCT d) FROM t"), CultureInfo.InvariantCulture));
    }
}
