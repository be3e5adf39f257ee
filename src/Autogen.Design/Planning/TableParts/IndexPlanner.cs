using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Indexes that no constraint owns. None can be altered but in its name: it is dropped and recreated.</summary>
internal sealed class IndexPlanner(PlanScope scope) : KindPlanner<TableIndex>(scope, ObjectKind.Index)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<TableIndex> change)
    {
        var (table, index) = (TableOf(change), change.Item);

        // On a table without rows there is nothing to wait for, and what is concurrent can't be in the revision's transaction.
        var concurrently = index.IsCreatedConcurrently.Value && !Scope.IsNew(table) && Scope.Dialect.LocksTables;
        var operation = Scope.Provider.CanSay(index)
            ? new PlannedOperation(Operation(table, index, concurrently), Risks(table, index, concurrently))
            : new PlannedOperation(Expressions(table, index, concurrently), Risks(table, index, concurrently));
        yield return Step(Phase.CreateIndex, table, index.Name, operation) with
        {
            After =
            [
                Vertex.OfTable(Phase.CreateTable, table),
                .. Scope.SharedNames.Freeing(table with { Name = index.Name }),
                .. index.IsUnique ? SeedRowPlanner.ChangesOf(table) : [],
            ],
        };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<TableIndex> change)
    {
        var table = Scope.NameAtDrop(TableOf(change));
        var operation = new DropIndexOperation { Schema = table.Schema, Table = table.Name, Name = change.Item.Name };
        var planned = new PlannedOperation(operation, [.. LostUniqueness.Of(Scope, TableOf(change), change.Item)]);
        var step = Step(Phase.DropIndex, TableOf(change), change.Item.Name, planned);
        var columns = change.Item.Parts.Select(part => part.Column ?? "").ToList();
        return [change.Item.IsUnique ? step with { After = [.. ReferredKeys.DroppingReferring(Scope, TableOf(change), columns)] } : step];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<TableIndex> change)
    {
        var table = TableOf(change);
        if (!Constraints.IsRename(Scope, change.Facets))
            return [.. Remove(new(Kind, table, change.Current)), .. Add(new(Kind, table, change.Target))];

        return Scope.ConstraintRenames.Steps(
            Kind,
            table,
            change.Current.Name,
            change.Target.Name,
            (from, to) => new PlannedOperation(
                new RenameIndexOperation { Schema = table.Schema, Table = table.Name, Name = from, NewName = to }, []));
    }

    private CreateIndexOperation Operation(ObjectName table, TableIndex index, bool concurrently)
    {
        var operation = new CreateIndexOperation
        {
            Schema = table.Schema,
            Table = table.Name,
            Name = index.Name,
            Columns = [.. index.Parts.Select(part => part.Column ?? "")],
            IsUnique = index.IsUnique,
            IsDescending = index.Parts.Any(part => part.IsDescending) ? [.. index.Parts.Select(part => part.IsDescending)] : null,
            Filter = index.Filter?.Text,
        };
        Scope.Provider.AddIndex(operation, index, concurrently);
        return operation.Carry(Scope, index.Annotations);
    }

    private CreateExpressionIndexOperation Expressions(ObjectName table, TableIndex index, bool concurrently) => new()
    {
        Schema = table.Schema,
        Table = table.Name,
        Name = index.Name,
        Parts = [.. index.Parts.Select(new IndexPartSql(Scope).Of)],
        Unique = index.IsUnique,
        Method = index.Method,
        Include = index.IncludedColumns.Count == 0 ? null : [.. index.IncludedColumns],
        NullsNotDistinct = !index.NullsDistinct,
        With = index.StorageParameters.Count == 0
            ? null
            : [.. index.StorageParameters.Select(parameter => $"{parameter.Name} = {Scope.Dialect.StringLiteral(parameter.Value)}")],
        Where = index.Filter?.Text,
        Concurrently = concurrently,
    };

    private List<Risk> Risks(ObjectName table, TableIndex index, bool concurrently)
    {
        if (Scope.IsNew(table))
            return [];
        List<Risk> risks = [];
        if (index.IsUnique)
            risks.Add(new Risk(RiskKind.MayFail, $"fails if rows of '{table}' have equal values for unique index '{index.Name}'"));
        if (concurrently)
            risks.Add(
                new Risk(
                    RiskKind.Note,
                    $"builds index '{index.Name}' outside the revision's transaction; "
                        + "if that fails, an invalid index is left, which must be dropped"));
        else
            risks.AddRange(Scope.Locks(table, $"writes to table '{table}' wait while index '{index.Name}' is built"));
        return risks;
    }
}
