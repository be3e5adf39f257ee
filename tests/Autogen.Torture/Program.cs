using System.Globalization;
using Autogen.Schema;
using Autogen.Torture;
using Autogen.Torture.Interrupted;
using Autogen.Torture.Races;

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

var options = new TortureOptions(args);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}"));
var (count, lost) = (0, 0);
await RunInterruptionsAsync();
await RunMixedRacesAsync();
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
    var races = new MixedRaces(project, options.RaceKinds, new Random(options.Seed), Console.Out);
    await RepeatAsync(times, () => races.RunAsync(options.Starters));
    Console.WriteLine(races.Summary(options.Through));
    lost += Math.Max(races.Lost, races.LocksLeft == 0 ? 0 : 1);
}

async Task RepeatAsync(int times, Func<Task> trial)
{
    for (var time = 0; time < times; time++, count++)
        await trial();
}

static string Required(string variable)
    => Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"Start with tools/torture/run.sh: {variable} is not set.");
