namespace Autogen.Graph;

/// <summary>Which body of a revision runs.</summary>
internal enum StepDirection
{
    /// <summary>From the parents to the revision.</summary>
    Upgrade,

    /// <summary>From the revision to its parents.</summary>
    Downgrade,
}
