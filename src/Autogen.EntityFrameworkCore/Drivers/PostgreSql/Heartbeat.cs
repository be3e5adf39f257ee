using System.Data.Common;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Extends the lease on a second connection while a statement runs outside of a transaction, where no row is locked. If somebody takes
/// over all the same, the statement is cancelled.
/// </summary>
internal sealed class Heartbeat : OutsideGuard
{
    private readonly LeaseLock owner;
    private readonly Lease lease;
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource stop = new();
    private DbConnection connection;
    private Task beating = Task.CompletedTask;

    private Heartbeat(LeaseLock owner, Lease lease, DbConnection connection, CancellationToken cancellationToken)
        : base(cancellationToken)
    {
        this.owner = owner;
        this.lease = lease;
        this.connection = connection;
        lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <inheritdoc/>
    public override string Tag => owner.Table.Tag(lease.Fence);

    /// <inheritdoc/>
    public override CancellationToken Token => lost.Token;

    /// <summary>
    /// Opens the second connection and begins, while the first one's transaction is open: a pool of one connection is found out before
    /// anything is sent.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SecondConnection"/>.</exception>
    public static async Task<Heartbeat> StartAsync(LeaseLock owner, Lease lease, CancellationToken cancellationToken)
    {
        var heartbeat = new Heartbeat(owner, lease, await OpenAsync(owner, cancellationToken).ConfigureAwait(false), cancellationToken);
        heartbeat.beating = heartbeat.BeatAsync();
        return heartbeat;
    }

    /// <inheritdoc/>
    public override async Task ReadyAsync()
    {
        do
        {
            var before = lease.Now;
            if (!await owner.MainStore.RenewTaggedAsync(lease.Holder, lease.Fence, Token).ConfigureAwait(false))
                throw new LeaseLostException();
            lease.Confirm(before);
        }
        while (!lease.MaySend); // the process was stopped until the answer came
    }

    /// <inheritdoc/>
    public override async Task<bool> IsLostAsync()
    {
        await StopAsync().ConfigureAwait(false);
        try
        {
            await lease.RenewAsync(owner.StoreOn(connection), CancellationToken.None).ConfigureAwait(false);
            return false;
        }
        catch (LeaseLostException)
        {
            return true;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            return false; // the statement's own error says more
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
        lost.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await beating.ConfigureAwait(false);
    }

    private async Task BeatAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(owner.Times.Renewal, stop.Token).ConfigureAwait(false);
                try
                {
                    await lease.RenewAsync(owner.StoreOn(connection), stop.Token).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
                {
                    await ReopenAsync().ConfigureAwait(false);
                    if (!lease.IsSurelyHeld)
                        throw new LeaseLostException();
                }
            }
        }
        catch (LeaseLostException)
        {
            await lost.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The statement has ended.
        }
    }

    private async Task ReopenAsync()
    {
        try
        {
            var another = await OpenAsync(owner, stop.Token).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
            connection = another;
        }
        catch (AutogenException)
        {
            // Tried again with the next beat.
        }
    }

    private static async Task<DbConnection> OpenAsync(LeaseLock owner, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(owner.Times.Safe);
        var opened = owner.CloneConnection();
        try
        {
            await opened.OpenAsync(limit.Token).ConfigureAwait(false);
            using var command = opened.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(limit.Token).ConfigureAwait(false);
            return opened;
        }
        catch (Exception exception)
            when (exception is DbException or InvalidOperationException or IOException or OperationCanceledException or TimeoutException)
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw new AutogenException(
                ErrorCode.SecondConnection,
                "A statement that runs outside of a transaction needs a second connection, which keeps the upgrade's lock. "
                    + $"It could not be opened ({DatabaseErrors.FirstLine(exception)}). "
                + "Nothing of the statement was sent. Allow the role, or the pool, two connections at a time.",
                exception);
        }
    }
}
