using Microsoft.Data.Sqlite;

namespace Autogen.Scenarios.Databases;

/// <summary>A database file of its own for one test, removed when disposed.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private SqliteDatabase(string path) => Path = path;

    /// <summary>The file's absolute path.</summary>
    public string Path { get; }

    /// <summary>The connection string, without pooling.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ConnectionString;

    /// <summary>Names a file in a new temporary folder; SQLite makes it when it is first opened.</summary>
    public static SqliteDatabase Create()
        => new(System.IO.Path.Combine(Directory.CreateTempSubdirectory("autogen-test-").FullName, "test.db"));

    /// <summary>An open connection; the caller disposes it.</summary>
    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a query and returns its first value.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
        return ValueTask.CompletedTask;
    }
}
