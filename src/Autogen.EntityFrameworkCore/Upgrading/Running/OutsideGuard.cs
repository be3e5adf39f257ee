namespace Autogen.Upgrading.Running;

/// <summary>
/// Watches over a statement that no transaction protects. This one has nothing to watch: a database that nobody else knows, or SQLite,
/// where the file's lock is enough.
/// </summary>
internal class OutsideGuard(CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>The comment before the statement.</summary>
    public virtual string Tag => "";

    /// <summary>Ends the statement: the user's wish, or somebody else has taken over.</summary>
    public virtual CancellationToken Token { get; } = cancellationToken;

    /// <summary>Makes sure that nobody else upgrades. Call it right before a statement is sent.</summary>
    /// <exception cref="Leasing.LeaseLostException">Somebody has taken over.</exception>
    public virtual Task ReadyAsync() => Task.CompletedTask;

    /// <summary>Whether the statement failed because somebody has taken over.</summary>
    public virtual Task<bool> IsLostAsync() => Task.FromResult(false);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
