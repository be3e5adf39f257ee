using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Turns a diff into EF Core's operations, in an order in which they run, as they are, on a populated database and without a model beside
/// them. Pure, and the same for the same diff. The way back is the same function on the diff with its sides exchanged.
/// </summary>
internal sealed class Planner(Dialect dialect, IClrTypes clrTypes, int? providerVersion = null)
{
    /// <summary>
    /// Whether a default that only gives existing rows a value is dropped even where that costs a rebuild of the table: a strict comparison
    /// would find it again.
    /// </summary>
    public bool DropsFillers { get; init; }

    /// <summary>The operations in order, each with what it endangers. Cosmetic differences make none.</summary>
    /// <param name="diff">What differs.</param>
    public IReadOnlyList<PlannedOperation> Plan(SchemaDiff diff)
    {
        var significant = diff.Changes.Where(change => change.Significance == Significance.Significant);
        var scope = new PlanScope(diff, dialect, clrTypes) { ProviderVersion = providerVersion, DropsFillers = DropsFillers };
        var changes = new ChangeExpansion(scope).Expand(significant);
        var guesses = new RenameGuesses(scope, changes);
        var planners = DesignKinds.All.Select(kind => kind.Planner(scope, guesses)).ToList();
        var byKind = changes.ToLookup(change => change.Kind);
        return Order(scope, planners.SelectMany(planner => planner.Plan([.. byKind[planner.Kind]])));
    }

    /// <summary>
    /// Steps of one vertex are one step: a plan has no two things of one name to do in one phase but where the names are not told.
    /// </summary>
    private static IReadOnlyList<PlannedOperation> Order(PlanScope scope, IEnumerable<Step> steps)
    {
        var merged = steps
            .Where(step => step.Operations.Count != 0)
            .GroupBy(step => step.Vertex)
            .ToDictionary(
                group => group.Key,
                group => group.First() with
                {
                    Operations = [.. group.SelectMany(step => step.Operations)],
                    After = [.. group.SelectMany(step => step.After)],
                });

        var graph = new StepGraph<Step>(new StepOrder(scope.AltersInPlace, scope.RenamesFirst));
        foreach (var step in merged.Values)
            graph.Add(step, step.After.Select(vertex => merged.GetValueOrDefault(vertex)).OfType<Step>());
        ChangeRowsThatStay(scope, graph, merged.Values);
        KeepNames(scope, graph, merged.Values);
        WaitForNames(scope, graph, merged.Values);
        return [.. graph.Sort().SelectMany(step => step.Operations.Select(operation => operation with { Step = step.Vertex }))];
    }

    /// <summary>
    /// A rebuild asks of all rows what the new table asks: those that go are gone by then, even if they had to wait for tables that refer
    /// to them. (Where a table is altered in place the phases see to that.)
    /// </summary>
    private static void ChangeRowsThatStay(PlanScope scope, StepGraph<Step> graph, IReadOnlyCollection<Step> steps)
    {
        if (scope.AltersInPlace)
            return;
        var deletions = steps.Where(step => step.Vertex.Phase == Phase.DeleteRows).ToDictionary(step => step.Vertex.Table!);
        foreach (var step in steps.Where(step => step.Vertex.Phase is Phase.DropColumn or Phase.AlterTable or Phase.Column or Phase.AddKey
            or Phase.AddCheck or Phase.CreateIndex or Phase.AddForeignKey))
        {
            if (deletions.TryGetValue(step.Vertex.Table!, out var deletion))
                graph.Add(step, deletion);
        }
    }

    /// <summary>
    /// Every step calls a table and its columns by the names they have at that point: on one side of the renames, or on the other.
    /// </summary>
    private static void KeepNames(PlanScope scope, StepGraph<Step> graph, IReadOnlyCollection<Step> steps)
    {
        var tables = RenamesOf(ObjectKind.Table);
        var columns = RenamesOf(ObjectKind.Column);
        foreach (var step in steps.Where(step => step.Vertex.Table is not null))
        {
            var (phase, kind, table, _) = step.Vertex;
            var renames = phase == Phase.Rename && kind is ObjectKind.Table ? []
                : phase == Phase.Rename && kind is ObjectKind.Column ? tables[table!]
                : tables[table!].Concat(columns[table!]);
            foreach (var rename in renames)
            {
                if (phase == Phase.DeleteRows || (phase < Phase.Rename && !scope.RenamesFirst))
                    graph.Add(rename, step);
                else
                    graph.Add(step, rename);
            }
        }

        ILookup<ObjectName, Step> RenamesOf(ObjectKind kind)
            => steps.Where(step => step.Vertex.Phase == Phase.Rename && step.Vertex.Kind == kind).ToLookup(step => step.Vertex.Table!);
    }

    /// <summary>
    /// Tables, indexes and sequences share their names, and a table has a type of its own name: what is new waits until its name is free.
    /// </summary>
    private static void WaitForNames(PlanScope scope, StepGraph<Step> graph, IReadOnlyCollection<Step> steps)
    {
        var freeing =
            steps.SelectMany(step => step.Vertex.NamesFreed(scope.Diff.Current).Select(name => (Name: name, Step: step))).ToLookup(
                pair => pair.Name, pair => pair.Step, StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (step.Vertex.NameTaken is { } name)
                graph.Add(step, freeing[name]);

            // A constraint of a table that is renamed itself gets its name only after that: to wait for it could be to wait in a cycle.
            if (step.Vertex is { Phase: Phase.Rename, Kind: ObjectKind.Table, Table: { } renamed })
                graph.Add(step, freeing[renamed.ToString()].Where(other => other.Vertex.Phase == Phase.Rename
                    && scope.Names.CurrentTable(other.Vertex.Table!) == other.Vertex.Table));
        }
    }
}
