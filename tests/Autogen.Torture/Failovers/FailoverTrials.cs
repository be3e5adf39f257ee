using System.Diagnostics;
using Autogen.Torture.Interrupted;
using static System.FormattableString;

namespace Autogen.Torture.Failovers;

/// <summary>
/// A primary dies while an upgrade runs, and its standby takes its place: what was reported as done must be there, and what was not is done
/// on the standby.
/// </summary>
/// <param name="random">Chooses the moments.</param>
/// <param name="log">Is told what went wrong.</param>
public sealed class FailoverTrials(Random random, TextWriter log)
{
    private const int Revisions = 20;
    private TimeSpan whole;
    private int trials;

    /// <summary>How many trials were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The line for people.</summary>
    public string Summary => Invariant($"{trials} failovers, {Lost} lost");

    /// <summary>The program of the process that upgrades.</summary>
    public static async Task RunAsync(string connection)
        => await TorturedDatabase.UpgradeAsync("pg", connection, "head", () => Console.WriteLine("begun"), Console.WriteLine);

    /// <summary>Runs one.</summary>
    public async Task RunAsync()
    {
        await using var server = await ReplicatedServer.StartAsync();
        var isFirst = whole == TimeSpan.Zero;
        var moment = isFirst ? TimeSpan.MaxValue : whole * random.NextDouble();
        var hard = random.Next(2) == 0;
        using var child = Start(server.Primary);
        var (done, end) = await ReadAsync(child, moment, () => server.KillPrimaryAsync(hard));
        if (isFirst)
        {
            // Learns how long an upgrade takes; the primary dies right after what is reported last.
            whole = end;
            await server.KillPrimaryAsync(hard);
        }

        await server.PromoteAsync();
        await using var standby = TorturedDatabase.At(server.Standby);
        var (revisions, isBetween) = await standby.PositionAsync();
        var wrong = revisions < done ? Invariant($"{done} revisions were reported as done, and {revisions} are there")
            : isBetween ? null : await standby.WrongRowsAsync(revisions);
        await TorturedDatabase.UpgradeAsync("pg", server.Standby, "head");
        wrong ??= await standby.WrongRowsAsync(Revisions);
        trials++;
        var current = Invariant($"{revisions}{(isBetween ? " and a part of the next" : "")} there");
        await log.WriteLineAsync(Invariant($"failover ({(hard ? "kill -9" : "immediate")}): {done} reported, {current}"));
        if (wrong is null)
            return;
        Lost++;
        await log.WriteLineAsync("LOST failover: " + wrong);
    }

    // How many revisions it has reported until it ended, and how long that took. What is printed after the primary was killed, but was on
    // its way before, counts.
    private static async Task<(int Done, TimeSpan End)> ReadAsync(Process child, TimeSpan moment, Func<Task> kill)
    {
        var errors = child.StandardError.ReadToEndAsync();
        await child.StandardOutput.ReadLineAsync();
        var watch = Stopwatch.StartNew();
        var killing = moment == TimeSpan.MaxValue ? Task.CompletedTask : KillAfterAsync();
        var done = 0;
        while (await child.StandardOutput.ReadLineAsync() is not null)
            done++;
        await child.WaitForExitAsync();
        await errors;
        var end = watch.Elapsed;
        await killing;
        return (done, end);

        async Task KillAfterAsync()
        {
            await Task.Delay(moment);
            await kill();
        }
    }

    private static Process Start(string connection) => ChildProcess.StartSelf("report", connection);
}
