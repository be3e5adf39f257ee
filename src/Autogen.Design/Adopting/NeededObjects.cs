using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Adopting;

/// <summary>
/// Functions, domains, text search configurations and all else that tables can't be made without: by SQL, before the tables are made and
/// after they are dropped; those that depend on tables the other way round.
/// </summary>
internal static class NeededObjects
{
    // A body may name what comes later: https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
    private const string WithoutLookingAtBodies = "SET LOCAL check_function_bodies = off;";

    /// <summary>The plan with what makes them, and at its end what gives tables their details.</summary>
    public static IReadOnlyList<PlannedOperation> Create(
        IReadOnlyList<PlannedOperation> plan, AdoptedSchema parts, IReadOnlyList<NeededObject> needs, IReadOnlyList<string> details)
    {
        var late = needs.Where(parts.IsOnTables).ToList();
        var early = needs.Except(late).ToList();
        IReadOnlyList<PlannedOperation> off = needs.Any(need => need.IsRoutine) ? [Sql(WithoutLookingAtBodies)] : [];
        plan = Insert(plan, step => step.Phase > Phase.CreateTable, [.. late.SelectMany(Creating)]);
        plan = Insert(plan, step => step.Phase > Phase.CreateObject, [.. off, .. early.SelectMany(Creating)]);
        return [.. plan, .. details.Select(sql => Sql(Statement(sql)))];
    }

    /// <summary>The plan with the statements that drop the needed objects.</summary>
    public static IReadOnlyList<PlannedOperation> Drop(
        IReadOnlyList<PlannedOperation> plan, AdoptedSchema parts, IReadOnlyList<NeededObject> needs)
    {
        var late = needs.Where(parts.IsOnTables).ToList();
        return
        [
            .. late.Select(Dropping),
            .. Insert(plan, step => step.Phase >= Phase.DropObject, [.. needs.Except(late).Select(Dropping)])
        ];
    }

    private static IEnumerable<PlannedOperation> Creating(NeededObject need)
        => need.Comment is { } comment
            ? [Sql(Statement(need.Create)), Sql(Statement(comment))]
            : [Sql(Statement(need.Create))];

    private static PlannedOperation Dropping(NeededObject need) => Sql(Statement(need.Drop));

    private static PlannedOperation Sql(string statement) => new(new SqlOperation { Sql = statement }, []);

    private static string Statement(string? sql) => sql!.TrimEnd('\n') + ";"; // what has no statement is not made

    private static IReadOnlyList<PlannedOperation> Insert(
        IReadOnlyList<PlannedOperation> plan, Func<Vertex, bool> isLater, IReadOnlyList<PlannedOperation> inserted)
    {
        var index = plan.TakeWhile(planned => planned.Step is not { } step || !isLater(step)).Count();
        return [.. plan.Take(index), .. inserted, .. plan.Skip(index)];
    }
}
