using Autogen.Scenarios.Adopted;
using Autogen.Schema.Comparison;

namespace Autogen.Scenarios.Running;

/// <content>Databases that something else made.</content>
internal sealed partial class ScenarioRunner
{
    /// <summary>
    /// Makes the database by the case's statements and compares: every difference is expected, of its class and kind. Where there is
    /// something to do, it is done and undone, and what other tools made must still be there.
    /// </summary>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task AdoptAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        await walk.ExecuteAsync(adopted.Model, adopted.Sql, cancellationToken);
        await RequireAsync(adopted, cancellationToken);
        if (adopted.IsOnlyCompared || (adopted.Next is null && adopted.Significant.Count == 0))
            return;

        var rows = await KeptAsync(adopted, cancellationToken);
        var before = await walk.ReadAsync(adopted.Model, cancellationToken);
        var next = adopted.Next ?? adopted.Model;
        await walk.AddAsync(next, "first", cancellationToken);
        await UpgradeAsync(next, cancellationToken);
        walk.RequireSame("what is kept after the upgrade", rows, await KeptAsync(adopted, cancellationToken));

        await walk.DowngradeAsync(next, cancellationToken);
        walk.RequireSame(
            "the schema after the downgrade", walk.Print(before), walk.Print(await walk.ReadAsync(adopted.Model, cancellationToken)));
        walk.RequireSame("what is kept after the downgrade", rows, await KeptAsync(adopted, cancellationToken));
        await RequireAsync(adopted, cancellationToken);
    }

    /// <summary>
    /// Makes the database by the case's statements, and a revision of all that <c>--strict</c> acts on: nothing that can be acted on is
    /// left, and the downgrade gives it back.
    /// </summary>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task AdoptStrictlyAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        var strict = new RevisionWalk(options) { Comparison = new ComparisonOptions { Strict = true } };
        await strict.ExecuteAsync(adopted.Model, adopted.Sql, cancellationToken);
        var rows = adopted.Kept is null ? "" : await strict.RowsAsync(adopted.Model, adopted.Kept, cancellationToken);
        var before = await strict.ReadAsync(adopted.Model, cancellationToken);
        await strict.AddAsync(adopted.Model, "first", cancellationToken);
        try
        {
            await strict.UpgradeAsync(adopted.Model, cancellationToken);
        }
        catch (ScenarioFailedException exception) when (adopted.HasRowsThatViolate
            && exception.Message.Contains("It was rolled back: the database is at <base>.", StringComparison.Ordinal))
        {
            await strict.RequireSameSchemaAsync(
                adopted.Model, before, await strict.ReadAsync(adopted.Model, cancellationToken), cancellationToken);
            return;
        }

        if (adopted.HasRowsThatViolate)
            throw new ScenarioFailedException("The rows violate what is wanted, and the upgrade ran.");
        await strict.RequireNothingLeftAsync(adopted.Model, "the upgrade", cancellationToken);
        if (adopted.Kept is not null)
            strict.RequireSame(
                "what is kept after the upgrade", rows, await strict.RowsAsync(adopted.Model, adopted.Kept, cancellationToken));
        await strict.DowngradeAsync(adopted.Model, cancellationToken);
        if (!adopted.IsOnlyCompared)
            await strict.RequireSameSchemaAsync(
                adopted.Model, before, await strict.ReadAsync(adopted.Model, cancellationToken), cancellationToken);
    }

    /// <summary>The database is as the scenario's second model wants it, whoever made it.</summary>
    public Task RequireNothingAsync(Scenario scenario, CancellationToken cancellationToken)
        => walk.RequireNothingLeftAsync(scenario.Target, "it was made", cancellationToken);

    private async Task RequireAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        var found = await walk.CompareAsync(adopted.Model, cancellationToken);
        Same("significant differences", adopted.Significant, RevisionWalk.Lines(found.Diff));
        Same("cosmetic differences", adopted.Cosmetic, CosmeticOf(found.Diff));
        Same("what is left alone", adopted.IgnoredObjects, found.Diff.IgnoredObjects.Select(left => $"{left.Kind} {left.Name}"));
        Same("somebody else's tables", adopted.Unmanaged, found.Unmanaged.Select(name => name.ToString()));
    }

    private static IEnumerable<string> CosmeticOf(SchemaDiff diff)
        => diff.Changes.SelectMany(change => change.Differences).Where(facet => facet.Significance == Significance.Cosmetic)
            .GroupBy(facet => facet.CosmeticKind!, StringComparer.Ordinal)
            .Select(kind => CosmeticDifferences.Named(kind.Key).Counted(kind.Count()));

    private async Task<string> KeptAsync(AdoptedCase adopted, CancellationToken cancellationToken)
        => adopted.Kept is null ? "" : await walk.RowsAsync(adopted.Model, adopted.Kept, cancellationToken);

    private void Same(string what, IEnumerable<string> expected, IEnumerable<string> actual)
        => walk.RequireSame(
            what, string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
}
