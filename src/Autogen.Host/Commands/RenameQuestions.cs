using Autogen.Design;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Host.Commands;

/// <summary>
/// Asks whether a drop and an add are a rename: names alone never tell, and a guess that is wrong loses data either way. No answer is a no.
/// </summary>
/// <param name="prompter">Asks the person.</param>
internal sealed class RenameQuestions(Prompter prompter)
{
    private readonly HashSet<RenameHint> asked = [];

    /// <summary>Asks each question that a comparison leads to, once.</summary>
    /// <param name="found">The comparison.</param>
    /// <param name="options">Its options.</param>
    /// <param name="cancellationToken">Ends it, also while a question is open.</param>
    /// <returns>
    /// The options with what was renamed, for another comparison: the columns of a renamed table are compared only then, and lead to
    /// questions of their own. <see langword="null"/> if nothing was renamed.
    /// </returns>
    public async Task<ComparisonOptions?> AskAsync(
        AutogenerateResult found, ComparisonOptions options, CancellationToken cancellationToken)
    {
        var renames = new List<RenameHint>();
        foreach (var rename in found.Upgrade.SelectMany(planned => planned.Risks).Select(risk => risk.Rename))
        {
            if (rename is not null
                && asked.Add(rename.Hint)
                && await prompter.AskAsync(new ConfirmationQuestion(rename.Question), cancellationToken) is { IsYes: true })
                renames.Add(rename.Hint);
        }

        return renames.Count == 0
            ? null
            : options with { Renames = new([.. options.Renames.Items, .. renames]) };
    }
}
