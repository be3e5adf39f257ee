using System.Data.Common;
using System.Globalization;
using Autogen.Commands;
using Autogen.Drivers;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Fleets;

/// <summary>A run of <c>fleet upgrade</c> that this process shares with others by a ledger.</summary>
/// <param name="session">The fleet's session.</param>
/// <param name="request">The command.</param>
/// <param name="members">The databases.</param>
/// <param name="name">The name of the run.</param>
internal sealed class LedgerRun(
    ProjectSession session, FleetUpgradeRequest request, IReadOnlyList<FleetMember> members, string name)
{
    /// <summary>Works until no database of the run is left, here or elsewhere.</summary>
    /// <returns>What became of each database, whoever did it, and why some were not begun.</returns>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.FleetLedgerFailed"/>; <see cref="ErrorCode.FleetInvalid"/>: nothing says where the ledger is, its database
    /// can't hold one, or the run has another target.
    /// </exception>
    public async Task<(IReadOnlyList<FleetOutcome> Outcomes, string? Stopped)> RunAsync(FleetRun run, CancellationToken cancellationToken)
    {
        var waves = FleetPlan.Waves(members.Count, request.Canary, request.Then);
        var budget = new FleetBudget(request.Canary is not null, request.MaxFailures, waves.Count);
        try
        {
            await using (var ledger = await OpenAsync(cancellationToken))
                await ledger.EnrolAsync([.. Entries(waves)], Target(), cancellationToken);
            var queue = new LedgerQueue(OpenAsync, members, budget, request.PerServer, session.Events.Warn);
            await using (queue)
                await run.RunAsync(queue, members, maxFailures: null, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return (run.Outcomes, "Interrupted.");
            await using (var ledger = await OpenAsync(cancellationToken))
                return (Outcomes(await ledger.ReadAsync(cancellationToken), run.Outcomes), queue.Stopped);
        }
        catch (DbException exception)
        {
            throw LedgerQueue.Failure(exception);
        }
    }

    private async Task<FleetLedger> OpenAsync(CancellationToken cancellationToken)
    {
        var fleet = session.Driver.Fleet;
        var factory = FleetDatabases.FactoryOf(session.Context);
        var builder = factory.CreateConnectionStringBuilder()!; // both providers have one
        builder.ConnectionString = Place();
        fleet.DoNotPool(builder);
        var connection = factory.CreateConnection()!;
        connection.ConnectionString = builder.ConnectionString;
        if (fleet.CreateLedger(connection, name) is not { } ledger)
            throw new AutogenException(
                ErrorCode.FleetInvalid,
                $"--ledger needs a database whose rows several processes can lock: {session.Dialect.Name} has none. "
                    + "Divide the fleet with --shard.");
        await connection.OpenAsync(cancellationToken);
        return ledger;
    }

    private string Place()
    {
        if (request.Source.Ledger is { } given)
            return ConnectionUrl.Parse(given, "'ledger' of 'fleet'").ConnectionString;
        return request.Source.Databases is null
            ? FleetHome.ConnectionStringOf(session)
            : throw new AutogenException(
                ErrorCode.FleetInvalid,
                "Nothing says in which database the ledger is: let 'ledger' of 'fleet' in autogen.json name one of 'databases'.");
    }

    private IEnumerable<LedgerEntry> Entries(IReadOnlyList<int> waves)
    {
        var position = 0;
        foreach (var (wave, size) in waves.Index())
        {
            for (var end = position + size; position < end; position++)
                yield return new LedgerEntry(members[position].Name, members[position].Server, wave, position);
        }
    }

    // 'head' is another revision tomorrow.
    private string Target()
        => string.Create(CultureInfo.InvariantCulture, $"{request.Target} (of {string.Join(", ", session.Graph.Heads)})");

    private IReadOnlyList<FleetOutcome> Outcomes(IReadOnlyList<LedgerRow> rows, IReadOnlyList<FleetOutcome> own)
    {
        var known = rows.Where(row => row.State != FleetLedger.Waiting).ToDictionary(row => row.Name, StringComparer.Ordinal);
        return [.. members.Select((member, index) => known.TryGetValue(member.Name, out var row)
            ? new FleetOutcome(row.State, row.Current) { Code = row.Code, Reason = row.Reason }
            : own[index])];
    }
}
