using Autogen.Scenarios.Databases;
using Npgsql;

namespace Autogen.Torture;

/// <summary>How upgrades reach the server: directly, or through a pooler. Judges always ask the server itself.</summary>
internal static class Connections
{
    /// <summary>The pooler that <c>build/pooler.sh run</c> started.</summary>
    public static string? Pooler => Environment.GetEnvironmentVariable("AUTOGEN_TEST_POOLER") is { Length: > 0 } pooler ? pooler : null;

    /// <summary>The connection string for upgrades of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="pooler">The connection string of a pooler, whose host and port count.</param>
    /// <param name="pooling">Whether Npgsql keeps connections, as it does in an application.</param>
    public static string For(PostgreSqlDatabase database, string? pooler, bool pooling = false)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = pooling };
        if (pooler is not null)
        {
            var way = new NpgsqlConnectionStringBuilder(pooler);
            (connection.Host, connection.Port) = (way.Host, way.Port);
        }

        return connection.ConnectionString;
    }
}
