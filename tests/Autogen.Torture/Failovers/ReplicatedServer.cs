using System.Net;
using System.Net.Sockets;
using Autogen.Torture.Interrupted;
using Npgsql;
using static System.FormattableString;

namespace Autogen.Torture.Failovers;

/// <summary>
/// A primary with a synchronous standby, in a temporary folder, on free ports of the loopback address; both are gone when it is disposed.
/// </summary>
/// <remarks>
/// Its role <c>upgrader</c> has <c>synchronous_commit = off</c>, as a role of an application may have: what such a role commits is lost
/// with the primary unless the transaction asks for more.
/// https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION
/// </remarks>
internal sealed class ReplicatedServer : IAsyncDisposable
{
    private readonly string programs;
    private readonly string folder;
    private readonly int primary = FreePort();
    private readonly int standby = FreePort();

    private ReplicatedServer(string programs, string folder)
    {
        this.programs = programs;
        this.folder = folder;
    }

    /// <summary>The role's connection to its database on the primary.</summary>
    public string Primary => ConnectionString(primary, "upgrader", "app");

    /// <summary>The same on the standby.</summary>
    public string Standby => ConnectionString(standby, "upgrader", "app");

    /// <summary>Starts both, and waits until each commit waits for the standby.</summary>
    public static async Task<ReplicatedServer> StartAsync()
    {
        var made = (await ChildProcess.RequireAsServerAsync("mktemp -d /tmp/autogen-replicated.XXXXXX", "/")).Trim();
        var server = new ReplicatedServer(await Server.ProgramsAsync(), made);
        try
        {
            await server.PrepareAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the primary as a power failure does.</summary>
    /// <param name="hard"><c>kill -9</c> of the postmaster; else all of its processes quit at once.</param>
    public Task KillPrimaryAsync(bool hard)
        => hard
            ? ShellAsync($"kill -9 $(head -n 1 {folder}/primary/postmaster.pid)")
            : ShellAsync($"{programs}/pg_ctl -D {folder}/primary -m immediate stop");

    /// <summary>Makes the standby the primary.</summary>
    public Task PromoteAsync() => ShellAsync($"{programs}/pg_ctl -D {folder}/standby -w -t 60 promote");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var one in new[] { "primary", "standby" })
            await ShellAsync($"{programs}/pg_ctl -D {folder}/{one} -m immediate stop || true");
        await ShellAsync($"rm -rf {folder}");
    }

    private async Task PrepareAsync()
    {
        await ShellAsync($"{programs}/initdb -D {folder}/primary -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        await StartServerAsync("primary", primary);
        await ExecuteAsync(
            "CREATE ROLE upgrader LOGIN", "ALTER ROLE upgrader SET synchronous_commit = off", "CREATE DATABASE app OWNER upgrader");
        var at = Invariant($"-h 127.0.0.1 -p {primary} -U postgres");
        await ShellAsync($"{programs}/pg_basebackup {at} -D {folder}/standby -R -X stream -c fast --no-sync");
        await StartServerAsync("standby", standby);
        await ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
        await using var connection = new NpgsqlConnection(ConnectionString(primary, "postgres", "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'", connection);
        var until = DateTime.UtcNow.AddMinutes(1);
        while ((long)(await command.ExecuteScalarAsync())! != 1) // count() is never NULL
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException("The standby did not become synchronous.");
            await Task.Delay(50);
        }
    }

    private Task StartServerAsync(string name, int port)
    {
        var place = Invariant($"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}");
        var settings = place + " -c fsync=off -c shared_buffers=32MB";
        return ShellAsync($"{programs}/pg_ctl -D {folder}/{name} -w -t 60 -l {folder}/{name}.log -o '{settings}' start");
    }

    private async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(primary, "postgres", "postgres"));
        await connection.OpenAsync();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    // A server that goes on in the background must not keep the pipe.
    private Task ShellAsync(string command)
    {
        var output = folder + "/output.log";
        return ChildProcess.RequireAsServerAsync($"{{ {command}; }} >>{output} 2>&1 </dev/null || {{ cat {output}; exit 1; }}", "/");
    }

    private static string ConnectionString(int port, string role, string database)
        => Invariant($"Host=127.0.0.1;Port={port};Username={role};Database={database};Pooling=false");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
