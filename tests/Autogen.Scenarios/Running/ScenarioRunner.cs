using Autogen.Schema.Comparison;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Running;

/// <summary>
/// Proves a scenario on a real database, by the same way that the tool goes: autogenerate, render, compile, apply. After each step the next
/// difference must be empty; the downgrade must give back what existed; the upgrade must then work again.
/// </summary>
/// <param name="options">The provider and an empty database.</param>
/// <param name="isStrict">Whether cosmetic differences are acted on, too.</param>
internal sealed partial class ScenarioRunner(DbContextOptions options, bool isStrict = false)
{
    private readonly RevisionWalk walk = new(options)
    {
        Comparison = ComparisonOptions.Default with { Strict = isStrict },
        IsAlone = true,
    };

    /// <summary>Runs it.</summary>
    /// <returns>The second revision's file.</returns>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task<string> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        if (scenario.Prepare.Length > 0)
            await walk.ExecuteAsync(scenario.Current, scenario.Prepare, cancellationToken);
        await walk.AddAsync(scenario.Current, "first", cancellationToken);
        await UpgradeAsync(scenario.Current, cancellationToken);
        if (scenario.Populate.Length > 0)
            await walk.ExecuteAsync(scenario.Current, scenario.Populate, cancellationToken);
        var rowsBefore = scenario.Kept is null ? null : await walk.RowsAsync(scenario.Current, scenario.Kept, cancellationToken);
        var before = await walk.ReadAsync(scenario.Current, cancellationToken);

        var diff = await walk.AddAsync(scenario.Target, "second", cancellationToken, scenario.Renames, scenario.Backfills);
        await UpgradeAsync(scenario.Target, cancellationToken);
        if (scenario.Unreadable.Length == 0)
            await new ReadableRows(options).RequireAsync(scenario.Target, "the upgrade", cancellationToken);
        if (!isStrict && (scenario.DetectedOn?.Invoke(Database) ?? scenario.Detected) is { } expected)
            Same("what is detected", expected, RevisionWalk.Lines(diff));
        if (scenario.AfterwardsDo.Length > 0)
            await walk.ExecuteAsync(scenario.Target, scenario.AfterwardsDo, cancellationToken);
        if (scenario.Afterwards is { } afterwards)
            walk.RequireSame(
                afterwards.Query, afterwards.Expected, await walk.RowsAsync(scenario.Target, afterwards.Query, cancellationToken));

        await walk.DowngradeAsync(scenario.Current, cancellationToken);
        await walk.RequireNothingLeftAsync(scenario.Current, "the downgrade", cancellationToken);
        await walk.RequireSameSchemaAsync(
            scenario.Current, before, await walk.ReadAsync(scenario.Current, cancellationToken), cancellationToken);
        if (scenario.Kept is not null)
            walk.RequireSame(
                "the rows after the downgrade", rowsBefore!, await walk.RowsAsync(scenario.Current, scenario.Kept, cancellationToken));

        await UpgradeAgainAsync(scenario, cancellationToken);
        return walk.LastFile;
    }

    /// <summary>Makes the database by EF Core's own <c>CreateTables</c>; no difference may be seen.</summary>
    public async Task RequireNothingAfterCreateTablesAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        if (scenario.Prepare.Length > 0)
            await walk.ExecuteAsync(scenario.Current, scenario.Prepare, cancellationToken);
        await walk.CreateTablesAsync(scenario.Target, cancellationToken);
        await walk.RequireNothingLeftAsync(scenario.Target, "CreateTables", cancellationToken);
    }

    private ScenarioDatabases Database => walk.Dialect.Capabilities.Schemas ? ScenarioDatabases.PostgreSql : ScenarioDatabases.Sqlite;

    // The second time by a script: it must leave what the command leaves. What others prepared is not known to who has the revisions only.
    private async Task UpgradeAgainAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        if (scenario.Prepare.Length > 0 && !walk.Dialect.Capabilities.AltersInPlace)
            await walk.UpgradeAsync(scenario.Target, cancellationToken);
        else
            await walk.UpgradeByScriptAsync(scenario.Current, scenario.Target, "first", cancellationToken);
        await walk.RequireNothingLeftAsync(scenario.Target, "the second upgrade", cancellationToken);
        if (scenario.Afterwards is { } afterwards
            && scenario.AfterwardsDo.Length == 0
            && !afterwards.Query.Contains("nextval", StringComparison.Ordinal))
            walk.RequireSame(
                afterwards.Query, afterwards.Expected, await walk.RowsAsync(scenario.Target, afterwards.Query, cancellationToken));
    }

    private async Task UpgradeAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        await walk.UpgradeAsync(model, cancellationToken);
        await walk.RequireNothingLeftAsync(model, "the upgrade", cancellationToken);
    }
}

/// <summary>A scenario's proof failed; the message is for the developer who broke it.</summary>
public sealed class ScenarioFailedException : Exception
{
    /// <summary>What failed.</summary>
    public ScenarioFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
