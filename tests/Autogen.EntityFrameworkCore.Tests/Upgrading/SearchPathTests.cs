using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Where unqualified names are created, and what the books make of it.</summary>
public class SearchPathTests
{
    [Theory]
    [Case("R13")]
    [InlineData("pg_temp, public", null)]
    [InlineData("pg_temp", null)]
    [InlineData("pg_temp, public", "public")]
    [InlineData("nowhere", null)]
    [InlineData("''", null)]
    public async Task An_upgrade_into_a_temporary_or_missing_schema_is_refused_before_anything_runs(string path, string? schema)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            $"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = {path.Replace("'", "''", StringComparison.Ordinal)}', "
                + "current_database()); END $$");
        Revisions.First.Value = op => op.Sql("CREATE TABLE public.t (id integer)");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(options: new UpgradeOptions { VersionTableSchema = schema }));
        Assert.Equal(ErrorCode.SchemaNotUsable, refused.Code);
        Assert.Equal(
            0L,
            await database.ScalarAsync("SELECT count(*) FROM pg_class WHERE relname IN ('t', 'autogen_version', 'autogen_version_lock')"));
    }

    [Fact]
    [Case("R13")]
    public async Task A_revision_that_sends_what_follows_into_the_temporary_schema_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("SET search_path = pg_temp, public");
            op.CreateTable("t", table => new { id = table.Column<int>() });
        };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.SchemaNotUsable, refused.Code);
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Fact]
    [Case("R13")]
    public async Task A_revision_that_changes_the_search_path_misleads_neither_the_books_nor_the_next_one()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE SCHEMA elsewhere");
        Revisions.First.Value = op =>
        {
            op.Sql("SELECT pg_catalog.set_config('search_path', '', false)"); // as in every file of pg_dump
            op.Sql("CREATE TABLE elsewhere.autogen_version (version_num text)");
            op.Sql("SET search_path = elsewhere");
        };
        Revisions.Second.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Assert.Equal(2, (await database.UpgradeAsync()).Count);
        Assert.Equal("public", await database.ScalarAsync("SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname = 't'"));
        Assert.Equal("second000000", await database.ScalarAsync("SELECT version_num FROM public.autogen_version"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM elsewhere.autogen_version"));
    }

    [Theory]
    [InlineData("books")]
    [InlineData("Bücher \"2\"")]
    public async Task Schema_of_the_version_table_that_a_revision_creates_again_is_refused_with_the_statement_to_write(string schema)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        var options = new UpgradeOptions { VersionTableSchema = schema };
        var quoted = $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Revisions.First.Value = op => op.Sql($"CREATE SCHEMA {quoted}");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync(options: options));
        Assert.Equal(ErrorCode.ObjectExists, refused.Code);
        Assert.Contains("op.EnsureSchema(", refused.Message, StringComparison.Ordinal);
        Revisions.First.Value = op => op.EnsureSchema(schema);
        Assert.Equal(2, (await database.UpgradeAsync(options: options)).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Script_creates_the_schema_of_the_version_table_before_the_table(bool isIdempotent)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        var options = new UpgradeOptions { VersionTableSchema = "Own books" };
        Revisions.First.Value = op => op.EnsureSchema("Own books");
        var target = new ScriptOptions
        {
            Target = "head",
            Direction = StepDirection.Upgrade,
            From = isIdempotent ? null : [],
            IsIdempotent = isIdempotent
        };
        var script = await database.UseAsync(upgrader => upgrader.ScriptAsync(target, CancellationToken.None), options);
        await database.ExecuteAsync(script.Text);
        Assert.Equal("second000000", await database.ScalarAsync("SELECT version_num FROM \"Own books\".autogen_version"));
    }
}
