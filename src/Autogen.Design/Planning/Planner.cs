using System.Diagnostics;
using Autogen.Design.Planning.Moving;
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
        return Order(diff, [.. significant], withMoves: true) ?? Order(diff, [.. significant], withMoves: false)
            ?? throw new UnreachableException("A plan without moves is always ordered.");
    }

    /// <summary>
    /// The operations in order; <see langword="null"/> if a move has no place: what it reads must be dropped before what it writes can be
    /// created, because of a name.
    /// </summary>
    private IReadOnlyList<PlannedOperation>? Order(SchemaDiff diff, IReadOnlyList<Change> significant, bool withMoves)
    {
        var scope = new PlanScope(diff, dialect, clrTypes) { ProviderVersion = providerVersion, DropsFillers = DropsFillers };
        if (withMoves)
            scope.FindMoves(significant);
        var changes = new ChangeExpansion(scope).Expand(significant);
        var guesses = new RenameGuesses(scope, changes);
        var planners = DesignKinds.All.Select(kind => kind.Planner(scope, guesses)).ToList();
        var byKind = changes.ToLookup(change => change.Kind);
        var steps = planners.SelectMany(planner => planner.Plan([.. byKind[planner.Kind]])).Concat(new MovePlanner(scope).Steps());
        var order = new StepOrder(scope.AltersInPlace, scope.RenamesFirst);
        return scope.Moves.All.Count > 0 || scope.Proposals.Count > 0 ? StepList.TryOrder(steps, order) : StepList.Order(steps, order);
    }
}
