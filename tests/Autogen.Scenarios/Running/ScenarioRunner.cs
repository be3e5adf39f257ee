using System.Globalization;
using Autogen.Design;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Design.Rendering;
using Autogen.Graph;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Scenarios.Running;

/// <summary>
/// Proves a scenario on a real database, by the same way that the tool goes: autogenerate, render, compile, apply. After each step the next difference must be
/// empty; the downgrade must give back what was there; the upgrade must then work again.
/// </summary>
/// <param name="options">The provider and an empty database.</param>
internal sealed partial class ScenarioRunner(DbContextOptions options)
{
    private readonly List<string> files = [];
    private RevisionSet revisions = RevisionSet.From(typeof(ScenarioRunner).Assembly);

    /// <summary>Runs it.</summary>
    /// <returns>The second revision's file.</returns>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task<string> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        await AdvanceAsync(scenario.There, "first", cancellationToken);
        if (scenario.Populate.Length > 0)
            await ExecuteAsync(scenario.There, scenario.Populate, cancellationToken);
        var rowsBefore = scenario.Kept is null ? null : await RowsAsync(scenario.There, scenario.Kept, cancellationToken);
        var before = await ReadAsync(scenario.There, cancellationToken);

        var diff = await AdvanceAsync(scenario.Wanted, "second", cancellationToken);
        if ((scenario.DetectedOn?.Invoke(Database) ?? scenario.Detected) is { } expected)
            Same("what is detected", expected, Lines(diff));
        if (scenario.Afterwards is { } afterwards)
            Same(afterwards.Query, afterwards.Expected, await RowsAsync(scenario.Wanted, afterwards.Query, cancellationToken));

        await using (var context = new ScenarioContext(options, scenario.There))
            await Upgrader(context).DowngradeAsync("-1", cancellationToken);
        var left = (await CompareAsync(scenario.There, cancellationToken)).Diff;
        if (!left.IsEmpty)
            throw new ScenarioFailedException($"The downgrade leaves:\n{string.Join('\n', Lines(left))}\n\n{files[^1]}");
        Same("the schema after the downgrade", Print(before), Print(await ReadAsync(scenario.There, cancellationToken)));
        if (scenario.Kept is not null)
            Same("the rows after the downgrade", rowsBefore!, await RowsAsync(scenario.There, scenario.Kept, cancellationToken));

        await using (var context = new ScenarioContext(options, scenario.Wanted))
            await Upgrader(context).UpgradeAsync("head", cancellationToken);
        await RequireNothingLeftAsync(scenario.Wanted, cancellationToken);
        return files[^1];
    }

    /// <summary>Makes the database by EF Core's own <c>CreateTables</c> (what <c>EnsureCreated</c> does in a database that is there); no difference may be seen.</summary>
    public async Task RequireNothingAfterCreateTablesAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        await using (var context = new ScenarioContext(options, scenario.Wanted))
            await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancellationToken);
        var left = (await CompareAsync(scenario.Wanted, cancellationToken)).Diff;
        if (!left.IsEmpty)
            throw new ScenarioFailedException($"After CreateTables there is still:\n{string.Join('\n', Lines(left))}");
    }

    private async Task<SchemaDiff> AdvanceAsync(Action<ModelBuilder> model, string id, CancellationToken cancellationToken)
    {
        var found = await CompareAsync(model, cancellationToken);
        var head = revisions.Graph.Heads;
        files.Add(RevisionRenderer.Render(new RevisionFile
        {
            Id = id,
            Revises = head,
            Message = id,
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Scenarios.Revisions",
            Upgrade = found.Upgrade,
            Downgrade = found.Downgrade,
        }));
        revisions = RevisionSet.From(RevisionCompiler.Compile(files));
        await using (var context = new ScenarioContext(options, model))
        {
            try
            {
                await Upgrader(context).UpgradeAsync("head", cancellationToken);
            }
            catch (Exception exception)
            {
                throw new ScenarioFailedException($"The revision does not run: {exception.Message}\n\n{files[^1]}", exception);
            }
        }

        await RequireNothingLeftAsync(model, cancellationToken);
        return found.Diff;
    }

    private async Task RequireNothingLeftAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        var left = (await CompareAsync(model, cancellationToken)).Diff;
        if (!left.IsEmpty)
            throw new ScenarioFailedException($"After the upgrade there is still:\n{string.Join('\n', Lines(left))}\n\n{files.LastOrDefault()}");
    }

    private async Task<AutogenerateResult> CompareAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var provider = context.Database.ProviderName!;
        var current = await Upgrader(context).GetCurrentAsync(cancellationToken);
        var applied = revisions.Graph.AncestorsAndSelf(current).SelectMany(node => revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));
        var autogenerate = new Autogenerate(context, AllDialects.ForProvider(provider), OwnScope, new ComparisonOptions());
        return await autogenerate.RunAsync(context.Database.GetDbConnection(), applied, cancellationToken);
    }

    private static Scope OwnScope { get; } = new(new ScopeSettings(), [new ObjectName("autogen_version"), new ObjectName("autogen_log")]);

    private Upgrader Upgrader(ScenarioContext context) => new(context, revisions, new UpgradeOptions(), NoProgress.Instance);

    private async Task<DatabaseSchema> ReadAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var dialect = AllDialects.ForProvider(context.Database.ProviderName);
        return OwnScope.Narrow(await dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken));
    }

    private async Task ExecuteAsync(Action<ModelBuilder> model, string sql, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<string> RowsAsync(Action<ModelBuilder> model, string sql, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(ordinal => Convert.ToString(reader.GetValue(ordinal), CultureInfo.InvariantCulture))));
        return string.Join('\n', rows);
    }

    private static IEnumerable<string> Lines(SchemaDiff diff)
        => diff.Changes.Where(change => change.Significance == Significance.Significant).SelectMany(ChangeText.Lines)
            .Where(line => line.Facet?.Significance != Significance.Cosmetic).Select(line => line.Text);

    // A table's columns are in another order after one of them was dropped and added again; that is no difference. Nor is, on SQLite, the default by which a required column
    // was added again: it can't be taken away without another rebuild, and is cosmetic.
    private string Print(DatabaseSchema schema)
    {
        Column WithoutBackfill(Column column) => !Dialect.Capabilities.AltersInPlace && Dialect.IsBackfillDefault(column) ? column with { Default = null } : column;
        var sorted = schema with
        {
            Tables = schema.Tables
                .Select(table => table with { Columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(WithoutBackfill).ToEquatableList() })
                .ToEquatableList(),
        };
        return SchemaPrinter.Print(sorted);
    }

    private ScenarioDatabases Database => Dialect.Capabilities.Schemas ? ScenarioDatabases.PostgreSql : ScenarioDatabases.Sqlite;

    private Dialect Dialect => AllDialects.ForProvider(options.Extensions.Any(extension => extension.GetType().Name.StartsWith("Npgsql", StringComparison.Ordinal))
        ? "Npgsql.EntityFrameworkCore.PostgreSQL"
        : "Microsoft.EntityFrameworkCore.Sqlite");

    private static void Same(string what, string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            throw new ScenarioFailedException($"Not the same: {what}.\nExpected:\n{expected}\nActual:\n{actual}");
    }

    private sealed class NoProgress : IUpgradeProgress
    {
        public static NoProgress Instance { get; } = new();

        public void StepStarted(RevisionStep step)
        {
        }

        public void StatementStarting(int done, int total)
        {
        }

        public void StepFinished(RevisionStep step, TimeSpan duration)
        {
        }

        public void Waiting(string holder)
        {
        }
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
