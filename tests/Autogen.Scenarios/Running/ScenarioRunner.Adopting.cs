using Autogen.Scenarios.Adopted;
using Autogen.Schema.Comparison;

namespace Autogen.Scenarios.Running;

/// <content>Databases that something else made.</content>
internal sealed partial class ScenarioRunner
{
    /// <summary>
    /// Makes the database by the case's statements and compares: every difference is expected, of its class and kind. Where there is something to do, it is done and undone, and what other
    /// tools made must still be there.
    /// </summary>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task AdoptAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        await ExecuteAsync(adopted.Model, adopted.Sql, cancellationToken);
        await RequireAsync(adopted, cancellationToken);
        if (adopted.IsOnlyCompared || (adopted.Next is null && adopted.Significant.Count == 0))
            return;

        var rows = await KeptAsync(adopted, cancellationToken);
        var before = await ReadAsync(adopted.Model, cancellationToken);
        var next = adopted.Next ?? adopted.Model;
        await AdvanceAsync(next, "first", cancellationToken);
        Same("what is kept after the upgrade", rows, await KeptAsync(adopted, cancellationToken));

        await using (var context = new ScenarioContext(options, next))
            await Upgrader(context).DowngradeAsync("-1", cancellationToken);
        Same("the schema after the downgrade", Print(before), Print(await ReadAsync(adopted.Model, cancellationToken)));
        Same("what is kept after the downgrade", rows, await KeptAsync(adopted, cancellationToken));
        await RequireAsync(adopted, cancellationToken);
    }

    /// <summary>The database is as the scenario's second model wants it, whoever made it.</summary>
    public Task RequireNothingAsync(Scenario scenario, CancellationToken cancellationToken) => RequireNothingLeftAsync(scenario.Wanted, cancellationToken);

    private async Task RequireAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        var found = await CompareAsync(adopted.Model, cancellationToken);
        var cosmetic = found.Diff.Changes.SelectMany(change => change.Differences).Where(facet => facet.Significance == Significance.Cosmetic)
            .GroupBy(facet => facet.CosmeticKind!, StringComparer.Ordinal)
            .Select(kind => CosmeticDifferences.Named(kind.Key).Counted(kind.Count()));
        Same("significant differences", adopted.Significant, Lines(found.Diff));
        Same("cosmetic differences", adopted.Cosmetic, cosmetic);
        Same("what is left alone", adopted.LeftAlone, found.Diff.LeftAlone.Select(left => $"{left.Kind} {left.Name}"));
        Same("somebody else's tables", adopted.Unmanaged, found.Unmanaged.Select(name => name.ToString()));
    }

    private async Task<string> KeptAsync(AdoptedCase adopted, CancellationToken cancellationToken)
        => adopted.Kept is null ? "" : await RowsAsync(adopted.Model, adopted.Kept, cancellationToken);

    private static void Same(string what, IEnumerable<string> expected, IEnumerable<string> actual)
        => Same(what, string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
}
