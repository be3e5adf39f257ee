using Autogen.Commands;
using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Comparison;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary>What <c>verify</c> and <c>revision --verify</c> have in common.</summary>
internal static class Scratch
{
    /// <summary>The scratch database: the one that was named, or one that is made.</summary>
    public static Task<ScratchDatabase> OpenAsync(HostSession session, string? named, CancellationToken cancellationToken)
        => named is { } given
            ? ScratchDatabase.TakeAsync(
                session.Context, session.Dialect, ConnectionUrl.Parse(given, "--scratch").ConnectionString, cancellationToken)
            : ScratchDatabase.CreateAsync(session.Context, session.Dialect, cancellationToken);

    /// <summary>The proof, by the project's settings.</summary>
    public static RoundTrip RoundTrip(ProjectSession session, ComparisonOptions options, RevisionSet revisions)
        => new(
            session.Context,
            revisions,
            session.CreateScope(),
            session.CreateUpgradeOptions() with { SplitsLargeRevisions = true },
            options,
            session.Environment,
            session.Events.Warn);

    /// <summary>Findings as messages.</summary>
    public static IReadOnlyList<FindingMessage> Messages(IEnumerable<Finding> findings)
        => [.. findings.Select(finding => new FindingMessage(
            char.ToLowerInvariant(finding.Kind.ToString()[0]) + finding.Kind.ToString()[1..], finding.ToString()))];
}
