using System.Diagnostics;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>Rows that the model wants: all of a table's in one step, tables in the order of their foreign keys.</summary>
internal sealed class SeedRowPlanner(PlanScope scope) : IKindPlanner
{
    /// <inheritdoc/>
    public ObjectKind Kind => ObjectKind.SeedRow;

    /// <inheritdoc/>
    public IEnumerable<Step> Plan(IReadOnlyList<Change> changes)
    {
        var left = new RowsDeletedLast(scope, changes);
        return changes.GroupBy(change => change.Table ?? throw new UnreachableException("A change of a row names no table."))
            .SelectMany(group => Delete(
                group.Key, [.. group.OfType<Removed<SeedRow>>().Where(change => !left.Has(change)).Select(change => change.Item)])
                .Concat(scope.Diff.Target.FindTable(group.Key) is { } target
                    ? Write(target, new RowSequence(scope, target, [.. group], left))
                    : []));
    }

    /// <summary>The steps on a table's rows after which what they must obey may come.</summary>
    public static IReadOnlyList<Vertex> ChangesOf(ObjectName table)
        => [VertexOf(Phase.UpdateRows, table), VertexOf(Phase.DeleteReferredRows, table)];

    private IEnumerable<Step> Write(Table target, RowSequence sequence)
    {
        var (table, rows) = (target.Name, new SeedRows(scope, target.Name, target));
        var parents = scope.TargetCycles.PrincipalsOf(table).ToList();
        var insert = Step(Phase.InsertRows, table, rows.Insert(sequence.Inserted), parents);
        insert = insert with { After = [.. insert.After, Vertex.OfTable(Phase.CreateTable, table)] };
        yield return sequence.UpdatesFirst ? insert with { After = [.. insert.After, VertexOf(Phase.UpdateRows, table)] } : insert;
        yield return Step(Phase.UpdateRows, table, rows.Update(sequence.Updated), parents);
        if (sequence.Left.Count == 0)
            yield break;

        // Under the names and types that are wanted, which the table has by then.
        var children = scope.CurrentCycles.ChildrenOf(scope.Pairs.CurrentTable(table)).Select(scope.Pairs.TargetTable).ToList();
        var step = Step(Phase.DeleteReferredRows, table, rows.Delete(sequence.Left), children);
        yield return step with { After = [.. step.After, .. children.Append(table).Select(other => VertexOf(Phase.UpdateRows, other))] };
    }

    private IEnumerable<Step> Delete(ObjectName table, List<SeedRow> removed)
    {
        if (removed.Count == 0 || scope.CurrentTable(table) is not { } current)
            yield break;
        var rows = SelfReferences.ChildrenFirst(current, [.. removed.Select(row => AsItIs(table, row))]);
        var children = scope.CurrentCycles.ChildrenOf(current.Name).Select(scope.Pairs.TargetTable);
        var step = Step(Phase.DeleteRows, table, new SeedRows(scope, current.Name, current).Delete(rows), children);
        yield return step with
        {
            After = [.. step.After, .. scope.GoingThatReferTo(table).Select(other => Vertex.OfTable(Phase.DropTable, other))],
            Before = [.. Rebuilds(table)],
        };
    }

    /// <summary>
    /// A rebuild asks of all rows what the new table asks, so deleted rows are gone by then, even if they had to wait for tables that refer
    /// to them. Where tables are altered in place, the phases are enough.
    /// </summary>
    private IEnumerable<StepSet> Rebuilds(ObjectName table)
        => scope.AltersInPlace
            ? []
            : new[]
            {
                Phase.DropColumn, Phase.AlterTable, Phase.Column, Phase.AddKey, Phase.AddCheck, Phase.CreateIndex, Phase.AddForeignKey,
            }.Select(phase => new StepSet(phase, table));

    /// <summary>A change tells an existing row in the columns' target names; it is deleted before they have them.</summary>
    private SeedRow AsItIs(ObjectName table, SeedRow row)
    {
        return new SeedRow(row.Key.Select(Rename).ToEquatableList(), row.Values.Select(Rename).ToEquatableList());

        SeedValue Rename(SeedValue value) => value with { Column = scope.Pairs.CurrentColumn(table, value.Column) };
    }

    private static Step Step(Phase phase, ObjectName table, IEnumerable<PlannedOperation> operations, IEnumerable<ObjectName> after)
        => new(VertexOf(phase, table), [.. operations]) { After = [.. after.Select(other => VertexOf(phase, other))] };

    private static Vertex VertexOf(Phase phase, ObjectName table) => new(phase, ObjectKind.SeedRow, table, "");
}
