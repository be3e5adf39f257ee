using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Drivers;

/// <summary>The schema that unqualified names mean, before the first revision. The base has one place for all names.</summary>
internal class SearchPath
{
    /// <summary>Makes the schema where a revision that is about to run makes it; refuses to go on in another one.</summary>
    /// <param name="session">The database.</param>
    /// <param name="revisions">The revisions.</param>
    /// <param name="plan">What is about to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether it was made.</returns>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaOfSearchPathMissing"/>.</exception>
    public virtual Task<bool> PrepareAsync(
        UpgradeSession session, RevisionSet revisions, IReadOnlyList<RevisionStep> plan, CancellationToken cancellationToken)
        => Task.FromResult(false);
}
