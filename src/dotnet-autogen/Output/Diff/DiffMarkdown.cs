using System.Globalization;
using System.Text;
using Autogen.Messages;
using Autogen.Output;

namespace Autogen.Tool.Output.Diff;

/// <summary>
/// A difference in GitHub's Markdown. A comment there has at most 65,536 characters: what does not fit is counted, definitions first.
/// </summary>
internal sealed class DiffMarkdown
{
    private const int MostDefinitions = 40_000;
    private const int MostChanges = 50_000;
    private const int Most = 60_000;

    private readonly DiffResult result;
    private readonly bool isVerbose;
    private readonly DiffSummary summary;
    private readonly StringBuilder text = new();

    /// <summary>Writes the document.</summary>
    public DiffMarkdown(DiffResult result, bool isVerbose)
    {
        this.result = result;
        this.isVerbose = isVerbose;
        summary = new DiffSummary(result);
        text.Append(CultureInfo.InvariantCulture, $"### {DiffReport.Title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{string.Join(", ", summary.Numbers().Select(number => number.Text))}**\n");
        if (summary.Cards.Count == 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{DiffReport.Nothing}\n");
        AppendList("#### ⚠️ Dangers", summary.Dangers.Select(risk => $"⚠️ **{DiffSummary.RiskName(risk.Kind)}**: {Line(risk.Text)}"));
        AppendList("#### Notes", summary.Notes.Select(risk => Line(risk.Text)));
        AppendList($"#### {MissingText.Title.TrimEnd(':')}", result.Missing.Select(item => Line(item.Text)));
        AppendCards();
        AppendCosmetic();
        AppendLeftAlone();
        AppendScript();
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Line(string line) => MarkdownText.Line(line);

    private bool Fits(string part, int most) => isVerbose || text.Length + part.Length <= most;

    private void AppendList(string title, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{title}\n\n{List(list)}");
    }

    private string List(IReadOnlyList<string> items)
        => string.Concat(LongList.Lines(items, isVerbose).Select(item => $"* {item}\n"));

    private void AppendCards()
    {
        var withoutDefinitions = 0;
        for (var index = 0; index < summary.Cards.Count; index++)
        {
            var card = summary.Cards[index];
            var lines = $"\n#### {Line(card.Name)} ({card.Kind}, {DiffText.Word(card.Action)})\n{Items(card)}";
            if (!Fits(lines, MostChanges))
            {
                var more = DiffSummary.Number(summary.Cards.Count - index, "more tables and other objects");
                text.Append(CultureInfo.InvariantCulture, $"\n… and {more}: 'diff --verbose' writes them all.\n");
                return;
            }

            text.Append(lines);
            var definitions = DefinitionDiff.Of(card.Objects);
            if (definitions.Length == 0)
                continue;
            var folded = Folded("Definitions", MarkdownText.Code(definitions, "diff"));
            if (Fits(folded, MostDefinitions))
                text.Append(folded);
            else
                withoutDefinitions++;
        }

        var left = DiffSummary.Number(withoutDefinitions, "of them");
        if (withoutDefinitions > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nThe definitions of {left} are left out: 'diff --verbose' writes them all.\n");
    }

    private string Items(DiffCard card)
    {
        var items = card.Objects.SelectMany(item => item.Lines)
            .Where(line => !DiffText.IsHeading(card, line))
            .Select(line => $"**{DiffText.Word(line.Action)}** {Line(DiffText.WithoutWord(line))}")
            .ToList();
        return items.Count == 0 ? "" : "\n" + List(items);
    }

    private void AppendCosmetic()
    {
        if (summary.CosmeticCount == 0)
            return;
        text.Append("\n#### Cosmetic differences\n");
        foreach (var group in summary.Cosmetic)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Line(group.Counted)}: cosmetic, because {Line(group.Reason)}.\n");
            var folded = Folded("List", List([.. group.Lines.Select(Line)]));
            if (Fits(folded, Most))
                text.Append(folded);
        }
    }

    private void AppendLeftAlone()
    {
        if (result.UnmanagedTables.Count > 0)
        {
            var names = Line(LongList.Names(result.UnmanagedTables, isVerbose));
            text.Append(
                CultureInfo.InvariantCulture, $"\nLeft alone: {LeftAloneText.Unmanaged(result.UnmanagedTables.Count)}: {names}.\n");
        }

        if (result.HistoryTables.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nLeft alone: {LeftAloneText.History(result.HistoryTables.Count)}.\n");
    }

    private void AppendScript()
    {
        if (result.Script is not { Length: > 0 } script)
            return;
        var folded = Folded("SQL", MarkdownText.Code(script, "sql"));
        var lines = DiffSummary.Number(script.Count(character => character == '\n'), "lines");
        text.Append(Fits(folded, Most) ? folded : $"\nThe SQL has {lines}: 'diff --format sql' writes it.\n");
    }

    private static string Folded(string title, string content) => $"\n<details><summary>{title}</summary>\n\n{content}\n</details>\n";
}
