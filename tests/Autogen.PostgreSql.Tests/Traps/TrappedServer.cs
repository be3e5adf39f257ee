using System.Text.RegularExpressions;
using Autogen.Scenarios.Databases;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>
/// A database in which a role without privileges has set every trap that it can (<c>traps.sql</c>). Each test works on a copy. The search
/// path names the role's own schema, too.
/// </summary>
public sealed partial class TrappedServer : IAsyncLifetime
{
    private const string Password = "only for tests";

    private static readonly string role = "mallory_" + Guid.NewGuid().ToString("N");
    private static readonly string template = "traps_" + Guid.NewGuid().ToString("N");

    // It takes seconds: the classes of tests share it, and it ends with the throw-away server.
    private static readonly Lazy<Task> prepared = new(PrepareAsync);

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => new(prepared.Value);

    private static async Task PrepareAsync()
    {
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE ROLE {role} LOGIN PASSWORD '{Password}'");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE DATABASE {template}");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"ALTER DATABASE {template} SET search_path = public, {role}");
        await ExecuteAsync(
            ConnectionString(template, null), $"GRANT CREATE ON SCHEMA public TO {role}; CREATE SCHEMA {role} AUTHORIZATION {role}");
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Autogen.PostgreSql.Tests/Traps/traps.sql"));
        await ExecuteAsync(ConnectionString(template, role), script.Replace("{schema}", "public", StringComparison.Ordinal));
    }

    /// <summary>A copy of the database with the traps: its connection string, as superuser.</summary>
    /// <param name="searchPath">The database's search path.</param>
    public async Task<string> CreateDatabaseAsync(string? searchPath = null)
    {
        var name = "trapped_" + Guid.NewGuid().ToString("N");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        await PostgreSqlDatabase.ExecuteOnServerAsync($"ALTER DATABASE {name} SET search_path = {searchPath ?? $"public, {role}"}");
        return ConnectionString(name, null);
    }

    /// <summary>
    /// Npgsql asks for the database's types when it connects, by the application's path. With the traps before the server's own functions
    /// on that path, its joins do not end; what the tool does is seen without them.
    /// </summary>
    public static string WithoutTypeLoading(NpgsqlConnectionStringBuilder builder)
    {
        builder["Server Compatibility Mode"] = "NoTypeLoading";
        return builder.ConnectionString;
    }

    /// <summary>What was caught in a database: the trap and the beginning of the statement.</summary>
    public static async Task<IReadOnlyList<string>> SprungAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString);
        await connection.OpenAsync();
        // build/postgres.sh has it in the data directory
        await using var command = new NpgsqlCommand("SELECT pg_read_binary_file('server.log')", connection);
        var log = System.Text.Encoding.UTF8.GetString((byte[])(await command.ExecuteScalarAsync())!);
        return [.. Marker()
            .Matches(log)
            .Where(match => match.Groups["database"].Value == name)
            .Select(match => $"{match.Groups["what"].Value} in: {match.Groups["query"].Value.Trim()}")];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string ConnectionString(string database, string? user)
    {
        var builder = new NpgsqlConnectionStringBuilder(PostgreSqlDatabase.ServerConnectionString)
        {
            Database = database,
            Pooling = false,
            CommandTimeout = 300
        };
        if (user is not null)
            (builder.Username, builder.Password) = (user, Password);
        return builder.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("TRAP>(?<database>[^>]*)>(?<what>.*?)>(?<query>[^\n]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
