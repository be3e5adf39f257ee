using Autogen.Commands;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Torture.Fleets;

/// <summary>The process that is killed: <c>fleet upgrade --ledger</c>, over the schemas of a database.</summary>
internal static class FleetWorkerProcess
{
    /// <summary>The run that the workers share.</summary>
    public const string Run = "torture";

    /// <summary>Runs it, and prints the name of each database that is done.</summary>
    public static async Task<int> RunAsync(string connection)
    {
        DbContext Create() => new(new DbContextOptionsBuilder().UseNpgsql(connection).Options);
        var request = new FleetUpgradeRequest
        {
            Project = new ProjectRequest { ToolVersion = "", Assembly = "", StartupAssembly = "" },
            Source = new FleetSource { Schemas = "tenant_*" },
            Target = "head",
            Parallel = 2,
            PerServer = 2,
            Ledger = Run,
        };
        var events = new EventWriter(told =>
        {
            if (told is FleetDatabaseEvent done)
                Console.WriteLine($"{done.Database.Name} {done.Database.State} {done.Database.Reason}");
        });
        var revisions = RevisionSet.From(typeof(FleetWorkerProcess).Assembly, typeof(Revisions.TenantRevision).Namespace!); // it is in one
        await using var session = new ProjectSession(request, events, Create(), revisions) { CreateContext = Create };
        return (await Engine.RunAsync(session, request, CancellationToken.None)).ExitCode;
    }
}
