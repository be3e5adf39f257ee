using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Primary keys.</summary>
internal sealed class PrimaryKeyPlanner(PlanScope scope) : KindPlanner<PrimaryKey>(scope, ObjectKind.PrimaryKey)
{
    /// <summary>The operation that adds a key.</summary>
    public static AddPrimaryKeyOperation Operation(ObjectName table, PrimaryKey key)
        => new() { Schema = table.Schema, Table = table.Name, Name = NameOf(table, key), Columns = [.. key.Columns] };

    /// <summary>The step that adds the key of an existing table.</summary>
    public static Vertex Adding(ObjectName table) => new(Phase.AddKey, ObjectKind.PrimaryKey, table, "");

    // A table has one primary key: the new one waits for the step that drops the old one.
    private static Vertex Dropping(ObjectName table) => new(Phase.DropConstraint, ObjectKind.PrimaryKey, table, "");

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<PrimaryKey> change)
    {
        var table = TableOf(change);
        List<Risk> risks = Scope.IsNew(table)
            ? []
            :
            [
                new Risk(
                    RiskKind.MayFail,
                    $"fails if rows of '{table}' have equal or missing values in the new primary key ({change.Item.Columns})"),
                .. Scope.Locks(table, $"locks table '{table}' while the index of its primary key is built"),
            ];
        var operation = Operation(table, change.Item);
        if (IsNumberedAgain(table, change.Item))
            Scope.Provider.AddNumbering(operation);
        return [Step(Phase.AddKey, table, "", new PlannedOperation(operation, risks)) with { After = [Dropping(table)] }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<PrimaryKey> change)
    {
        var name = Scope.NameAtDrop(TableOf(change));
        var operation = new DropPrimaryKeyOperation { Schema = name.Schema, Table = name.Name, Name = NameOf(name, change.Item) };
        return [Step(Phase.DropConstraint, TableOf(change), "", new PlannedOperation(operation, [])) with
        {
            After = [.. ReferredKeys.DroppingReferring(Scope, TableOf(change), change.Item.Columns)]
        }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<PrimaryKey> change)
    {
        var table = TableOf(change);
        if (Constraints.IsRename(Scope, change.Facets))
            return Constraints.RenameSteps(Scope, Kind, table, change.Current.Name, change.Target.Name);
        return [.. Remove(new(Kind, table, change.Current)), .. Add(new(Kind, table, change.Target))];
    }

    // A rebuild keeps the numbering of a key that it drops and adds. Where the table is renamed between the two, there are two rebuilds.
    private bool IsNumberedAgain(ObjectName table, PrimaryKey key)
        => !Scope.AltersInPlace
            && Scope.Pairs.CurrentTable(table) != table
            && key.Columns is [var only]
            && Scope.Diff.Target.FindTable(table)?.FindColumn(only)?.Identity?.Kind == IdentityKind.Autoincrement;

    private static string NameOf(ObjectName table, PrimaryKey key) => key.Name ?? $"PK_{table.Name}";
}
