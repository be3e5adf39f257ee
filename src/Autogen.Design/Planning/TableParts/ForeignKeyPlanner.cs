using System.Diagnostics;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Foreign keys: dropped before all else, added after all else but those in a new table that refer to nothing newer.</summary>
internal sealed class ForeignKeyPlanner(PlanScope scope) : KindPlanner<ForeignKey>(scope, ObjectKind.ForeignKey)
{
    /// <summary>The operation that adds a key.</summary>
    public static AddForeignKeyOperation Operation(ObjectName table, ForeignKey key) => new()
    {
        Schema = table.Schema,
        Table = table.Name,
        Name = NameOf(table, key),
        Columns = [.. key.Columns],
        PrincipalSchema = key.PrincipalTable.Schema,
        PrincipalTable = key.PrincipalTable.Name,
        PrincipalColumns = [.. key.PrincipalColumns],
        OnDelete = Action(key.OnDelete),
        OnUpdate = Action(key.OnUpdate),
    };

    /// <summary>The step that drops a key.</summary>
    public static Vertex Dropping(PlanScope scope, ObjectName targetTable, ForeignKey key)
        => new(Phase.DropForeignKey, ObjectKind.ForeignKey, targetTable, NameOf(scope.NameAtDrop(targetTable), key));

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<ForeignKey> change)
    {
        var (table, key) = (TableOf(change), change.Item);
        List<Risk> risks = Scope.IsNew(table) || !Constraints.ChecksRows(key)
            ? []
            :
            [
                new Risk(RiskKind.MayFail, $"fails if rows of '{table}' refer to rows that '{key.PrincipalTable}' does not have"),
                .. Scope.Locks(
                    table, $"writes to {Tables(table, key.PrincipalTable)} wait while all rows of '{table}' are checked"),
            ];
        if (!Scope.AltersInPlace && Constraints.IsDeferrable(key))
            risks.Add(new Risk(RiskKind.Note, $"'{NameOf(table, key)}' was deferrable; EF Core can't express that"));
        var operation = Operation(table, key);
        if (Scope.AltersInPlace)
            operation.Checked(key);
        return [Step(Phase.AddForeignKey, table, NameOf(table, key), PlanScope.Planned(operation, risks)) with
        {
            After = [.. ReferredKeys.Adding(Scope, key)]
        }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<ForeignKey> change)
    {
        var name = Scope.NameAtDrop(TableOf(change));
        var operation = new DropForeignKeyOperation { Schema = name.Schema, Table = name.Name, Name = NameOf(name, change.Item) };
        if (change.Item.Name is null)
            operation.AddAnnotation(Constraints.ColumnsAnnotation, Scope.KeyColumnsAtDrop(TableOf(change), change.Item.Columns));
        return [Step(Phase.DropForeignKey, TableOf(change), operation.Name, new PlannedOperation(operation, []))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<ForeignKey> change)
    {
        var (table, target) = (TableOf(change), change.Target);
        if (Constraints.IsRename(Scope, change.Facets))
            return Constraints.RenameSteps(Scope, Kind, table, change.Current.Name, target.Name);
        if (Constraints.IsValidation(Scope, change.Facets) && target.IsValidated)
        {
            var risk = new Risk(RiskKind.MayFail, $"fails if rows of '{table}' refer to rows that '{target.PrincipalTable}' does not have");
            return [Step(Phase.AddForeignKey, table, NameOf(table, target), Constraints.Validate(table, target.Name, risk))];
        }

        if (Constraints.IsDeferrability(Scope, change.Facets))
        {
            var operation = Constraints.Alteration(table, NameOf(table, target), target);
            return [Step(Phase.AddForeignKey, table, NameOf(table, target), PlanScope.Planned(operation))];
        }

        return [.. Remove(new(Kind, table, change.Current)), .. Add(new(Kind, table, target))];
    }

    private static string NameOf(ObjectName table, ForeignKey key)
        => key.Name ?? $"FK_{table.Name}_{key.PrincipalTable.Name}_{string.Join('_', key.Columns)}";

    private static ReferentialAction Action(ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.NoAction => ReferentialAction.NoAction,
        ForeignKeyAction.Restrict => ReferentialAction.Restrict,
        ForeignKeyAction.Cascade => ReferentialAction.Cascade,
        ForeignKeyAction.SetNull => ReferentialAction.SetNull,
        ForeignKeyAction.SetDefault => ReferentialAction.SetDefault,
        _ => throw new UnreachableException($"No referential action is {action}."),
    };

    private static string Tables(params IEnumerable<ObjectName> names) => names.Distinct().ToList() is [var one]
        ? $"table '{one}'"
        : $"tables {string.Join(" and ", names.Select(name => $"'{name}'"))}";
}
