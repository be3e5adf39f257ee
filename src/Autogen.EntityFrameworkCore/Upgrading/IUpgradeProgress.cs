using Autogen.Graph;

namespace Autogen.Upgrading;

/// <summary>Is told how an upgrade goes on.</summary>
internal interface IUpgradeProgress
{
    /// <summary>A revision begins.</summary>
    void StepStarted(RevisionStep step);

    /// <summary>A statement of the revision begins.</summary>
    void StatementStarting(int done, int total);

    /// <summary>A revision is done and committed.</summary>
    void StepFinished(RevisionStep step, TimeSpan duration);

    /// <summary>Another process holds the lock.</summary>
    void Waiting(string holder);
}

/// <summary>Tells nobody.</summary>
internal sealed class SilentProgress : IUpgradeProgress
{
    /// <summary>The one.</summary>
    public static SilentProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void StepStarted(RevisionStep step)
    {
    }

    /// <inheritdoc/>
    public void StatementStarting(int done, int total)
    {
    }

    /// <inheritdoc/>
    public void StepFinished(RevisionStep step, TimeSpan duration)
    {
    }

    /// <inheritdoc/>
    public void Waiting(string holder)
    {
    }
}
