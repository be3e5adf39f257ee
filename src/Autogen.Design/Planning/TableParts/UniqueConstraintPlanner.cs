using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Unique constraints.</summary>
internal sealed class UniqueConstraintPlanner(PlanScope scope) : KindPlanner<UniqueConstraint>(scope, ObjectKind.UniqueConstraint)
{
    /// <summary>The operation that adds a constraint.</summary>
    public static AddUniqueConstraintOperation Operation(ObjectName table, UniqueConstraint constraint)
        => new() { Schema = table.Schema, Table = table.Name, Name = NameOf(table, constraint), Columns = [.. constraint.Columns] };

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<UniqueConstraint> change)
    {
        var (table, constraint) = (TableOf(change), change.Item);
        List<Risk> risks = Scope.IsNew(table)
            ? []
            :
            [
                new Risk(RiskKind.MayFail, $"fails if rows of '{table}' have equal values in ({constraint.Columns})"),
                .. Scope.Locks(table, $"locks table '{table}' while the index of '{constraint.Name}' is built"),
            ];
        var add = Operation(table, constraint);
        if (!InlineConstraints.IsInline(Scope, constraint))
            add.Checked(constraint);

        var operation = PlanScope.Planned(add, risks);

        // In one step with its table: a table that comes next may refer to it.
        return [Scope.IsNew(table)
            ? new Step(Vertex.OfTable(Phase.CreateTable, table), [operation])
            : Step(Phase.AddKey, table, NameOf(table, constraint), operation) with { After = SeedRowPlanner.ChangesOf(table) }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<UniqueConstraint> change)
    {
        var name = Scope.NameAtDrop(TableOf(change));
        var operation = new DropUniqueConstraintOperation { Schema = name.Schema, Table = name.Name, Name = NameOf(name, change.Item) };
        if (change.Item.Name is null)
            operation.AddAnnotation(Constraints.ColumnsAnnotation, Scope.KeyColumnsAtDrop(TableOf(change), change.Item.Columns));
        var planned = new PlannedOperation(operation, [.. LostUniqueness.Of(Scope, TableOf(change), change.Item)]);
        return [Step(Phase.DropConstraint, TableOf(change), operation.Name, planned) with
        {
            After = [.. ReferredKeys.DroppingReferring(Scope, TableOf(change), change.Item.Columns)]
        }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<UniqueConstraint> change)
    {
        var table = TableOf(change);
        if (Constraints.IsRename(Scope, change.Facets))
            return Constraints.RenameSteps(Scope, Kind, table, change.Current.Name, change.Target.Name);
        return [.. Remove(new(Kind, table, change.Current)), .. Add(new(Kind, table, change.Target))];
    }

    /// <summary>The step that adds a constraint to an existing table.</summary>
    public static Vertex Adding(ObjectName table, UniqueConstraint constraint)
        => new(Phase.AddKey, ObjectKind.UniqueConstraint, table, NameOf(table, constraint));

    private static string NameOf(ObjectName table, UniqueConstraint constraint)
        => constraint.Name ?? $"AK_{table.Name}_{string.Join('_', constraint.Columns)}";
}
