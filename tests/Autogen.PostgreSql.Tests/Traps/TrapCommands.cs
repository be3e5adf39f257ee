using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>Runs commands of the engine without its process.</summary>
internal static class TrapCommands
{
    /// <summary>A request for a command.</summary>
    public static HostRequest Call(string command) => new()
    {
        Command = command,
        ToolVersion = "",
        Assembly = "",
        StartupAssembly = "",
        RevisionsNamespace = "Shop.Revisions",
        Message = "a message",
    };

    /// <summary>Runs commands one after the other, each with a context of its own.</summary>
    /// <param name="create">Makes a context.</param>
    /// <param name="revisions">The revisions.</param>
    /// <param name="calls">The commands.</param>
    /// <returns>What the last one printed as its document.</returns>
    public static async Task<CommandResult?> RunAsync(Func<DbContext> create, RevisionSet revisions, params IEnumerable<HostRequest> calls)
    {
        CommandResult? last = null;
        foreach (var call in calls)
        {
            await using var session = new HostSession(call, new EventWriter(_ => { }), create(), revisions);
            (_, last) = await Engine.CommandFor(call.Command).RunAsync(session, CancellationToken.None);
        }

        return last;
    }

    /// <summary>Runs SQL.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
