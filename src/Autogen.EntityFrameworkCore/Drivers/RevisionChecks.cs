using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers;

/// <summary>What is checked around the statements of a revision, in its transaction. The base checks nothing.</summary>
internal class RevisionChecks
{
    /// <summary>Notes what is wrong before the statements run; <see langword="null"/> where nothing is checked.</summary>
    public virtual Task<RevisionCheck?> BeginAsync(
        UpgradeSession session, IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
        => Task.FromResult<RevisionCheck?>(null);

    /// <summary>What there is to tell about the space that statements need; <see langword="null"/> for nothing.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>: there is not enough.</exception>
    public virtual Task<string?> SpaceAsync(
        UpgradeSession session, string revision, IEnumerable<StepStatement> statements, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);
}

/// <summary>A check that has begun.</summary>
internal abstract class RevisionCheck
{
    /// <summary>Refuses what was right before the revision and is not any more.</summary>
    public abstract Task RequireIntactAsync(string revision, CancellationToken cancellationToken);
}
