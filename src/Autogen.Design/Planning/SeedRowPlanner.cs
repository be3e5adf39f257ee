using System.Diagnostics;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>Rows that the model wants: all of a table's in one step, tables in the order of their foreign keys.</summary>
internal sealed class SeedRowPlanner(PlanScope scope) : IKindPlanner
{
    /// <inheritdoc/>
    public ObjectKind Kind => ObjectKind.SeedRow;

    /// <inheritdoc/>
    public IEnumerable<Step> Plan(IReadOnlyList<Change> changes)
    {
        var left = new LeftRows(scope, changes);
        return changes.GroupBy(change => change.Table ?? throw new UnreachableException("A change of a row names no table."))
            .SelectMany(group => Delete(group.Key, [.. group.OfType<Removed<SeedRow>>().Where(change => !left.Has(change))])
                .Concat(Write(group.Key, [.. group.OfType<Added<SeedRow>>().Select(change => change.Item)], [.. group.OfType<Altered<SeedRow>>()]))
                .Concat(DeleteLeft(group.Key, [.. group.OfType<Removed<SeedRow>>().Where(left.Has).Select(change => change.Item)])));
    }

    /// <summary>The steps on a table's rows after which what they must obey may come.</summary>
    public static IReadOnlyList<Vertex> ChangesOf(ObjectName table) => [VertexOf(Phase.UpdateRows, table), VertexOf(Phase.DeleteLeftRows, table)];

    private IEnumerable<Step> Write(ObjectName table, List<SeedRow> added, List<Altered<SeedRow>> altered)
    {
        if (scope.Diff.Wanted.FindTable(table) is not { } wanted)
            yield break;
        var rows = new SeedRows(scope, table, wanted);
        var parents = scope.WantedCycles.PrincipalsOf(table).ToList();
        var unique = new UniqueValues(wanted);
        var insert = Step(Phase.InsertRows, table, rows.Insert(SelfReferences.ParentsFirst(wanted, added)), parents);
        var self = wanted.ForeignKeys.Where(key => key.PrincipalTable == table).ToList();
        yield return altered.Exists(change => added.Exists(row => unique.Collide(change.There, row)))
            && !altered.Exists(change => added.Exists(row => self.Exists(key => SelfReferences.RefersTo(change.Wanted, row, key))))
            ? insert with { After = [.. insert.After, VertexOf(Phase.UpdateRows, table)] }
            : insert;
        yield return Step(Phase.UpdateRows, table, rows.Update(unique.Order([.. altered.Select(change => (change.There, change.Wanted))])), parents);
    }

    /// <summary>Under the names and types that are wanted, which the table has by then.</summary>
    private IEnumerable<Step> DeleteLeft(ObjectName table, List<SeedRow> removed)
    {
        if (removed.Count == 0 || scope.Diff.Wanted.FindTable(table) is not { } wanted || scope.TableThere(table) is not { } there)
            yield break;
        var children = scope.ThereCycles.ChildrenOf(there.Name).Select(scope.Names.TableWanted).ToList();
        var step = Step(Phase.DeleteLeftRows, table, new SeedRows(scope, table, wanted).Delete(SelfReferences.ChildrenFirst(wanted, removed)), children);
        yield return step with { After = [.. step.After, .. children.Append(table).Select(other => VertexOf(Phase.UpdateRows, other))] };
    }

    private IEnumerable<Step> Delete(ObjectName table, List<Removed<SeedRow>> removed)
    {
        if (removed.Count == 0 || scope.TableThere(table) is not { } there)
            yield break;
        var rows = SelfReferences.ChildrenFirst(there, [.. removed.Select(change => AsItIs(table, change.Item))]);
        var children = scope.ThereCycles.ChildrenOf(there.Name).Select(scope.Names.TableWanted);
        yield return Step(Phase.DeleteRows, table, new SeedRows(scope, there.Name, there).Delete(rows), children);
    }

    /// <summary>A change tells a row that is there in the columns' wanted names; it is deleted before they have them.</summary>
    private SeedRow AsItIs(ObjectName table, SeedRow row)
    {
        return new SeedRow(row.Key.Select(Rename).ToEquatableList(), row.Values.Select(Rename).ToEquatableList());

        SeedValue Rename(SeedValue value) => value with { Column = scope.Names.ColumnThere(table, value.Column) };
    }

    private static Step Step(Phase phase, ObjectName table, IEnumerable<PlannedOperation> operations, IEnumerable<ObjectName> after)
        => new(VertexOf(phase, table), [.. operations]) { After = [.. after.Select(other => VertexOf(phase, other))] };

    private static Vertex VertexOf(Phase phase, ObjectName table) => new(phase, ObjectKind.SeedRow, table, "");
}
