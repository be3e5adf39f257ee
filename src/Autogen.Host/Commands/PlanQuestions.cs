using Autogen.Commands;
using Autogen.Design;
using Autogen.Design.Planning.Columns;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Objects;

namespace Autogen.Host.Commands;

/// <summary>
/// Asks what a plan can't know: whether a drop and an add are a rename (names alone never tell, and a guess that is wrong loses data either
/// way), and which value existing rows get. Each question is asked once; no answer leaves the plan as it is.
/// </summary>
/// <param name="prompter">Asks the person.</param>
internal sealed class PlanQuestions(IPrompter prompter)
{
    private readonly HashSet<RenameHint> askedRenames = [];
    private readonly HashSet<string> askedValues = new(StringComparer.Ordinal);

    /// <summary>Asks the questions that a comparison leads to.</summary>
    /// <param name="found">The comparison.</param>
    /// <param name="wishes">What was said of it.</param>
    /// <param name="cancellationToken">Ends it, also while a question is open.</param>
    /// <returns>
    /// What is said of another comparison: the columns of a renamed table are compared only then, and lead to questions of their own.
    /// <see langword="null"/> if there was no answer.
    /// </returns>
    public async Task<ComparisonWishes?> AskAsync(AutogenerateResult found, ComparisonWishes wishes, CancellationToken cancellationToken)
    {
        var renames = await AskRenamesAsync(found, cancellationToken);
        if (renames.Count > 0)
            return wishes with { Options = wishes.Options with { Renames = new([.. wishes.Options.Renames.Items, .. renames]) } };
        var backfills = await AskValuesAsync(found, cancellationToken);
        return backfills.Count > 0 ? wishes with { Backfills = [.. wishes.Backfills, .. backfills] } : null;
    }

    private async Task<List<RenameHint>> AskRenamesAsync(AutogenerateResult found, CancellationToken cancellationToken)
    {
        var renames = new List<RenameHint>();
        foreach (var rename in found.Upgrade.SelectMany(planned => planned.Risks).Select(risk => risk.Rename))
        {
            if (rename is not null
                && askedRenames.Add(rename.Hint)
                && await prompter.AskAsync(new ConfirmationQuestion(rename.Question), cancellationToken) is { IsYes: true })
                renames.Add(rename.Hint);
        }

        return renames;
    }

    private async Task<List<string>> AskValuesAsync(AutogenerateResult found, CancellationToken cancellationToken)
    {
        var backfills = new List<string>();
        foreach (var missing in found.MissingValues)
        {
            if (missing.Rows is not { Number: 0, Kind: RowCountKind.Exact }
                && askedValues.Add(missing.Option)
                && await prompter.AskAsync(new ValueQuestion(missing.Question, "let the upgrade fail"), cancellationToken)
                    is { Value: { } value })
                backfills.Add($"{missing.Option}={value}");
        }

        return backfills;
    }
}
