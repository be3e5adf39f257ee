using Autogen.Graph;
using Autogen.Upgrading.Running;

namespace Autogen.Upgrading;

/// <summary>
/// Steps that are compiled once for many databases of one context, which are upgraded one after the other. Steps whose statements keep
/// something of a database are compiled for each.
/// </summary>
internal sealed class CompiledSteps
{
    private readonly Dictionary<(string Revision, StepDirection Direction), IReadOnlyList<StepStatement>> steps = [];

    /// <summary>The statements of a step.</summary>
    public IReadOnlyList<StepStatement> Of(RevisionStep step, Func<RevisionStep, IReadOnlyList<StepStatement>> compile)
    {
        var key = (step.Node.Id, step.Direction);
        if (steps.TryGetValue(key, out var known))
            return known;
        var statements = compile(step);
        if (statements.All(statement => statement.IsReusable))
            steps[key] = statements;
        return statements;
    }
}
