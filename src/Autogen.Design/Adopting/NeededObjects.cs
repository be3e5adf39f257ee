using Autogen.Design.Planning;
using Autogen.Schema.Dialects;

namespace Autogen.Design.Adopting;

/// <summary>Functions, domains and composite types that tables can't be made without: by SQL, before the tables are made and after they are dropped.</summary>
internal static class NeededObjects
{
    // A body may name tables that come later: https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
    private const string WithoutLookingAtBodies = "SET LOCAL check_function_bodies = off;";

    /// <summary>The plan with what makes them.</summary>
    public static IReadOnlyList<PlannedOperation> Create(IReadOnlyList<PlannedOperation> plan, IReadOnlyList<TableNeed> needs)
        => Insert(plan, step => step.Phase > Phase.Sequence, [
            .. needs.Any(need => need.Kind is "function" or "procedure") ? new[] { PlanScope.Sql(WithoutLookingAtBodies) } : [],
            .. needs.Select(need => PlanScope.Sql(Statement(need.Create))),
        ]);

    /// <summary>The plan with what drops them.</summary>
    public static IReadOnlyList<PlannedOperation> Drop(IReadOnlyList<PlannedOperation> plan, IReadOnlyList<TableNeed> needs)
        => Insert(plan, step => step.Phase >= Phase.DropSequence, [.. needs.Select(need => PlanScope.Sql(Statement(need.Drop)))]);

    private static string Statement(string? sql) => sql!.TrimEnd('\n') + ";"; // what has no statement is not made

    private static IReadOnlyList<PlannedOperation> Insert(IReadOnlyList<PlannedOperation> plan, Func<Vertex, bool> isLater, IReadOnlyList<PlannedOperation> inserted)
    {
        var index = plan.TakeWhile(planned => planned.Step is not { } step || !isLater(step)).Count();
        return [.. plan.Take(index), .. inserted, .. plan.Skip(index)];
    }
}
