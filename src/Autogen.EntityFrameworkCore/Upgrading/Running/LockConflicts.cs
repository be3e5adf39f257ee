using System.Diagnostics;
using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Tries again what was rolled back because a lock could not be had in time, after pauses that grow. Whoever wants a table waits behind a
/// statement that waits for it, so waiting for long would stall the application.
/// https://www.postgresql.org/docs/current/explicit-locking.html
/// </summary>
internal sealed class LockConflicts(UpgradeSession session)
{
    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(3);

    private readonly Stopwatch watch = new();
    private TimeSpan pause = firstPause;

    /// <summary>Does something until no lock is in the way.</summary>
    /// <param name="step">The revision that it is about.</param>
    /// <param name="action">What is rolled back where it fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.LockTimeout"/>: the time is used up.</exception>
    public async Task<T> RetryAsync<T>(RevisionStep step, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        watch.Restart();
        pause = firstPause;
        while (true)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not AutogenException { Code: ErrorCode.LockTimeout }
                && DatabaseErrors.IsLockConflict(exception)
                && session.Connection.State == System.Data.ConnectionState.Open)
            {
                await WaitAsync(step, exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task WaitAsync(RevisionStep step, Exception exception, CancellationToken cancellationToken)
    {
        var holder = await session.Driver.Locks.HolderAsync(session, exception, cancellationToken).ConfigureAwait(false);
        if (watch.Elapsed + pause >= session.Options.LockTimeout)
        {
            throw new AutogenException(
                ErrorCode.LockTimeout,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Revision {step.Node.Id} did not get a lock in the {session.Options.LockTimeout.TotalSeconds:0.#} seconds of "
                        + $"--lock-timeout: {holder}. {exception.Message}\n")
                + "End that session or wait for it, or allow more with --lock-timeout and --lock-attempt.",
                exception);
        }

        session.Progress.TryingAgain(string.Create(
            CultureInfo.InvariantCulture,
            $"revision {step.Node.Id} waits for a lock: {holder}. It is rolled back, and tried again in {pause.TotalSeconds:0.0} s"));
        await session.Lock.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        pause = Next(pause);
    }

    // Half as long again to twice as long, by chance: what repeats itself in the application must not meet every attempt.
    private static TimeSpan Next(TimeSpan pause)
    {
        var next = pause * (1.5 + (Random.Shared.NextDouble() / 2));
        return next < longestPause ? next : longestPause * (0.75 + (Random.Shared.NextDouble() / 4));
    }
}
