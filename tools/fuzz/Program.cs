using System.Globalization;
using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Running;

var pairs = int.Parse(Option("--pairs") ?? "200", CultureInfo.InvariantCulture);
var seed = int.Parse(
    Option("--seed") ?? Random.Shared.Next(1, 1_000_000).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
FuzzDatabase[] databases = Option("--database") switch
{
    null => [FuzzDatabase.PostgreSql, FuzzDatabase.Sqlite],
    "pg" => [FuzzDatabase.PostgreSql],
    "sqlite" => [FuzzDatabase.Sqlite],
    var other => throw new ArgumentException($"There is no database '{other}': pg, sqlite."),
};
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
var (all, failed) = (0, 0);
foreach (var database in databases)
{
    var campaign = new FuzzCampaign(database, seed);
    var report = Option("--length") is { } length
        ? await campaign.RunChainsAsync(pairs, int.Parse(length, CultureInfo.InvariantCulture), CancellationToken.None)
        : await campaign.RunAsync(pairs, shrinks: !args.Contains("--no-shrink"), CancellationToken.None);
    foreach (var failure in report.Failures.Values)
        Console.WriteLine(failure + "\n");
    foreach (var group in report.None.Values.GroupBy(reason => reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{database}: EF Core could not create {group.Count()} models: {group.Key}"));
    all += report.Pairs;
    failed += report.Failures.Count;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} pairs, {failed} failed"));
return failed == 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? args[index + 1] : null;
