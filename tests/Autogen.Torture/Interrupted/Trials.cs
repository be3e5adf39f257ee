using System.Diagnostics;
using System.Globalization;
using Autogen.Scenarios.Databases;
using Autogen.Schema;

namespace Autogen.Torture.Interrupted;

/// <summary>
/// Interrupts upgrades at random moments, and looks at what they left. A trial is lost if anything is there that is of no whole revision,
/// or if the next upgrade does not complete.
/// </summary>
public sealed class Trials(string kind, int seed, TextWriter log)
{
    private const int Revisions = 20;
    private readonly Random random = new(seed);
    private readonly List<string> schemas = [];
    private TimeSpan whole;

    /// <summary>How many were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Learns what the schema of every revision is, and how long an upgrade takes.</summary>
    public async Task PrepareAsync()
    {
        await using (var database = await TorturedDatabase.CreateAsync(kind))
        {
            schemas.Add(await database.SchemaAsync());
            for (var number = 1; number <= Revisions; number++)
            {
                await TorturedDatabase.UpgradeAsync(
                    kind, database.Connection, string.Create(CultureInfo.InvariantCulture, $"tortured{number:0000}"));
                schemas.Add(await database.SchemaAsync());
            }
        }

        await using var timed = await TorturedDatabase.CreateAsync(kind);
        using var child = Start(timed);
        await child.StandardOutput.ReadLineAsync();
        var watch = Stopwatch.StartNew();
        await child.WaitForExitAsync();
        whole = watch.Elapsed;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {Revisions} revisions take {whole.TotalSeconds:0.0} s"));
    }

    /// <summary><c>kill -9</c> at a random moment.</summary>
    public Task KillAsync() => InterruptAsync("kill", (_, child) =>
    {
        child.Kill();
        return Task.CompletedTask;
    });

    /// <summary>The connection is cut by the server at a random moment.</summary>
    public Task CutAsync() => InterruptAsync("cut", (_, _) => PostgreSqlDatabase.ExecuteOnServerAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%' AND application_name = 'torture'"));

    /// <summary>The server dies at a random moment, and is started again.</summary>
    public Task CrashAsync() => InterruptAsync("crash", (_, _) => Server.CrashAsync());

    /// <summary>Several processes upgrade at once; each revision must run once.</summary>
    public async Task RaceAsync(int processes)
    {
        await using var database = await TorturedDatabase.CreateAsync(kind);
        var children = Enumerable.Range(0, processes).Select(_ => Start(database)).ToList();
        await Task.WhenAll(children.Select(child => child.WaitForExitAsync()));
        var failed = children.FirstOrDefault(child => child.ExitCode != 0);
        Judge("race", failed is null ? null : await failed.StandardError.ReadToEndAsync());
        await CompleteAsync("race", database);
        children.ForEach(child => child.Dispose());
    }

    private async Task InterruptAsync(string name, Func<TorturedDatabase, Process, Task> interrupt)
    {
        await using var database = await TorturedDatabase.CreateAsync(kind);
        var moment = whole * random.NextDouble();
        using (var child = Start(database))
        {
            await child.StandardOutput.ReadLineAsync();
            using var end = new CancellationTokenSource(moment);
            try
            {
                await child.WaitForExitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                await interrupt(database, child);
            }

            await child.WaitForExitAsync();
        }

        var (revisions, isBetween) = await database.PositionAsync();
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind} {name} after {moment.TotalSeconds:0.00} s: at {revisions}{(isBetween ? " and a part of the next" : "")}"));
        if (!isBetween)
            Judge(name, await database.SchemaAsync() == schemas[revisions]
                ? await database.WrongRowsAsync(revisions)
                : string.Create(CultureInfo.InvariantCulture, $"the schema is not that of revision {revisions}"));
        await CompleteAsync(name, database);
    }

    private async Task CompleteAsync(string name, TorturedDatabase database)
    {
        try
        {
            await TorturedDatabase.UpgradeAsync(kind, database.Connection, "head");
        }
        catch (AutogenException exception)
        {
            Judge(name, $"the next upgrade fails: {exception.Message}");
            return;
        }

        Judge(name, await database.SchemaAsync() == schemas[Revisions]
            ? await database.WrongRowsAsync(Revisions)
            : "the schema is not that of the head");
    }

    private void Judge(string name, string? wrong)
    {
        if (wrong is null)
            return;
        Lost++;
        log.WriteLine($"LOST {kind} {name}: {wrong}");
    }

    private Process Start(TorturedDatabase database)
    {
        var connection = kind == "pg" ? database.Connection + ";Application Name=torture" : database.Connection;
        return ChildProcess.StartSelf("upgrade", kind, connection);
    }
}
