using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.Scenarios.Databases;

/// <summary>A database that is emptied between tests: much faster than a new one, and a new connection, for each.</summary>
public sealed class PostgreSqlPlace : IAsyncDisposable
{
    private const string DropAll = """
        DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP;
        CREATE SCHEMA public;
        END $$
        """;

    private readonly PostgreSqlDatabase database;

    private PostgreSqlPlace(PostgreSqlDatabase database) => this.database = database;

    /// <summary>The provider and the database, with pooled connections.</summary>
    public DbContextOptions Options => PostgreSqlServer.Options(Pooled);

    private string Pooled
        => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = true, MaxPoolSize = 4 }.ConnectionString;

    /// <summary>Creates the database.</summary>
    public static async Task<PostgreSqlPlace> CreateAsync() => new(await PostgreSqlDatabase.CreateAsync());

    /// <summary>
    /// Empties it, by a connection of its own: what another one remembers of types of extensions that are gone
    /// fails there (cache lookup failed).
    /// </summary>
    public Task EmptyAsync() => database.ExecuteAsync(DropAll);

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Pooled);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(Pooled))
            NpgsqlConnection.ClearPool(connection);
        await database.DisposeAsync();
    }
}
