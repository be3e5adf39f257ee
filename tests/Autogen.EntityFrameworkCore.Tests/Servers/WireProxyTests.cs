using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Databases.Proxying;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

/// <summary>The tests' own proxy behaves as a server that rejects a statement.</summary>
public class WireProxyTests
{
    [Fact]
    public async Task Rejected_statement_fails_with_the_engines_words_and_the_session_continues()
    {
        await using var proxy = WireProxy.Start(PostgreSqlDatabase.ServerConnectionString, OtherEngines.YugabyteDb);
        await using var connection = await OpenAsync(proxy);
        var error = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, "SELECT pg_try_advisory_lock(1)"));
        Assert.Equal(("0A000", "advisory locks are not yet implemented"), (error.SqlState, error.MessageText));
        Assert.Equal(1, await ScalarAsync(connection, "SELECT 1"));
    }

    [Fact]
    public async Task Rejected_statement_aborts_its_transaction()
    {
        await using var proxy = WireProxy.Start(PostgreSqlDatabase.ServerConnectionString, OtherEngines.AuroraDsql);
        await using var connection = await OpenAsync(proxy);
        await ScalarAsync(connection, "BEGIN; CREATE TABLE never_there (id integer)");
        var error = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, "INSERT INTO never_there VALUES (1)"));
        Assert.Equal("ddl and dml are not supported in the same transaction", error.MessageText);
        error = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, "SELECT 1"));
        Assert.Equal("25P02", error.SqlState);
        await ScalarAsync(connection, "ROLLBACK");
        Assert.Equal(["INSERT INTO never_there VALUES (1)"], proxy.Refused);
    }

    [Fact]
    public async Task Connection_is_lost_before_the_server_gets_the_statement()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await using var proxy = WireProxy.Cutting(database.ConnectionString, sql => sql.StartsWith("CREATE", StringComparison.Ordinal));
        await using var connection = await OpenAsync(proxy);
        Assert.Equal(1, await ScalarAsync(connection, "SELECT 1"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(connection, "CREATE TABLE never_there (id integer)"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_tables WHERE tablename = 'never_there'"));
    }

    private static async Task<NpgsqlConnection> OpenAsync(WireProxy proxy)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(proxy.ConnectionString) { Pooling = false };
        var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
