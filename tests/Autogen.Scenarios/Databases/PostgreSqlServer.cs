using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.Scenarios.Databases;

/// <summary>The throw-away server that the tests run on: PostgreSQL 12 to 18.</summary>
public static class PostgreSqlServer
{
    // Below it the provider takes the server for one of this version unless it is told otherwise.
    private const int ProvidersDefault = 14;

    private static readonly Lazy<int> version = new(Ask);

    /// <summary>The major version.</summary>
    /// <exception cref="InvalidOperationException">No server was started.</exception>
    public static int Version => version.Value;

    /// <summary>
    /// One of how many cases runs; 1 for all of them. Only where <c>build/run-tests.sh</c> runs a part of the suite on a second version of
    /// the server (<c>AUTOGEN_TEST_SAMPLE</c>): what the version is about runs there always.
    /// </summary>
    public static int Sample { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("AUTOGEN_TEST_SAMPLE"), CultureInfo.InvariantCulture, out var sample) ? sample : 1;

    /// <summary>
    /// The provider, told the server's version as an application tells it that wants what is newer than the provider's default.
    /// </summary>
    public static DbContextOptions Options(string connectionString)
        => new DbContextOptionsBuilder()
            .UseNpgsql(connectionString, npgsql => npgsql.SetPostgresVersion(Math.Max(Version, ProvidersDefault), 0)).Options;

    private static int Ask()
    {
        using var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SHOW server_version_num", connection);
        return int.Parse((string)command.ExecuteScalar()!, CultureInfo.InvariantCulture) / 10_000; // SHOW always has a row
    }
}
