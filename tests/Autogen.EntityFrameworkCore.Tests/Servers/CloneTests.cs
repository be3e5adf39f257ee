using Autogen.Drivers;
using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Scenarios.Databases;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

/// <summary>Copies of databases: the original stays as it is, and nothing is left but by a kill.</summary>
public class CloneTests
{
    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Copy_has_the_rows_and_its_changes_are_its_own(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (id integer); INSERT INTO t VALUES (1), (2)");
        await using var context = new DbContext(database.Options);
        var clones = AllDrivers.Of(context).Clones;
        await context.Database.OpenConnectionAsync();
        await using (await clones.CreateAsync(context, TimeSpan.Zero, CancellationToken.None))
        {
            Assert.Equal(2L, await ScalarAsync(context, "SELECT count(*) FROM t"));
            await context.Database.ExecuteSqlRawAsync("DELETE FROM t");
        }

        Assert.Equal(2L, await ScalarAsync(context, "SELECT count(*) FROM t"));
        Assert.Empty(await clones.FindLeftAsync(context, CancellationToken.None));
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Copy_that_a_kill_has_left_is_found_and_dropped(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (id integer)");
        string name;
        await using (var killed = new DbContext(database.Options))
        {
            await killed.Database.OpenConnectionAsync();
            name = (await AllDrivers.Of(killed).Clones.CreateAsync(killed, TimeSpan.Zero, CancellationToken.None)).Name;
        }

        NpgsqlConnection.ClearAllPools();
        await using var context = new DbContext(database.Options);
        await context.Database.OpenConnectionAsync();

        // One that was killed right behind CREATE DATABASE has no comment yet.
        if (kind == "postgresql")
            await PostgreSqlDatabase.ExecuteOnServerAsync($"COMMENT ON DATABASE \"{name}\" IS NULL");
        var clones = AllDrivers.Of(context).Clones;
        Assert.Equal([name], await clones.FindLeftAsync(context, CancellationToken.None));
        await clones.DropLeftAsync(context, [name], CancellationToken.None);
        Assert.Empty(await clones.FindLeftAsync(context, CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_connected_is_named_and_waited_for()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(database.ConnectionString).Options);
        await context.Database.OpenConnectionAsync();
        var other = new NpgsqlConnection(database.ConnectionString + ";Application Name=shop-api");
        await other.OpenAsync();
        var clones = AllDrivers.Of(context).Clones;
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => clones.CreateAsync(context, TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(ErrorCode.CloneFailed, refused.Code);
        Assert.Contains("shop-api (process ", refused.Message, StringComparison.Ordinal);

        var waiting = clones.CreateAsync(context, TimeSpan.FromMinutes(2), CancellationToken.None);
        await other.DisposeAsync();
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task Role_without_the_privilege_is_told_which_statement_grants_it()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var role = $"r{Guid.NewGuid():N}";
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "x" };
            await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(connection.ConnectionString).Options);
            await context.Database.OpenConnectionAsync();
            var refused = await Assert.ThrowsAsync<AutogenException>(
                () => AllDrivers.Of(context).Clones.CreateAsync(context, TimeSpan.Zero, CancellationToken.None));
            Assert.Contains($"ALTER ROLE \"{role}\" CREATEDB;", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await PostgreSqlDatabase.ExecuteOnServerAsync($"DROP ROLE {role}");
        }
    }

    private static async Task<object?> ScalarAsync(DbContext context, string sql)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
