using Autogen.Scenarios.Databases;
using Npgsql;

namespace Autogen.Torture.Interrupted;

/// <summary>The throw-away server, whose processes end as in a power failure.</summary>
internal static class Server
{
    /// <summary>Kills it and starts it again with the options it had; returns when it takes connections.</summary>
    public static async Task CrashAsync()
    {
        string data;
        var programs = await ProgramsAsync();
        await using (var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SHOW data_directory", connection);
            data = (string)(await command.ExecuteScalarAsync())!;
        }

        NpgsqlConnection.ClearAllPools();
        var restart = $"'{programs}/pg_ctl' -D '{data}' -m immediate -w -t 60 -l '{data}/server.log' restart";
        await ChildProcess.RequireAsServerAsync(restart + " >/dev/null 2>&1 </dev/null");
    }

    /// <summary>The folder of its programs.</summary>
    public static async Task<string> ProgramsAsync()
    {
        await using var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT setting FROM pg_config WHERE name = 'BINDIR'", connection);
        return (string)(await command.ExecuteScalarAsync())!; // PostgreSQL has it
    }
}
