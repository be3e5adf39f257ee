using Npgsql;

namespace Autogen.Scenarios.Databases;

/// <summary>
/// A database of its own for one test, on the throw-away server that <c>build/postgres.sh run</c> started; dropped when disposed.
/// </summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private PostgreSqlDatabase(string name, string connectionString)
    {
        Name = name;
        ConnectionString = connectionString;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>Npgsql's connection string, with the superuser's password, without pooling.</summary>
    public string ConnectionString { get; }

    /// <summary>The connection string of the server's <c>postgres</c> database.</summary>
    /// <exception cref="InvalidOperationException">No server was started.</exception>
    public static string ServerConnectionString
        => Environment.GetEnvironmentVariable("AUTOGEN_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "Start the tests with ./build/test.sh, or with ./build/postgres.sh run dotnet test …: they need AUTOGEN_TEST_POSTGRES.");

    /// <summary>Creates a database.</summary>
    /// <param name="template">Database to copy, which no session may be connected to; <see langword="null"/> for an empty one.</param>
    public static async Task<PostgreSqlDatabase> CreateAsync(string? template = null)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteOnServerAsync($"CREATE DATABASE \"{name}\"{(template is null ? "" : $" TEMPLATE \"{template}\"")}");
        var connectionString = new NpgsqlConnectionStringBuilder(ServerConnectionString)
        {
            Database = name,
            Pooling = false,
            IncludeErrorDetail = true
        };
        return new PostgreSqlDatabase(name, connectionString.ConnectionString);
    }

    /// <summary>An open connection; the caller disposes it.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a query and returns its first value.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // PostgreSQL 12 has no WITH (FORCE).
        await ExecuteOnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS \"{Name}\"");
    }

    /// <summary>Runs a statement on the server, in its <c>postgres</c> database.</summary>
    public static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ServerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
