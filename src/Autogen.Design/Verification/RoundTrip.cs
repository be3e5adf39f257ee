using Autogen.Design.Environments;
using Autogen.Design.Ownership;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Verification;

/// <summary>
/// Proves revisions on a scratch database: applied, undone, applied again; what the downgrade gives back is compared with what existed,
/// and at the head what exists with the model.
/// </summary>
/// <param name="context">The context, connected to the scratch database.</param>
/// <param name="revisions">The revisions.</param>
/// <param name="scope">Which part of the database counts.</param>
/// <param name="options">The version table's name, and the log's.</param>
/// <param name="comparison">How the model is compared at the head.</param>
/// <param name="environment">What the project has to say of that; <see langword="null"/> for nothing.</param>
/// <param name="warn">Takes a warning, each once; <see langword="null"/> where nobody wants them.</param>
internal sealed class RoundTrip(
    DbContext context,
    RevisionSet revisions,
    Scope scope,
    UpgradeOptions options,
    ComparisonOptions comparison,
    ProjectEnvironment? environment = null,
    Action<string>? warn = null)
{
    private readonly Dialect dialect = AllDialects.ForProvider(context.Database.ProviderName);
    private readonly Upgrader upgrader = new(context, revisions, options, new ProofProgress(warn));

    /// <summary>Applies a revision and, first, those of its ancestors that are not applied; proves nothing.</summary>
    public Task ApplyAsync(RevisionNode node, CancellationToken cancellationToken) => upgrader.UpgradeAsync(node.Id, cancellationToken);

    /// <summary>Proves a revision whose ancestors are applied; afterwards it is applied.</summary>
    /// <param name="node">The revision.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="kept">What the downgrade leaves on purpose; <see langword="null"/> for nothing.</param>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public async Task<IReadOnlyList<Finding>> ProveAsync(
        RevisionNode node, CancellationToken cancellationToken, DatabaseSchema? kept = null)
    {
        var rows = await upgrader.GetCurrentAsync(cancellationToken);
        var before = await ReadAsync(cancellationToken);
        if (await FailureAsync(() => upgrader.UpgradeAsync(node.Id, cancellationToken)) is { } upgradeFailure)
            return [new Finding(FindingKind.UpgradeFails, upgradeFailure)];
        var after = await ReadAsync(cancellationToken);

        // A target would take other branches down, too.
        if (await FailureAsync(
            () => upgrader.RunAsync(new RevisionStep(node, StepDirection.Downgrade, rows, []), cancellationToken)) is { } downgradeFailure)
            return [new Finding(FindingKind.DowngradeFails, downgradeFailure)];
        var findings = Differences(
            kept is null ? before : before.Union(kept), await ReadAsync(cancellationToken), FindingKind.DowngradeLeaves)
            .ToList();

        if (await FailureAsync(() => upgrader.UpgradeAsync(node.Id, cancellationToken)) is { } secondFailure)
            return [.. findings, new Finding(FindingKind.UpgradeAgainFails, secondFailure)];
        findings.AddRange(Differences(after, await ReadAsync(cancellationToken), FindingKind.UpgradeAgainDiffers));
        return findings;
    }

    /// <summary>Compares what exists with the model, all revisions being applied.</summary>
    public async Task<IReadOnlyList<Finding>> CompareWithModelAsync(CancellationToken cancellationToken)
    {
        var provider = context.Database.ProviderName!; // a relational context has one
        var applied = revisions.Graph.ParentsFirst.SelectMany(node => revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));

        // What was renamed has its new name by now.
        var found = await new Autogenerate(context, dialect, scope, comparison with { Renames = RenameHints.None }, environment).RunAsync(
            context.Database.GetDbConnection(), applied, cancellationToken);
        return [.. Findings(found.Diff, FindingKind.ModelDiffers)];
    }

    /// <summary>
    /// Compares what exists with another live database, of which this is to be a copy: whatever differs is
    /// told, also what does not matter.
    /// </summary>
    /// <param name="original">The other database, as far as it is copied.</param>
    /// <param name="beside">Existing tables that are not part of the copy.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the copy would need to be the original, a line each, the cosmetic ones among them.</returns>
    public async Task<IReadOnlyList<ChangeLine>> CompareWithOriginalAsync(
        DatabaseSchema original, IReadOnlyCollection<ObjectName> beside, CancellationToken cancellationToken)
    {
        var copy = await ReadAsync(cancellationToken);
        copy = copy with
        {
            Tables = copy.Tables.Where(table => !beside.Contains(table.Name)).ToEquatableList(),
            Schemas = copy.Schemas.Where(name => original.Schemas.Contains(name, StringComparer.Ordinal)).ToEquatableList()
        };
        var withoutRows = original with { Tables = original.Tables.Select(table => table with { SeedRows = [] }).ToEquatableList() };

        // The server may write what it has read once more otherwise than it had written it before.
        var (current, target, _) = await dialect.NormaliseAsync(context.Database.GetDbConnection(), copy, withoutRows, cancellationToken);
        var alone = comparison with { Renames = RenameHints.None, Ask = null };
        return [.. SchemaComparer.Compare(current, target, dialect, alone).Changes.SelectMany(ChangeText.Lines)];
    }

    /// <summary>What a downgrade was to give back and did not.</summary>
    /// <param name="before">The schema before the upgrade, of <see cref="ReadAsync"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Finding>> CompareWithEarlierAsync(DatabaseSchema before, CancellationToken cancellationToken)
        => [.. Differences(before, await ReadAsync(cancellationToken), FindingKind.DowngradeLeaves)];

    /// <summary>Reads the part of the database that counts.</summary>
    public async Task<DatabaseSchema> ReadAsync(CancellationToken cancellationToken)
        => scope.Narrow(await dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken));

    // Both are live schemas. What an upgrade may leave in the model's eyes, a downgrade may leave here: the rules of what is
    // cosmetic are asked in that direction.
    private IEnumerable<Finding> Differences(DatabaseSchema before, DatabaseSchema after, FindingKind kind)
        => Findings(
            SchemaComparer.Compare(
                Beside(before, after),
                Beside(after, before),
                dialect,
                comparison with { Renames = RenameHints.None, TargetIsModel = false }),
            kind);

    // The schema that names without one mean may be made by a first revision, and stays with the version table in it.
    private static DatabaseSchema Beside(DatabaseSchema schema, DatabaseSchema other)
        => schema with
        {
            Schemas = schema.Schemas
                .Where(name => name != schema.DefaultSchema.Value && name != other.DefaultSchema.Value)
                .ToEquatableList()
        };

    private static IEnumerable<Finding> Findings(SchemaDiff diff, FindingKind kind)
        => diff.Changes.Where(change => change.Significance == Significance.Significant)
            .SelectMany(ChangeText.Lines)
            .Where(line => line.Facet?.Significance != Significance.Cosmetic)
            .Select(line => new Finding(kind, line.Text));

    private async Task<string?> FailureAsync(Func<Task> run)
    {
        try
        {
            await run();
            return null;
        }
#pragma warning disable CA1031 // Revisions are the user's code: whatever it throws is what is wrong with it.
        catch (Exception exception) when (exception is not (OperationCanceledException
            or AutogenException { Code: ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable }))
#pragma warning restore CA1031
        {
            return Redaction.Of(exception.Message, context.Database.GetConnectionString());
        }
    }
}
