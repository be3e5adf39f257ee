using System.Globalization;
using Autogen.Schema;
using Autogen.Torture;

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

var seed = Number("--seed") ?? Random.Shared.Next(1, 1_000_000);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
var (count, lost) = (0, 0);
foreach (var kind in Text("--database") is { } one ? [one] : new[] { "sqlite", "pg" })
{
    var trials = new Trials(kind, seed, Console.Out);
    await trials.PrepareAsync();
    await RunAsync(Number("--kills") ?? 20, trials.KillAsync);
    if (kind == "pg")
    {
        await RunAsync(Number("--cuts") ?? 5, trials.CutAsync);
        await RunAsync(Number("--crashes") ?? Number("--cuts") ?? 5, trials.CrashAsync);
    }

    await RunAsync(Number("--races") ?? 5, () => trials.RaceAsync(Number("--processes") ?? 20));
    lost += trials.Lost;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} trials, {lost} lost"));
return lost == 0 ? 0 : 1;

async Task RunAsync(int times, Func<Task> trial)
{
    for (var time = 0; time < times; time++, count++)
        await trial();
}

string? Text(string name) => Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? args[index + 1] : null;
int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
