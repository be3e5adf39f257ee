using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Check constraints.</summary>
internal sealed class CheckConstraintPlanner(PlanScope scope) : KindPlanner<CheckConstraint>(scope, ObjectKind.CheckConstraint)
{
    /// <summary>The operation that adds a check.</summary>
    public static AddCheckConstraintOperation Operation(ObjectName table, CheckConstraint check)
        => new() { Schema = table.Schema, Table = table.Name, Name = NameOf(table, check), Sql = check.Expression.Text };

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<CheckConstraint> change)
    {
        var (table, check) = (TableOf(change), change.Item);
        List<Risk> risks = Scope.IsNew(table) || !Constraints.ChecksRows(check)
            ? []
            :
            [
                new Risk(RiskKind.MayFail, $"fails if rows of '{table}' violate '{NameOf(table, check)}'"),
                .. Scope.Locks(table, $"locks table '{table}' while all its rows are checked"),
            ];
        var operation = Operation(table, check);
        if (!InlineConstraints.IsInline(Scope, check))
            operation.Checked(check);
        return [Step(Phase.AddCheck, table, NameOf(table, check), PlanScope.Planned(operation, risks)) with
        {
            After = SeedRowPlanner.ChangesOf(table)
        }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<CheckConstraint> change)
    {
        var name = Scope.NameAtDrop(TableOf(change));
        var operation = new DropCheckConstraintOperation { Schema = name.Schema, Table = name.Name, Name = NameOf(name, change.Item) };
        if (change.Item.Name is null)
            operation.AddAnnotation(Constraints.ExpressionAnnotation, change.Item.Expression.Text);
        return [Step(Phase.DropConstraint, TableOf(change), operation.Name, new PlannedOperation(operation, []))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<CheckConstraint> change)
    {
        var table = TableOf(change);
        if (Constraints.IsRename(Scope, change.Facets))
            return Constraints.RenameSteps(Scope, Kind, table, change.Current.Name, change.Target.Name);
        if (Constraints.IsValidation(Scope, change.Facets) && change.Target.IsValidated)
        {
            var risk = new Risk(RiskKind.MayFail, $"fails if rows of '{table}' violate '{change.Target.Name}'");
            return [Step(
                Phase.AddCheck, table, NameOf(table, change.Target), Constraints.Validate(table, change.Target.Name, risk))];
        }

        return [.. Remove(new(Kind, table, change.Current)), .. Add(new(Kind, table, change.Target))];
    }

    // Two checks without a name are distinguished by their texts.
    private static string NameOf(ObjectName table, CheckConstraint check) => check.Name ?? $"CK_{table.Name}_{check.Expression.Text}";
}
