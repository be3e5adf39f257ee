using Autogen.Scenarios.Databases;
using Npgsql;

namespace Autogen.Torture;

/// <summary>How upgrades reach the server: directly, or through the pooler that <c>build/pooler.sh run</c> started. Judges always ask the server itself.</summary>
internal static class Connections
{
    /// <summary>The connection string for upgrades of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="pooling">Whether Npgsql keeps connections, as it does in an application.</param>
    public static string For(PostgreSqlDatabase database, bool pooling = false)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = pooling };
        if (Environment.GetEnvironmentVariable("AUTOGEN_TEST_POOLER") is { Length: > 0 } pooler)
        {
            var way = new NpgsqlConnectionStringBuilder(pooler);
            (connection.Host, connection.Port) = (way.Host, way.Port);
        }

        return connection.ConnectionString;
    }
}
