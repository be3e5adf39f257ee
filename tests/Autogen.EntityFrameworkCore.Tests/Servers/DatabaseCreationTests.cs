using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Scenarios.Databases;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

[Case("W12")]
public class DatabaseCreationTests
{
    private static readonly string mark = Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData("plain")]
    [InlineData("Mixed Case")]
    [InlineData("select")]
    [InlineData("o'brien \"q\"; x")]
    [InlineData("größe 数据")]
    [InlineData("a23456789_b23456789_c23456789_d23456789_e23456789_long_")]
    public async Task Upgrade_creates_a_missing_database_of_any_name_and_its_role_owns_it(string name)
    {
        var database = name + mark;
        try
        {
            await using var context = Context(Settings(database));
            Assert.Equal(["first0000000", "second000000"], await context.Database.UpgradeAsync("head", Options));
            Assert.Empty(await context.Database.UpgradeAsync("head", Options));
            Assert.Equal("postgres", await OwnerAsync(database));
        }
        finally
        {
            await DropAsync(database);
        }
    }

    [Fact]
    public async Task Upgrade_creates_nothing_unless_asked_to()
    {
        await using var context = Context(Settings("missing" + mark));
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => context.Database.UpgradeAsync("head", Options with { CreateDatabase = false }));
        Assert.Equal(ErrorCode.DatabaseNotFound, refused.Code);
        Assert.Contains("--create-database", refused.Message);
        Assert.Null(await OwnerAsync("missing" + mark));
    }

    [Fact]
    public async Task Downgrade_never_creates_a_database()
    {
        await using var context = Context(Settings("missing" + mark));
        var refused = await Assert.ThrowsAsync<AutogenException>(() => context.Database.DowngradeAsync("base", Options));
        Assert.Equal(ErrorCode.DatabaseNotFound, refused.Code);
    }

    [Fact]
    public async Task Several_that_create_the_same_database_at_once_all_go_on()
    {
        var database = "raced" + mark;
        try
        {
            var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                await using var context = Context(Settings(database));
                return await context.Database.UpgradeAsync("head", Options);
            }));
            Assert.Equal(2, applied.Sum(ids => ids.Count));
        }
        finally
        {
            await DropAsync(database);
        }
    }

    [Fact]
    public async Task Role_without_the_privilege_gets_the_statement_for_an_administrator()
    {
        var role = "Weak \"role\" " + mark;
        var quoted = "\"" + role.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE ROLE {quoted} LOGIN PASSWORD 'pw'");
        try
        {
            var settings = Settings("Its own" + mark);
            settings.Username = role;
            settings.Password = "pw";
            await using var context = Context(settings);
            var refused = await Assert.ThrowsAsync<AutogenException>(() => context.Database.UpgradeAsync("head", Options));
            Assert.Equal(ErrorCode.DatabaseNotCreated, refused.Code);
            var statement = $"CREATE DATABASE \"Its own{mark}\" OWNER {quoted};";
            Assert.Contains(statement, refused.Message);

            await PostgreSqlDatabase.ExecuteOnServerAsync(statement);
            Assert.NotEmpty(await context.Database.UpgradeAsync("head", Options));
        }
        finally
        {
            await DropAsync("Its own" + mark);
            await PostgreSqlDatabase.ExecuteOnServerAsync($"DROP ROLE {quoted}");
        }
    }

    [Fact]
    public async Task Database_is_created_with_the_models_collation_over_the_database_that_the_options_name()
    {
        var database = "collated" + mark;
        try
        {
            var builder = new DbContextOptionsBuilder<Collated>();
            builder.UseNpgsql(Settings(database).ConnectionString, npgsql => npgsql.UseAdminDatabase("template1"));
            await using var context = new Collated(builder.Options);
            await context.Database.UpgradeAsync("head", Options);
            Assert.Equal("C", await ServerScalarAsync(database, "datcollate"));
        }
        finally
        {
            await DropAsync(database);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("missing/Ordner ä/", "")]
    [InlineData("", ";Mode=ReadWrite")]
    [InlineData("missing/", ";Mode=ReadWrite")]
    public async Task SQLite_file_is_created_with_its_folder_whatever_the_mode(string folder, string mode)
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(root.FullName, folder + "it's here.db");
            var builder = new DbContextOptionsBuilder().UseSqlite($"Data Source={file};Pooling=False{mode}");
            await using var context = new DbContext(builder.Options);
            if (folder + mode != "")
            {
                var refused = await Assert.ThrowsAsync<AutogenException>(
                    () => context.Database.UpgradeAsync("head", Options with { CreateDatabase = false }));
                Assert.Equal(ErrorCode.DatabaseNotFound, refused.Code);
                Assert.False(File.Exists(file));
            }

            Assert.NotEmpty(await context.Database.UpgradeAsync("head", Options));
            Assert.True(File.Exists(file));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SQLite_file_that_is_something_else_is_not_replaced()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            await using var context = new DbContext(
                new DbContextOptionsBuilder().UseSqlite($"Data Source={root.FullName};Pooling=False").Options);
            var refused = await Assert.ThrowsAsync<AutogenException>(() => context.Database.UpgradeAsync("head", Options));
            Assert.Equal(ErrorCode.DatabaseNotFound, refused.Code);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static UpgradeOptions Options => new()
    {
        RevisionsAssembly = typeof(Revisions).Assembly,
        RevisionsNamespace = typeof(Revisions).Namespace,
        CreateDatabase = true,
    };

    private static DbContext Context(NpgsqlConnectionStringBuilder settings)
        => new(new DbContextOptionsBuilder().UseNpgsql(settings.ConnectionString).Options);

    private static NpgsqlConnectionStringBuilder Settings(string database)
        => new(PostgreSqlDatabase.ServerConnectionString) { Database = database, Pooling = false };

    private static Task<object?> OwnerAsync(string database) => ServerScalarAsync(database, "pg_get_userbyid(datdba)::text");

    private static async Task<object?> ServerScalarAsync(string database, string expression)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT {expression} FROM pg_database WHERE datname = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = database });
        return await command.ExecuteScalarAsync();
    }

    private static Task DropAsync(string database)
        => PostgreSqlDatabase.ExecuteOnServerAsync(
            $"DROP DATABASE IF EXISTS \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    private sealed class Collated(DbContextOptions<Collated> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseCollation("C");
    }
}
