using System.Diagnostics;
using Autogen.Scenarios.Databases;
using Npgsql;

namespace Autogen.Torture.Interrupted;

/// <summary>The throw-away server, whose processes end as in a power failure.</summary>
internal static class Server
{
    /// <summary>Kills it and starts it again with the options it had; returns when it takes connections.</summary>
    public static async Task CrashAsync()
    {
        string programs, data;
        await using (var connection = new NpgsqlConnection(PostgreSqlDatabase.ServerConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT setting FROM pg_config WHERE name = 'BINDIR'", connection);
            programs = (string)(await command.ExecuteScalarAsync())!;
            command.CommandText = "SHOW data_directory";
            data = (string)(await command.ExecuteScalarAsync())!;
        }

        NpgsqlConnection.ClearAllPools();
        var restart = $"'{programs}/pg_ctl' -D '{data}' -m immediate -w -t 60 -l '{data}/server.log' restart";
        // PostgreSQL's programs refuse to run as root.
        string[] command2 = Environment.UserName == "root" ? ["su", "postgres", "-s", "/bin/bash", "-c", restart] : ["bash", "-c", restart];
        using var process = Process.Start(new ProcessStartInfo(command2[0], command2[1..]) { WorkingDirectory = "/", UseShellExecute = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The server did not start again: {restart}");
    }
}
