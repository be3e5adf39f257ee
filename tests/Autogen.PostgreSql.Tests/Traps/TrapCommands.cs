using Autogen.Commands;
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
    private static readonly ProjectRequest project = new() { ToolVersion = "", Assembly = "", StartupAssembly = "" };

    private static readonly NewFile file = new() { Namespace = "Shop.Revisions", Message = "a message" };

    /// <summary><c>status</c>.</summary>
    public static StatusRequest Status { get; } = new() { Project = project };

    /// <summary><c>current</c>.</summary>
    public static CurrentRequest Current { get; } = new() { Project = project };

    /// <summary><c>history --log</c>.</summary>
    public static LogRequest Log { get; } = new() { Project = project };

    /// <summary><c>ensure-version</c>.</summary>
    public static EnsureVersionRequest EnsureVersion { get; } = new() { Project = project };

    /// <summary><c>check</c>.</summary>
    public static CheckRequest Check { get; } = new() { Project = project };

    /// <summary><c>diff</c>.</summary>
    public static DiffRequest Diff { get; } = new() { Project = project };

    /// <summary><c>revision --autogenerate</c>.</summary>
    public static RevisionRequest NewRevision { get; } = new() { Project = project, File = file };

    /// <summary><c>verify</c>.</summary>
    public static VerifyRequest Verify { get; } = new() { Project = project };

    /// <summary><c>adopt</c>.</summary>
    public static AdoptRequest Adopt { get; } = new() { Project = project, File = file };

    /// <summary><c>upgrade</c>.</summary>
    public static UpgradeRequest Upgrade(string target) => new() { Project = project, Target = target };

    /// <summary><c>downgrade</c>.</summary>
    public static DowngradeRequest Downgrade(string target) => new() { Project = project, Target = target };

    /// <summary><c>stamp</c>.</summary>
    public static StampRequest Stamp(string revision) => new() { Project = project, Revisions = [revision] };

    /// <summary><c>sql</c>.</summary>
    public static SqlRequest Sql(string statement) => new() { Project = project, Statement = statement };

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
            await using var session = new ProjectSession(call, new EventWriter(_ => { }), create(), revisions);
            (_, last) = await Engine.RunAsync(session, call, CancellationToken.None);
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
