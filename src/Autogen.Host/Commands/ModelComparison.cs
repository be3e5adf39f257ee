using Autogen.Commands;
using Autogen.Design;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Host.Commands;

/// <summary>The comparison that <c>revision --autogenerate</c>, <c>check</c> and <c>diff</c> have in common.</summary>
internal static class ModelComparison
{
    /// <summary>Compares the model with the open database, as the project's environment has it.</summary>
    /// <param name="session">The application.</param>
    /// <param name="wishes">What the command says of it.</param>
    /// <param name="current">The revisions that the database is at: what they and their ancestors created may be dropped.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<AutogenerateResult> RunAsync(
        ProjectSession session, ComparisonWishes wishes, IReadOnlyList<string> current, CancellationToken cancellationToken)
        => RunAsync(session, wishes, AppliedOperations(session, current), cancellationToken);

    /// <summary>Compares as often as <paramref name="answer"/> finds something new to compare with.</summary>
    /// <param name="session">The application.</param>
    /// <param name="wishes">What the command says of it at first.</param>
    /// <param name="current">The revisions that the database is at.</param>
    /// <param name="answer">What is said for another comparison; <see langword="null"/> if this one is final.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<AutogenerateResult> RunAsync(
        ProjectSession session,
        ComparisonWishes wishes,
        IReadOnlyList<string> current,
        Func<AutogenerateResult, ComparisonWishes, Task<ComparisonWishes?>> answer,
        CancellationToken cancellationToken)
    {
        List<MigrationOperation> applied;
        using (Stage.Begin("operations of the revisions"))
            applied = [.. AppliedOperations(session, current)];
        while (true)
        {
            var found = await CompareAsync(session, wishes, applied, cancellationToken);
            if (await answer(found, wishes) is not { } next)
                return Told(session, found);
            wishes = next;
        }
    }

    /// <summary>Compares the model with the open database, as the project's environment has it.</summary>
    /// <param name="session">The application.</param>
    /// <param name="wishes">What the command says of it.</param>
    /// <param name="applied">The operations that brought the database where it is, in order.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<AutogenerateResult> RunAsync(
        ProjectSession session, ComparisonWishes wishes, IEnumerable<MigrationOperation> applied, CancellationToken cancellationToken)
        => Told(session, await CompareAsync(session, wishes, applied, cancellationToken));

    /// <summary>How the settings and the command want differences to be judged.</summary>
    /// <param name="session">The application, with its settings.</param>
    /// <param name="renames">The <c>--rename OLD=NEW</c> texts.</param>
    /// <param name="isStrict">Whether the command wants cosmetic differences to count.</param>
    public static ComparisonOptions Options(HostSession session, IReadOnlyList<string>? renames = null, bool isStrict = false) => new()
    {
        Strict = isStrict || session.Project.Settings.Strict,
        Significant = [.. session.Project.Settings.Significant.Select(CosmeticDifferences.Named)],
        CompareComments = session.Project.Settings.CompareComments,
        Renames = RenameHints.Parse(renames ?? []),
    };

    private static Task<AutogenerateResult> CompareAsync(
        ProjectSession session, ComparisonWishes wishes, IEnumerable<MigrationOperation> applied, CancellationToken cancellationToken)
    {
        var autogenerate = new Autogenerate(
            session.Context, session.Dialect, session.CreateScope(), wishes.Options, session.Environment)
        {
            Backfills = wishes.Backfills,
        };
        return autogenerate.RunAsync(session.Connection, applied, cancellationToken);
    }

    private static AutogenerateResult Told(ProjectSession session, AutogenerateResult result)
    {
        if (result.Refusal is { } refusal)
            session.Events.Warn(refusal);
        return result;
    }

    private static IEnumerable<MigrationOperation> AppliedOperations(ProjectSession session, IReadOnlyList<string> current)
    {
        var provider = session.Context.Database.ProviderName!;
        return session.Graph
            .AncestorsAndSelf(current)
            .SelectMany(node => session.Revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));
    }
}

/// <summary>What a command says of a comparison.</summary>
/// <param name="Options">How differences are judged.</param>
internal sealed record ComparisonWishes(ComparisonOptions Options)
{
    /// <summary>The <c>--backfill TABLE.COLUMN=SQL</c> texts.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];
}
