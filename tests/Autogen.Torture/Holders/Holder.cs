using System.Diagnostics;
using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace Autogen.Torture.Holders;

/// <summary>An upgrade in a process of its own, which can be killed, stopped and continued.</summary>
internal sealed class Holder : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly TaskCompletionSource<TimeSpan> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<TimeSpan> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    private Holder(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>When it asked for its turn, on the clock of <see cref="Stopwatch"/>: a process takes its time to start.</summary>
    public Task<TimeSpan> Asked => asked.Task;

    /// <summary>When its first revision began, on the clock of <see cref="Stopwatch"/>.</summary>
    public Task<TimeSpan> Turn => turn.Task;

    /// <summary>Starts one.</summary>
    public static Holder Start(string connection) => new(ChildProcess.StartSelf("hold", connection));

    /// <summary>The program of the process.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string connection)
    {
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(connection).Options);
        var revisions = RevisionSet.From(typeof(HolderRevision).Assembly, typeof(HolderRevision).Namespace!); // it is in one
        var upgrader = new Upgrader(context, revisions, new UpgradeOptions { LockTimeout = TimeSpan.FromMinutes(3) }, new Progress());
        try
        {
            // As every entrance for users does it: whatever the database or a pooler says gets a sentence and a code there.
            return await OpenConnection.ExplainedAsync(context, () => UpgradeAsync(upgrader), CancellationToken.None);
        }
        catch (AutogenException exception)
        {
            await Console.Error.WriteLineAsync(Invariant($"AG{(int)exception.Code:0000} {exception.Message}"));
            return 1;
        }
    }

    /// <summary>The clock of <see cref="Turn"/>.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary><c>kill -9</c>.</summary>
    public void Kill() => process.Kill();

    /// <summary>Stops it as a debugger or a frozen machine does.</summary>
    public Task StopAsync() => SignalAsync("-STOP");

    /// <summary>Lets it go on.</summary>
    public Task ContinueAsync() => SignalAsync("-CONT");

    /// <summary>Waits until it ends.</summary>
    /// <returns><see langword="null"/> where it succeeded; else the exit code and what it said.</returns>
    public async Task<string?> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return Invariant($"it still runs after {patience.TotalSeconds:0} s");
        }

        await reading;
        var said = await errors;
        return process.ExitCode == 0 ? null : Invariant($"exit code {process.ExitCode}: {said.ReplaceLineEndings(" ").Trim()}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static async Task<int> UpgradeAsync(Upgrader upgrader)
    {
        await upgrader.GetCurrentAsync(CancellationToken.None);
        Console.WriteLine("asks");
        await upgrader.UpgradeAsync("head", CancellationToken.None);
        return 0;
    }

    private Task SignalAsync(string signal)
        => ChildProcess.RequireAsync("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);

    private async Task ReadAsync()
    {
        foreach (var moment in new[] { asked, turn })
        {
            if (await process.StandardOutput.ReadLineAsync() is not null)
                moment.TrySetResult(Now);
            else
                moment.TrySetException(new InvalidOperationException("It ended before its turn."));
        }

        await process.StandardOutput.ReadToEndAsync();
    }

    private sealed class Progress : IUpgradeProgress
    {
        public void StepStarted(RevisionStep step) => Console.WriteLine("began " + step.Node.Id);
    }
}
