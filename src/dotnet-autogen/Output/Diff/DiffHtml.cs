using System.Globalization;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output.Html;

namespace Autogen.Tool.Output.Diff;

/// <summary>A difference as a page: the dangers, a card for each table, what is cosmetic, what is left alone, and the SQL.</summary>
internal sealed class DiffHtml
{
    private const int MostOpenNames = 12;

    private readonly DiffResult result;
    private readonly bool isVerbose;
    private readonly DiffSummary summary;
    private readonly StringBuilder body = new();

    /// <summary>Writes the page.</summary>
    public DiffHtml(DiffResult result, bool isVerbose)
    {
        this.result = result;
        this.isVerbose = isVerbose;
        summary = new DiffSummary(result);
        AppendHead();
        AppendDangers();
        AppendMissing();
        AppendCards();
        AppendCosmetic();
        AppendLeftAlone();
        if (result.Script is { Length: > 0 } script)
            Append($"<h2>SQL</h2>\n{Folded("The upgrade's statements", HtmlText.Code(script))}");
    }

    /// <inheritdoc/>
    public override string ToString() => HtmlPage.Of(DiffReport.Title, body.ToString());

    private void AppendHead()
    {
        Append($"<h1>{DiffReport.Title}</h1>\n<ul class=\"numbers\">\n");
        foreach (var (name, text) in summary.Numbers())
            Append($"<li class=\"mark {name}\">{HtmlDiffText.Sign(name)}{text}</li>\n");
        Append("</ul>\n");
        if (summary.Cards.Count == 0)
            Append($"<p>{DiffReport.Nothing}</p>\n");
    }

    private void AppendDangers()
    {
        AppendRisks(
            "Dangers",
            "dangers",
            summary.Dangers,
            risk => $"<span class=\"mark danger\">! {DiffSummary.RiskName(risk.Kind)}</span> ");
        AppendRisks("Notes", "plain", summary.Notes, _ => "");
    }

    private void AppendRisks(string title, string style, IReadOnlyList<RiskMessage> risks, Func<RiskMessage, string> mark)
    {
        if (risks.Count == 0)
            return;
        Append($"<h2 id=\"{title.ToLowerInvariant()}\">{title}</h2>\n<ul class=\"{style}\">\n");
        foreach (var item in LongList.Lines([.. risks.Select(risk => mark(risk) + HtmlText.Line(risk.Text) + Link(risk))], isVerbose))
            Append($"<li>{item}</li>\n");
        Append("</ul>\n");
    }

    private string Link(RiskMessage risk)
        => summary.Cards.FirstOrDefault(card => card.Has(risk)) is { } card
            ? $" <a href=\"#{card.Anchor}\">↓ {HtmlText.Name(card.Name)}</a>"
            : "";

    private void AppendMissing()
    {
        if (result.Missing.Count == 0)
            return;
        Append($"<h2>{HtmlText.Line(MissingText.Title.TrimEnd(':'))}</h2>\n<ul class=\"plain\">\n");
        AppendItems(result.Missing.Select(item => HtmlText.Line(item.Text)));
        Append($"</ul>\n<p>{HtmlText.Line(MissingText.Advice)}</p>\n");
    }

    private void AppendCards()
    {
        if (summary.Cards.Count == 0)
            return;
        Append($"<h2>Changes</h2>\n");
        if (summary.Cards.Count > 1)
        {
            var isOpen = summary.Cards.Count <= MostOpenNames;
            Append($"<nav aria-label=\"Changes\">\n<details class=\"block\"{(isOpen ? " open=\"open\"" : "")}>");
            Append($"<summary>{DiffSummary.Number(summary.Cards.Count, "tables and other objects")}</summary>\n<ul>\n");
            foreach (var card in summary.Cards)
                Append($"<li>{HtmlDiffText.Mark(card.Action)} <a href=\"#{card.Anchor}\">{HtmlText.Name(card.Name)}</a></li>\n");
            Append("</ul>\n</details>\n</nav>\n");
        }

        foreach (var card in summary.Cards)
            AppendCard(card);
    }

    private void AppendCard(DiffCard card)
    {
        var dangers = summary.Dangers.Count(card.Has);
        Append($"<section class=\"card {card.Action}\" id=\"{card.Anchor}\" aria-labelledby=\"{card.Anchor}-name\">\n");
        Append($"<h3 class=\"{card.Action}\">{HtmlDiffText.Mark(card.Action)} <span class=\"muted\">{HtmlText.Line(card.Kind)}</span> ");
        Append($"<span id=\"{card.Anchor}-name\">{HtmlText.Name(card.Name)}</span>");
        if (dangers > 0)
            Append($" <a href=\"#dangers\" class=\"mark danger\">! {DiffSummary.Number(dangers, dangers == 1 ? "danger" : "dangers")}</a>");
        Append("</h3>\n<ul>\n");
        foreach (var item in LongList.Lines([.. card.Objects.Select(item => HtmlDiffText.Object(card, item))], isVerbose))
            Append(item.StartsWith('<') ? $"{item}\n" : $"<li class=\"muted\">{item}</li>\n");
        Append("</ul>\n</section>\n");
    }

    private void AppendCosmetic()
    {
        if (summary.CosmeticCount == 0)
            return;
        Append("<h2 id=\"cosmetic\">Cosmetic differences</h2>\n<p class=\"muted\">They make no operations, except with --strict.</p>\n");
        foreach (var group in summary.Cosmetic)
            AppendFoldedList(
                $"<strong>{HtmlText.Line(group.Counted)}</strong>: cosmetic, because {HtmlText.Line(group.Reason)}.", group.Lines);
    }

    private void AppendLeftAlone()
    {
        if (result.UnmanagedTables.Count + result.HistoryTables.Count == 0)
            return;
        Append("<h2>Left alone</h2>\n");
        if (result.UnmanagedTables.Count > 0)
            AppendFoldedList(LeftAloneText.Unmanaged(result.UnmanagedTables.Count), result.UnmanagedTables);
        if (result.HistoryTables.Count > 0)
            AppendFoldedList(LeftAloneText.History(result.HistoryTables.Count), result.HistoryTables);
    }

    private void AppendFoldedList(string title, IReadOnlyList<string> lines)
    {
        Append($"<details class=\"block\"><summary>{title}</summary>\n<ul class=\"plain\">\n");
        AppendItems(lines.Select(HtmlText.Line));
        Append("</ul>\n</details>\n");
    }

    private void AppendItems(IEnumerable<string> items)
    {
        foreach (var item in LongList.Lines([.. items], isVerbose))
            Append($"<li>{item}</li>\n");
    }

    private static string Folded(string title, string content)
        => $"<details class=\"block\"><summary>{title}</summary>\n{content}\n</details>\n";

    private void Append(FormattableString text) => body.Append(text.ToString(CultureInfo.InvariantCulture));

    private void Append(string text) => body.Append(text);
}
