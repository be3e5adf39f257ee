namespace Autogen.Graph;

/// <summary>Which body of a revision runs.</summary>
internal enum StepDirection
{
    /// <summary>From the parents to the revision.</summary>
    Upgrade,

    /// <summary>From the revision to its parents.</summary>
    Downgrade,
}

/// <summary>One revision that runs.</summary>
/// <param name="Node">The revision.</param>
/// <param name="Direction">Which of its bodies.</param>
/// <param name="After">The rows of the version table once it has run, sorted.</param>
internal sealed record RevisionStep(RevisionNode Node, StepDirection Direction, IReadOnlyList<string> After);
