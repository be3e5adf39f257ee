using System.Data;
using System.Data.Common;
using Autogen.Schema;

namespace Autogen.Drivers;

/// <summary>
/// A table that says which databases of a fleet a run has still to do, for workers that share them. A worker claims a database by locking
/// its row for as long as it works on it, so a worker that dies gives it back without anybody's help. Which database is at which revision
/// is known by the databases alone: a row that is claimed twice costs a look.
/// </summary>
/// <param name="connection">An open connection that is the ledger's own; disposed with it.</param>
/// <param name="run">The name of the run: workers of one name share the databases.</param>
internal abstract class FleetLedger(DbConnection connection, string run) : IAsyncDisposable
{
    /// <summary>The table's name.</summary>
    public const string TableName = "autogen_fleet";

    /// <summary>The state of a database that no worker has ended.</summary>
    public const string Waiting = "waiting";

    /// <summary>The state of a database that could not be upgraded.</summary>
    public const string Failed = "failed";

    /// <summary>Whether the connection is of use.</summary>
    public bool IsOpen => Connection.State == ConnectionState.Open;

    /// <summary>The connection.</summary>
    protected DbConnection Connection { get; } = connection;

    /// <summary>The name of the run.</summary>
    protected string Run { get; } = run;

    /// <summary>
    /// Creates the table where it is missing, and adds the databases that the run does not have. Databases that failed wait again if none
    /// waits: the run was over.
    /// </summary>
    /// <param name="entries">The databases.</param>
    /// <param name="target">The target, which is one for the run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FleetInvalid"/>: the run has another target.</exception>
    public abstract Task EnrolAsync(IReadOnlyList<LedgerEntry> entries, string target, CancellationToken cancellationToken);

    /// <summary>What is left of the run.</summary>
    /// <param name="unknown">Databases of the run that the worker does not know.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract Task<LedgerProgress> ReadProgressAsync(IReadOnlyCollection<string> unknown, CancellationToken cancellationToken);

    /// <summary>Claims the next database of a wave, in a transaction that ends with the claim.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="servers">The servers that have room for one more.</param>
    /// <param name="unknown">Databases that are not to be claimed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> where every one is done or claimed.</returns>
    public abstract Task<LedgerClaim?> ClaimAsync(
        int wave, IReadOnlyCollection<string> servers, IReadOnlyCollection<string> unknown, CancellationToken cancellationToken);

    /// <summary>What became of the databases of the run.</summary>
    public abstract Task<IReadOnlyList<LedgerRow>> ReadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Connection.DisposeAsync();
    }
}

/// <summary>A database of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">Its server.</param>
/// <param name="Wave">Its wave, from 0.</param>
/// <param name="Position">Its place in the fleet.</param>
internal sealed record LedgerEntry(string Name, string Server, int Wave, int Position);

/// <summary>What is left of a run.</summary>
/// <param name="Wave">The first wave with a database that is not done; <see langword="null"/> where all are.</param>
/// <param name="Failed">How many have failed.</param>
/// <param name="FirstFailedWave">The first wave with one that has failed.</param>
internal sealed record LedgerProgress(int? Wave, int Failed, int? FirstFailedWave);

/// <summary>What became of a database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state; <see cref="FleetLedger.Waiting"/> while none is known.</param>
/// <param name="Current">The revisions that it is at.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Worker">Who did it.</param>
internal sealed record LedgerRow(
    string Name, string State, IReadOnlyList<string> Current, string? Code, string? Reason, string? Worker);

/// <summary>A claim to a database; without an outcome it is given back.</summary>
/// <param name="name">The database's name.</param>
internal abstract class LedgerClaim(string name) : IAsyncDisposable
{
    /// <summary>The database's name.</summary>
    public string Name { get; } = name;

    /// <summary>Records what became of the database.</summary>
    public abstract Task CompleteAsync(LedgerRow outcome, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
