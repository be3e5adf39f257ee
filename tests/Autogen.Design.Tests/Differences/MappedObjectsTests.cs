using Autogen.Messages;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Differences;

[Case("N4")]
public class MappedObjectsTests
{
    private const string Odd = "Vïew \"v's\"";

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Mapped_object_that_does_not_exist_fails_the_check_and_is_named_with_its_entity(string provider)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        void Model(ModelBuilder model)
        {
            model.Entity<Thing>().ToView(Odd).HasNoKey();
            model.Entity<Other>().ToFunction("things").HasNoKey();
            model.Entity<Third>().ToSqlQuery("SELECT 1 AS \"A\"").HasNoKey();
            model.Entity<Fourth>().ToTable("others", table => table.ExcludeFromMigrations());
            model.HasDbFunction(typeof(Functions).GetMethod(nameof(Functions.Twice))!);
            model.HasDbFunction(typeof(Functions).GetMethod(nameof(Functions.Upper))!).HasName("upper").IsBuiltIn();
            model.HasDbFunction(typeof(Functions).GetMethod(nameof(Functions.Same))!).HasTranslation(arguments => arguments[0]);
        }

        var (exitCode, result) = await database.CheckAsync(Model);
        Assert.Equal(3, exitCode);
        Assert.Empty(result.Changes);
        Assert.Equal(
            [
                $"view '{Odd}' does not exist (entity 'Thing')",
                "table 'others' does not exist (entity 'Fourth')",
                "function 'things' does not exist (entity 'Other')",
                "function 'Twice' does not exist (method 'Functions.Twice')",
            ],
            result.Missing.Select(item => item.Text));
        Assert.Equal(4, (await database.CheckAsync(Model, command: "diff")).Result.Missing.Count);
        Assert.Null((await database.ReviseAsync(Model)).Id);
        Assert.Contains("write its SQL into a revision", Assert.Single(database.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql", "CREATE MATERIALIZED VIEW \"V\" AS SELECT 1 AS \"A\"")]
    [InlineData("postgresql", "CREATE TABLE \"V\" (\"A\" int) PARTITION BY LIST (\"A\")")]
    [InlineData(
        "postgresql",
        "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE \"V\" (\"A\" int) SERVER s")]
    [InlineData("postgresql", "CREATE SCHEMA other; CREATE VIEW other.\"V\" AS SELECT 1 AS \"A\"", "other")]
    [InlineData("sqlite", "CREATE VIEW \"v\" AS SELECT 1 AS A")]
    [InlineData("sqlite", "CREATE TABLE \"V\" (A int)")]
    [InlineData("sqlite", "CREATE TABLE t (A int); CREATE VIEW \"V\" AS SELECT A FROM t; DROP TABLE t")]
    public async Task View_may_be_any_relation_of_that_name(string provider, string sql, string? schema = null)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        await database.ExecuteAsync(sql);
        var (_, result) = await database.CheckAsync(model => model.Entity<Thing>().ToView("V", schema).HasNoKey());
        Assert.Empty(result.Missing);
    }

    [Fact]
    public async Task Schema_of_a_mapped_object_counts()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE SCHEMA other; CREATE VIEW \"V\" AS SELECT 1 AS \"A\"; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        void Model(ModelBuilder model)
        {
            model.Entity<Thing>().ToView("V", "other").HasNoKey();
            model.HasDbFunction(typeof(Functions).GetMethod(nameof(Functions.Twice))!).HasName("f").HasSchema("other");
        }

        Assert.Equal(
            ["view 'other.V' does not exist (entity 'Thing')", "function 'other.f' does not exist (method 'Functions.Twice')"],
            (await database.CheckAsync(Model)).Result.Missing.Select(item => item.Text));
        Assert.Empty((await database.CheckAsync(Model, new HostSettings { Schemas = ["public"] })).Result.Missing);
    }

    [Theory]
    [InlineData("postgresql", "pg_stat_activity", "pg_catalog")]
    [InlineData("postgresql", "pg_stat_activity", null)]
    [InlineData("postgresql", "tables", "information_schema")]
    [InlineData("sqlite", "sqlite_master", null)]
    [InlineData("sqlite", "pragma_table_list", null)]
    [InlineData("sqlite", "JSON_EACH", null)]
    public async Task Relations_of_the_server_exist(string provider, string name, string? schema)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        Assert.Empty((await database.CheckAsync(model => model.Entity<Thing>().ToView(name, schema).HasNoKey())).Result.Missing);
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Excluded_object_may_be_missing(string provider)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        var settings = new HostSettings { ExcludeTables = ["reports_*"] };
        var (exitCode, result) = await database.CheckAsync(model => model.Entity<Thing>().ToView("reports_all").HasNoKey(), settings);
        Assert.Empty(result.Missing);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Function_that_the_application_registers_on_its_connection_exists()
    {
        await using var database = await CheckedDatabase.CreateAsync("sqlite");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        connection.CreateFunction("twice", (int value) => 2 * value);
        var missing = await new Schema.Sqlite.SqliteDialect().FindMissingAsync(
            connection, [new(MappedKind.Function, new("Twice")), new(MappedKind.Function, new("thrice"))], default);
        Assert.Equal("thrice", Assert.Single(missing).Name.Name);
    }

    private sealed class Thing
    {
        public int A { get; set; }
    }

    private sealed class Other
    {
        public int A { get; set; }
    }

    private sealed class Third
    {
        public int A { get; set; }
    }

    private sealed class Fourth
    {
        public int Id { get; set; }
    }

    private static class Functions
    {
        public static int Twice(int value) => throw new NotSupportedException();

        public static string Upper(string value) => throw new NotSupportedException();

        public static int Same(int value) => throw new NotSupportedException();
    }
}
