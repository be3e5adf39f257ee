namespace Autogen.Graph;

/// <summary>One revision that runs.</summary>
/// <param name="Node">The revision.</param>
/// <param name="Direction">Which of its bodies.</param>
/// <param name="After">The rows of the version table once it has run, sorted.</param>
/// <param name="Rows">What happens to the rows, in order.</param>
internal sealed record RevisionStep(
    RevisionNode Node, StepDirection Direction, IReadOnlyList<string> After, IReadOnlyList<RowOperation> Rows);
