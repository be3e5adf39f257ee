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
        foreach (var group in changes.GroupBy(change => change.Table ?? throw new UnreachableException("A change of a row names no table.")))
        {
            if (scope.Diff.Wanted.FindTable(group.Key) is { } wanted)
            {
                var rows = new SeedRows(scope, wanted.Name, wanted);
                yield return Step(Phase.InsertRows, group.Key, rows.Insert(SelfReferences.ParentsFirst(wanted, [.. group.OfType<Added<SeedRow>>().Select(change => change.Item)])))
                    with
                { After = Around(scope.WantedCycles.PrincipalsOf(group.Key), Phase.InsertRows) };
                yield return Step(Phase.UpdateRows, group.Key, rows.Update([.. group.OfType<Altered<SeedRow>>().Select(change => (change.There, change.Wanted))]))
                    with
                { After = Around(scope.WantedCycles.PrincipalsOf(group.Key), Phase.UpdateRows) };
            }

            if (scope.TableThere(group.Key) is { } there)
            {
                var removed = SelfReferences.ChildrenFirst(there, [.. group.OfType<Removed<SeedRow>>().Select(change => change.Item)]);
                var children = scope.Diff.There.Tables
                    .Where(child => scope.ThereCycles.PrincipalsOf(child.Name).Contains(there.Name))
                    .Select(child => scope.Names.TableWanted(child.Name));
                yield return Step(Phase.DeleteRows, group.Key, new SeedRows(scope, there.Name, there).Delete(removed))
                    with
                { After = Around(children, Phase.DeleteRows) };
            }
        }
    }

    private static Step Step(Phase phase, ObjectName table, IEnumerable<PlannedOperation> operations)
        => new(VertexOf(phase, table), [.. operations]);

    private static Vertex VertexOf(Phase phase, ObjectName table) => new(phase, ObjectKind.SeedRow, table, "");

    private static List<Vertex> Around(IEnumerable<ObjectName> tables, Phase phase) => [.. tables.Select(table => VertexOf(phase, table))];
}
