using System.Data.Common;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Design.Planning;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design;

/// <summary>The main job: reads the model and the database, compares them, and plans the way there and back.</summary>
/// <param name="context">The context whose model is wanted.</param>
/// <param name="dialect">The context's database.</param>
/// <param name="scope">Which part of the database counts.</param>
/// <param name="options">How differences are judged.</param>
internal sealed class Autogenerate(DbContext context, Dialect dialect, Scope scope, ComparisonOptions options)
{
    /// <summary>Does it; the database is only read.</summary>
    /// <param name="connection">The context's open connection.</param>
    /// <param name="applied">The operations that brought the database where it is, in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AutogenerateResult> RunAsync(
        DbConnection connection, IEnumerable<Microsoft.EntityFrameworkCore.Migrations.Operations.MigrationOperation> applied, CancellationToken cancellationToken)
    {
        var live = scope.Narrow(await dialect.ReadAsync(connection, cancellationToken));
        var model = scope.Narrow(ModelReader.Read(context, dialect, live.DefaultSchema.Value));

        var created = new CreatedObjects(live.DefaultSchema.Value);
        created.Replay(applied);
        var judged = options with { Renames = options.Renames.And(ModelRenames.Read(context, dialect, live, model)), IsMadeByRevision = created.Has };
        var (managed, unmanaged) = scope.LeaveAlone(live, model, created, judged.Renames, dialect);

        var seeded = await SeedDataReader.ReadLiveAsync(context, dialect, connection, managed, model, created.Rows.Of, cancellationToken);
        var (there, wanted, refusal) = await dialect.NormaliseAsync(connection, seeded, model, cancellationToken);

        var planner = new Planner(dialect, new ClrTypes(context));
        var upgrade = SchemaComparer.Compare(there, wanted, dialect, judged);
        var downgrade = SchemaComparer.Compare(wanted, there, dialect, judged.Swapped());
        return new AutogenerateResult(upgrade, planner.Plan(upgrade), planner.Plan(downgrade), unmanaged, refusal);
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
    string? Refusal);
