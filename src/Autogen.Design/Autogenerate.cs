using System.Data.Common;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Models.Moving;
using Autogen.Design.Models.RowValues;
using Autogen.Design.Models.Values;
using Autogen.Design.Ownership;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Providers;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design;

/// <summary>The main job: reads the model and the database, compares them, and plans the way there and back.</summary>
/// <param name="context">The context whose model is wanted.</param>
/// <param name="dialect">The context's database.</param>
/// <param name="scope">Which part of the database counts.</param>
/// <param name="options">How differences are judged.</param>
/// <param name="environment">What the project has to say; it has begun; <see langword="null"/> for nothing.</param>
internal sealed class Autogenerate(
    DbContext context, Dialect dialect, Scope scope, ComparisonOptions options, ProjectEnvironment? environment = null)
{
    /// <summary>The texts of <c>--backfill</c>: values for existing rows.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];

    /// <summary>Does it; the database is only read.</summary>
    /// <param name="connection">The context's open connection.</param>
    /// <param name="applied">The operations that brought the database where it is, in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AutogenerateResult> RunAsync(
        DbConnection connection, IEnumerable<MigrationOperation> applied, CancellationToken cancellationToken)
    {
        DatabaseSchema all;
        using (Stage.Begin("catalogue"))
            all = await dialect.ReadAsync(connection, cancellationToken);
        return await RunAsync(connection, all, applied, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(DbConnection, IEnumerable{MigrationOperation}, CancellationToken)"/>
    /// <param name="connection">The context's open connection.</param>
    /// <param name="all">The database as it was read by <paramref name="connection"/>; nothing has changed it since.</param>
    /// <param name="applied">The operations that brought the database where it is, in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AutogenerateResult> RunAsync(
        DbConnection connection, DatabaseSchema all, IEnumerable<MigrationOperation> applied, CancellationToken cancellationToken)
    {
        using var stage = Stage.Begin("model");
        var (live, model) = (scope.Narrow(all), scope.Narrow(ModelReader.Read(context, dialect, all.DefaultSchema.Value, all)));
        if (environment is not null)
            (live, model) = new Inclusion(environment.Include, dialect).Apply(live, model);
        model = Scope.WithoutEmptySchemas(model);

        stage.Next("operations of the revisions");
        var created = new CreatedObjects(live.DefaultSchema.Value, dialect);
        created.Replay(applied);
        stage.Next("comparison and plan");
        var judged = options with
        {
            Renames = options.Renames.And(ModelRenames.Read(context, dialect, live, model)),
            IsMadeByRevision = created.Has,
            Ask = environment is null ? null : environment.Compare,
        };
        var (managed, unmanaged) = scope.LeaveAlone(live, model, created, judged.Renames, dialect, all);

        var resolved = ResolvedRenames.Resolve(judged.Renames, managed, model, dialect);
        var renamed = new RenamedParts(resolved.Has, resolved.Has, resolved.IsRenamed, resolved.IsRenamed);
        stage.Next("rows and expressions of the database");
        var seeded = await SeedDataReader.ReadLiveAsync(
            context, dialect, connection, managed, model, renamed, created.Rows.Of, cancellationToken);
        seeded = await LiveForms.ReadAsync(context, dialect, connection, seeded, model, renamed, cancellationToken);
        (seeded, model) = await LayoutReader.ReadAsync(context, dialect, connection, seeded, model, renamed, cancellationToken);
        var (current, target, refusal) = await dialect.NormaliseAsync(connection, seeded, model, cancellationToken);

        var mapped = MappedObjects.Of(context, dialect, scope, all, environment is null ? null : environment.Include);
        var missing = await dialect.FindMissingAsync(connection, [.. mapped.Select(item => item.Object)], cancellationToken);
        stage.Next("comparison and plan");
        var planner = new Planner(dialect, new ClrTypes(context), AllProviders.Of(dialect).ServerVersion(context))
        {
            DropsFillers = options.Strict || options.Significant.Contains(CosmeticDifferences.LeftOverDefault)
        };
        var given = new GivenValues(Backfills, current, target, dialect);
        (current, target) = (given.Apply(current, isModel: false), given.Apply(target, isModel: true));
        var upgrade = SchemaComparer.Compare(current, target, dialect, judged);
        var downgrade = SchemaComparer.Compare(target, current, dialect, judged.Swapped());
        given.RequireUsed(upgrade, downgrade);
        var rows = new MissingRows(connection, all, dialect);
        var found = new AutogenerateResult(
            upgrade,
            await rows.OfUpgradeAsync(planner.Plan(upgrade), cancellationToken),
            await rows.OfDowngradeAsync(planner.Plan(downgrade), cancellationToken),
            unmanaged,
            refusal)
        {
            Missing = [.. mapped.Where(item => missing.Contains(item.Object))],
        };
        return environment is null ? found : Reviewing.Apply(found, environment);
    }
}

/// <summary>What autogenerate found.</summary>
/// <param name="Diff">From the database to the model.</param>
/// <param name="Upgrade">The operations of the upgrade.</param>
/// <param name="Downgrade">The operations of the downgrade.</param>
/// <param name="Unmanaged">Tables that neither the model nor a revision knows.</param>
/// <param name="Refusal">Why the database could not be asked to render expressions, or <see langword="null"/>.</param>
internal sealed record AutogenerateResult(
    SchemaDiff Diff,
    IReadOnlyList<PlannedOperation> Upgrade,
    IReadOnlyList<PlannedOperation> Downgrade,
    IReadOnlyList<ObjectName> Unmanaged,
    string? Refusal)
{
    /// <summary>
    /// Operations of the upgrade without a difference: the project's review put them there, or took away the
    /// differences that they belong to.
    /// </summary>
    public IReadOnlyList<MigrationOperation> Unexplained { get; init; } = [];

    /// <summary>The columns that existing rows need a value in which nobody has given yet: the upgrade fails on those rows.</summary>
    public IEnumerable<MissingValue> MissingValues
        => Upgrade.SelectMany(planned => planned.Risks).Select(risk => risk.Missing).OfType<MissingValue>().Distinct();

    /// <summary>
    /// The dangers of the upgrade, each once; and of the downgrade those that a person can only avert now, while the rows have their
    /// values.
    /// </summary>
    public IEnumerable<Risk> Risks => RisksOfOperations.Select(item => item.Risk).Distinct();

    /// <summary>The same with the operation that each belongs to; what several operations have in common more than once.</summary>
    public IEnumerable<(Risk Risk, MigrationOperation Operation)> RisksOfOperations
        => Upgrade.SelectMany(planned => planned.Risks.Select(risk => (risk, planned.Operation)))
            .Concat(Downgrade.SelectMany(planned => planned.Risks
                .Where(risk => risk.Missing is { EqualValue: null })
                .Select(risk => (risk with { Message = $"the downgrade {risk.Message}" }, planned.Operation))));

    /// <summary>Objects that the model uses, no operation creates and the database does not have, with who maps them.</summary>
    public IReadOnlyList<(MappedObject Object, string Source)> Missing { get; init; } = [];
}
