namespace Autogen.Host.Fleets;

/// <summary>Databases that wait for a worker.</summary>
internal interface IFleetQueue
{
    /// <summary>The next database; waits while none may begin.</summary>
    /// <returns>It is disposed when the database is done; <see langword="null"/> when every one is taken.</returns>
    /// <exception cref="OperationCanceledException">Nothing was taken.</exception>
    Task<FleetTurn?> TakeAsync(CancellationToken cancellationToken);
}

/// <summary>A worker's turn to work on a database.</summary>
/// <param name="index">The database's place in the fleet.</param>
internal abstract class FleetTurn(int index) : IAsyncDisposable
{
    /// <summary>The database's place in the fleet.</summary>
    public int Index { get; } = index;

    /// <summary>Tells what became of the database.</summary>
    public virtual Task CompleteAsync(FleetOutcome outcome) => Task.CompletedTask;

    /// <summary>Ends the turn.</summary>
    public abstract ValueTask DisposeAsync();
}
