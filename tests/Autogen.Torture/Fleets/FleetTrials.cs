using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Autogen.Scenarios.Databases;

namespace Autogen.Torture.Fleets;

/// <summary>
/// Several processes share a fleet by a ledger. One of them after the other gets <c>kill -9</c> at a random moment and is started again.
/// Lost is a database in which an operation ran twice, or not at all, or that no worker took any more.
/// </summary>
internal sealed class FleetTrials(Random random, TextWriter log)
{
    private const int Workers = 4;
    private const int TenantsPerKill = 8;
    private readonly Channel<string> done = Channel.CreateUnbounded<string>();

    /// <summary>How many databases were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>What happened, in a line.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Upgrades a fleet, and kills workers.</summary>
    public async Task RunAsync(int kills)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var tenants = Enumerable.Range(1, kills * TenantsPerKill)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"tenant_{number:0000}")).ToList();
        await database.ExecuteAsync(string.Concat(tenants.Select(tenant => $"CREATE SCHEMA {tenant};")));
        var workers = Enumerable.Range(0, Workers).Select(_ => Start(database)).ToList();
        var killed = 0;
        var watch = Stopwatch.StartNew();
        while (killed < kills && await WaitAsync(workers, random.Next(1, TenantsPerKill)))
        {
            await Task.Delay(random.Next(0, 60)); // a moment within the work on a database
            var victim = random.Next(Workers);
            if (!workers[victim].HasExited)
                killed++;
            workers[victim].Kill();
            await workers[victim].WaitForExitAsync();
            workers[victim].Dispose();
            workers[victim] = Start(database);
        }

        await Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync()));
        foreach (var (worker, index) in workers.Select((worker, index) => (worker, index)))
        {
            if (worker.ExitCode != 0)
                Lose($"worker {index} ended with {worker.ExitCode}: {await worker.StandardError.ReadToEndAsync()}");
            worker.Dispose();
        }

        foreach (var tenant in tenants)
            await JudgeAsync(database, tenant);
        Summary = string.Create(
            CultureInfo.InvariantCulture,
            $"fleet: {killed} kills of {Workers} workers, {tenants.Count} databases in {watch.Elapsed.TotalSeconds:0} s, {Lost} lost");
    }

    // Until so many databases more are done; false where the workers ended before.
    private async Task<bool> WaitAsync(IReadOnlyList<Process> workers, int count)
    {
        for (var seen = 0; seen < count;)
        {
            var ended = Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync()));
            var next = done.Reader.ReadAsync().AsTask();
            if (await Task.WhenAny(next, ended) == ended)
                return false;
            var line = await next;
            if (line.Contains(" failed ", StringComparison.Ordinal))
                log.WriteLine(line);
            seen++;
        }

        return true;
    }

    private async Task JudgeAsync(PostgreSqlDatabase database, string tenant)
    {
        var found = await database.ScalarAsync(
            $"""
            SELECT (SELECT string_agg(revision::text, ',' ORDER BY revision) FROM {tenant}.ran) || ' '
                || (SELECT version_num FROM {tenant}.autogen_version) || ' '
                || (SELECT count(*) FROM {tenant}.items WHERE n = 1) || ' '
                || (SELECT count(*) FROM pg_index WHERE indrelid = '{tenant}.items'::regclass AND indisvalid) || ' '
                || (SELECT state FROM autogen_fleet WHERE run = '{FleetWorkerProcess.Run}' AND name = '{tenant}')
            """);
        if (found is not ("1,2,3 tenant000003 300 2 upgraded" or "1,2,3 tenant000003 300 2 current"))
            Lose($"{tenant}: {found}");
    }

    private void Lose(string what)
    {
        Lost++;
        log.WriteLine($"LOST fleet: {what}");
    }

    private Process Start(PostgreSqlDatabase database)
    {
        var process = ChildProcess.StartSelf("fleet", database.ConnectionString);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                done.Writer.TryWrite(text);
        };
        process.BeginOutputReadLine();
        return process;
    }
}
