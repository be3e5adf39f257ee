using Autogen.Design;
using Autogen.Design.Adopting;
using Autogen.Design.Ownership;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Scenarios.Adopted;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Running;

/// <content>Databases that something else made, taken over by a base revision.</content>
internal sealed partial class ScenarioRunner
{
    private const string Base = "base_of_all";

    /// <summary>
    /// Makes the database by the case's statements and takes it over: an empty database becomes the same by the base
    /// revision, and is compared with the model with the same outcome as the one that was taken over, which is the outcome
    /// that there was without any revision.
    /// </summary>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task TakeOverAsync(AdoptedCase adopted, CancellationToken cancellationToken)
    {
        await walk.ExecuteAsync(adopted.Model, adopted.Sql, cancellationToken);
        var rows = await KeptAsync(adopted, cancellationToken);
        await using var context = new ScenarioContext(options, adopted.Model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var scope = RevisionWalk.OwnScope;
        var all = await walk.Dialect.ReadAsync(connection, cancellationToken);
        var plan = await new Adoption(context, walk.Dialect, scope, ComparisonOptions.Default).PlanAsync(
            connection, all, allTables: false, withRows: true, cancellationToken);
        Same("the tables that are left alone", adopted.Unmanaged, plan.IgnoredTables.Select(name => name.ToString()));

        var text = RevisionRenderer.Render(new RevisionFile
        {
            Id = Base,
            Revises = [],
            Message = "take over",
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Scenarios.Revisions",
            Upgrade = plan.Upgrade,
            Downgrade = plan.Downgrade,
            IsAdopted = true,
        });
        var revisions = RevisionSet.From(RevisionCompiler.Compile([text], DiagnosticSeverity.Warning));
        var here = await CompareAsync(context, scope, revisions, cancellationToken);
        Same("significant differences after it was taken over", adopted.Significant, RevisionWalk.Lines(here.Diff));
        Same("cosmetic differences after it was taken over", adopted.Cosmetic, CosmeticOf(here.Diff));

        var definitions = await walk.Dialect.ReadDefinitionsAsync(connection, cancellationToken);
        await using (await ScratchDatabase.CreateAsync(context, walk.Dialect, cancellationToken))
            await RequireCopyAsync(adopted, context, scope, plan, definitions, revisions, text, cancellationToken);

        await new Upgrader(context, revisions, new UpgradeOptions(), SilentProgress.Instance).AdoptAsync(Base, [], cancellationToken);
        walk.RequireSame(
            "where the database is",
            Base,
            string.Join(
                ',',
                await new Upgrader(context, revisions, new UpgradeOptions(), SilentProgress.Instance).GetCurrentAsync(cancellationToken)));
        walk.RequireSame("what is kept", rows, await KeptAsync(adopted, cancellationToken));
    }

    private async Task RequireCopyAsync(
        AdoptedCase adopted,
        DbContext context,
        Scope scope,
        AdoptionPlan plan,
        IReadOnlyList<TableDefinition> definitions,
        RevisionSet revisions,
        string text,
        CancellationToken cancellationToken)
    {
        if (walk.Dialect.Capabilities.Schemas && RequiredTables.Sql(plan.Required, walk.Dialect) is { Length: > 0 } prepare)
            await context.Database.ExecuteSqlRawAsync(prepare, cancellationToken);
        var roundTrip = new RoundTrip(context, revisions, scope, new UpgradeOptions(), ComparisonOptions.Default);
        var findings = await roundTrip.ProveAsync(revisions.Graph.Find(Base)!, cancellationToken, plan.Kept);
        walk.RequireSame(
            "what is wrong with the base revision\n" + text, "", string.Join('\n', findings.Select(finding => finding.ToString())));
        var lines = await roundTrip.CompareWithOriginalAsync(
            plan.Adopted, [.. plan.Required.Select(table => table.Name)], cancellationToken);
        bool IsAdopted(TableDefinition item) => plan.Adopted.FindTable(item.Table) is not null;
        var copied = await walk.Dialect.ReadDefinitionsAsync(context.Database.GetDbConnection(), cancellationToken);
        var unlike = TableDefinition.Differences([.. definitions.Where(IsAdopted)], [.. copied.Where(IsAdopted)]);
        Same(
            "what the base revision can't say",
            adopted.NotExpressed,
            lines.Where(line => line.Facet?.Significance != Significance.Cosmetic).Select(line => line.Text).Concat(unlike));
        walk.RequireSame(
            "why rows can't be written",
            "",
            string.Join('\n', await walk.Dialect.TryRowsAsync(context.Database.GetDbConnection(), plan.Adopted.Tables, cancellationToken)));
        var copy = await CompareAsync(context, scope, revisions, cancellationToken);
        Same("significant differences of the copy", Copied(adopted.Significant), Copied(RevisionWalk.Lines(copy.Diff)));
        Same("cosmetic differences of the copy", Copied(adopted.Cosmetic), Copied(CosmeticOf(copy.Diff)));
    }

    // Constraints may be without a name on SQLite; in the copy they have the ones that operations give them.
    private IEnumerable<string> Copied(IEnumerable<string> differences)
        => walk.Dialect.Capabilities.Schemas
            ? differences
            : differences.Where(line => !line.StartsWith("named ", StringComparison.Ordinal)
                && !line.Contains(" constraint name", StringComparison.Ordinal));

    private async Task<AutogenerateResult> CompareAsync(
        DbContext context, Scope scope, RevisionSet revisions, CancellationToken cancellationToken)
    {
        var operations = revisions.OperationsOf(Base, StepDirection.Upgrade, context.Database.ProviderName!);
        return await new Autogenerate(context, walk.Dialect, scope, ComparisonOptions.Default).RunAsync(
            context.Database.GetDbConnection(), operations, cancellationToken);
    }
}
