using System.Globalization;
using Autogen.Schema;
using Autogen.Torture;
using Autogen.Torture.Failovers;
using Autogen.Torture.Fleets;
using Autogen.Torture.Holders;
using Autogen.Torture.Interrupted;
using Autogen.Torture.Races;
using Autogen.Torture.Stalls;

// The process that is killed.
if (args is ["upgrade", var childKind, var connection])
{
    try
    {
        await TorturedDatabase.UpgradeAsync(childKind, connection, "head", () => Console.WriteLine("begun"));
        return 0;
    }
    catch (AutogenException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
}

if (args is ["hold", var held])
    return await Holder.RunAsync(held);
if (args is ["fleet", var home])
    return await FleetWorkerProcess.RunAsync(home);
if (args is ["report", var replicated])
{
    await FailoverTrials.RunAsync(replicated);
    return 0;
}

var options = new TortureOptions(args);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}"));
var (count, lost) = (0, 0);
await RunInterruptionsAsync();
await RunMixedRacesAsync();
await RunHoldersAsync();
await RunFailoversAsync();
await RunStallsAsync();
await RunFleetsAsync();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} trials, {lost} lost"));
return lost == 0 ? 0 : 1;

async Task RunInterruptionsAsync()
{
    string[] all = ["--kills", "--cuts", "--crashes", "--races"];
    if (all.All(option => options.Times(option, 1) == 0))
        return;
    foreach (var kind in options.Kinds)
    {
        var trials = new Trials(kind, options.Seed, Console.Out);
        await trials.PrepareAsync();
        await RepeatAsync(options.Times("--kills", 20), trials.KillAsync);
        if (kind == "pg")
        {
            await RepeatAsync(options.Times("--cuts", 5), trials.CutAsync);
            await RepeatAsync(options.Times("--crashes", options.Times("--cuts", 5)), trials.CrashAsync);
        }

        await RepeatAsync(options.Times("--races", 5), () => trials.RaceAsync(options.Processes));
        lost += trials.Lost;
    }
}

async Task RunMixedRacesAsync()
{
    var times = options.Times("--mixed-races", 0);
    if (times == 0)
        return;
    await using var project = options.RaceKinds is [StarterKind.InProcess] ? null : await RaceProject.PrepareAsync(
        Required("AUTOGEN_TORTURE_SAMPLE"), Required("AUTOGEN_TEST_PACKAGES"), Required("AUTOGEN_TEST_VERSION"), [.. options.RaceKinds]);
    var races = new MixedRaces(project, options.RaceKinds, Connections.Pooler, new Random(options.Seed), Console.Out);
    await RepeatAsync(times, () => races.RunAsync(options.Starters));
    Console.WriteLine(races.Summary(options.Through));
    lost += Math.Max(races.Lost, races.LocksLeft == 0 ? 0 : 1);
}

async Task RunHoldersAsync()
{
    if (options.Times("--takeovers", 0) + options.Times("--freezes", 0) == 0)
        return;
    var holders = new HolderTrials(Connections.Pooler, new Random(options.Seed), Console.Out);
    await RepeatAsync(options.Times("--takeovers", 0), holders.TakeOverAsync);
    await RepeatAsync(options.Times("--freezes", 0), () => holders.FreezeAsync());
    Console.WriteLine($"{options.Through}: {holders.Summary}");
    lost += holders.Lost;
}

async Task RunFailoversAsync()
{
    if (options.Times("--failovers", 0) == 0)
        return;
    var failovers = new FailoverTrials(new Random(options.Seed), Console.Out);
    await RepeatAsync(options.Times("--failovers", 0), failovers.RunAsync);
    Console.WriteLine(failovers.Summary);
    lost += failovers.Lost;
}

async Task RunStallsAsync()
{
    var stalls = new StallTrials(options.Reader, Console.Out);
    await RepeatAsync(options.Times("--stalls", 0), stalls.RunAsync);
    lost += stalls.Lost;
}

async Task RunFleetsAsync()
{
    var kills = options.Times("--fleet-kills", 0);
    if (kills == 0)
        return;
    var fleets = new FleetTrials(new Random(options.Seed), Console.Out);
    await fleets.RunAsync(kills);
    Console.WriteLine(fleets.Summary);
    count += kills;
    lost += fleets.Lost;
}

async Task RepeatAsync(int times, Func<Task> trial)
{
    for (var time = 0; time < times; time++, count++)
        await trial();
}

static string Required(string variable)
    => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"Start with tools/torture/run.sh: {variable} is not set.");
