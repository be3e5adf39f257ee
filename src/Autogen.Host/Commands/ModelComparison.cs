using Autogen.Design;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Schema.Comparison;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Host.Commands;

/// <summary>The comparison that <c>revision --autogenerate</c>, <c>check</c> and <c>diff</c> have in common.</summary>
internal static class ModelComparison
{
    /// <summary>Compares the model with the open database, as the project's environment has it.</summary>
    /// <param name="session">The application.</param>
    /// <param name="current">The revisions that the database is at: what they and their ancestors created may be dropped.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<AutogenerateResult> RunAsync(HostSession session, IReadOnlyList<string> current, CancellationToken cancellationToken)
        => RunAsync(session, AppliedOperations(session, current), cancellationToken);

    /// <summary>Compares the model with the open database, as the project's environment has it.</summary>
    /// <param name="session">The application.</param>
    /// <param name="applied">The operations that brought the database where it is, in order.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<AutogenerateResult> RunAsync(
        HostSession session, IEnumerable<MigrationOperation> applied, CancellationToken cancellationToken)
    {
        var autogenerate = new Autogenerate(session.Context, session.Dialect, session.CreateScope(), Options(session), session.Environment)
        {
            Backfills = session.Request.Backfills,
        };
        var result = await autogenerate.RunAsync(session.Connection, applied, cancellationToken);
        if (result.Refusal is { } refusal)
            session.Events.Warn(refusal);
        return result;
    }

    /// <summary>How the request and the settings want differences to be judged.</summary>
    public static ComparisonOptions Options(HostSession session) => new()
    {
        Strict = session.Request.Strict || session.Request.Settings.Strict,
        Significant = [.. session.Request.Settings.Significant.Select(CosmeticDifferences.Named)],
        CompareComments = session.Request.Settings.CompareComments,
        Renames = RenameHints.Parse(session.Request.Renames),
    };

    private static IEnumerable<MigrationOperation> AppliedOperations(HostSession session, IReadOnlyList<string> current)
    {
        var provider = session.Context.Database.ProviderName!;
        return session.Graph
            .AncestorsAndSelf(current)
            .SelectMany(node => session.Revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));
    }
}
