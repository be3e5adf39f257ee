using Autogen.PostgreSql.Tests.Spelling;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Scenarios.Spelling;

namespace Autogen.PostgreSql.Tests;

/// <summary>
/// The model's text against what PostgreSQL stores: what is written otherwise is the same, what is nearly the same is not.
/// </summary>
public class SpellingTests
{
    [Fact]
    public async Task Another_spelling_is_not_a_difference()
    {
        Assert.True(SameSpellings.All.Count >= 150, $"{SameSpellings.All.Count} cases");
        var reported = await ReportedAsync(SameSpellings.All);
        SpellingModel.RequireNone(string.Join('\n', reported.Select(entry => $"{entry.Case}   reported: {entry.Line}")));
    }

    [Fact]
    public async Task What_differs_a_little_is_a_difference()
    {
        Assert.True(DifferentSpellings.All.Count >= 60, $"{DifferentSpellings.All.Count} cases");
        var reported = (await ReportedAsync(DifferentSpellings.All)).Select(entry => entry.Case).ToHashSet();
        SpellingModel.RequireNone(string.Join('\n', DifferentSpellings.All.Where(item => !reported.Contains(item))));
    }

    private static async Task<IReadOnlyList<(SpellingCase Case, string Line)>> ReportedAsync(IReadOnlyList<SpellingCase> cases)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(SpellingColumns.Before);
        var walk = new RevisionWalk(PostgreSqlServer.Options(database.ConnectionString));
        await walk.CreateTablesAsync(
            model => SpellingModel.Build(model, SpellingColumns.All, cases, item => item.Current), CancellationToken.None);
        var found = await walk.CompareAsync(
            model => SpellingModel.Build(model, SpellingColumns.All, cases, item => item.Target), CancellationToken.None);
        Assert.Null(found.Refusal);
        var lines = RevisionWalk.Lines(found.Diff).ToList();
        var entries = cases.Index()
            .SelectMany(entry => lines.Where(line => line.Contains(SpellingModel.NameOf(entry.Index), StringComparison.Ordinal)).Select(
                line => (entry.Item, line)))
            .ToList();
        Assert.Empty(lines.Except(entries.Select(entry => entry.line), StringComparer.Ordinal));
        return entries;
    }
}
