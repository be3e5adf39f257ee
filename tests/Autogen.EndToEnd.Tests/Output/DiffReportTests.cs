using System.Text.RegularExpressions;
using System.Xml.Linq;
using Autogen.Messages;
using Autogen.Testing;
using Autogen.Tool.Output.Diff;
using Autogen.Tool.Output.Html;

namespace Autogen.EndToEnd.Tests.Output;

public class DiffReportTests
{
    private const int GitHubComment = 65_536;

    [Fact]
    [Case("N8")]
    public void Page_is_the_golden_one() => Golden("diff.html", DiffReport.Html(SampleDiff.Rich));

    [Fact]
    [Case("N8")]
    public void Markdown_is_the_golden_one() => Golden("diff.md", DiffReport.Markdown(SampleDiff.Rich));

    [Fact]
    [Case("N11")]
    public void Dangers_precede_the_changes_worst_first()
    {
        var page = Page(DiffReport.Html(SampleDiff.Rich));
        Assert.Equal(
            ["Dangers", "Notes", "Mapped by the model, and not in the database", "Changes", "Cosmetic differences", "Left alone", "SQL"],
            page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(
            ["! data loss", "! data loss", "! lost guarantee", "! may fail", "! long lock"],
            ByClass(page, "dangers").Single().Descendants("span").Select(mark => mark.Value));
        var text = DiffReport.Markdown(SampleDiff.Rich);
        Assert.True(
            text.IndexOf("#### ⚠️ Dangers", StringComparison.Ordinal) < text.IndexOf("#### customers", StringComparison.Ordinal), text);
    }

    [Fact]
    [Case("N8")]
    public void Table_has_one_card_with_all_of_its_lines()
    {
        var page = Page(DiffReport.Html(SampleDiff.Rich));
        var cards = page.Descendants("section").ToList();
        Assert.Equal(
            ["mood", "audit.Old Notes", "customers", "orders", "payments", "purchases"],
            cards.Select(card => card.Element("h3")!.Descendants("bdi").Single().Value));
        Assert.Equal(
            ["added", "altered", "removed", "removed", "altered"],
            cards[2].Element("ul")!.Elements("li").Select(item => item.Attribute("class")!.Value));
        Assert.All(SampleDiff.Rich.Changes.Where(change => !change.Cosmetic && change.Table is not null), change =>
            Assert.Single(Regex.Matches(page.Value, Regex.Escape(DiffText.WithoutWord(change)))));
    }

    [Fact]
    public void Link_leads_to_each_card()
    {
        var page = Page(DiffReport.Html(SampleDiff.Rich));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.Contains("table-audit_002EOld_0020Notes", ids);
    }

    [Theory]
    [InlineData("a_b", "a__b")]
    [InlineData("a b", "a_0020b")]
    [InlineData("a.b", "a_b")]
    [InlineData("größe", "grosse")]
    [InlineData("x_0020", "x ")]
    public void Names_that_differ_have_anchors_that_differ(string first, string second)
    {
        static string Anchor(string name) => new DiffCard("table", name, []).Anchor;
        Assert.NotEqual(Anchor(first), Anchor(second));
        Assert.Matches("^[A-Za-z0-9_-]+$", Anchor(first));
    }

    [Fact]
    public void Cosmetic_difference_says_why_it_is_one()
    {
        var page = Page(DiffReport.Html(SampleDiff.Rich));
        Assert.Contains(
            "2 left-over defaults: cosmetic, because the model gives no default, and this one", page.Value, StringComparison.Ordinal);
        Assert.Contains(
            "2 left-over defaults: cosmetic, because the model gives no default, and this one",
            DiffReport.Markdown(SampleDiff.Rich),
            StringComparison.Ordinal);
        Assert.Contains("3 cosmetic", ByClass(page, "numbers").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_needs_nothing_from_elsewhere()
    {
        var text = DiffReport.Html(SampleDiff.Rich);
        var page = Page(text);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("meta"), meta => meta.Attribute("content")?.Value == "width=device-width, initial-scale=1");
    }

    [Fact]
    [Case("S6")]
    public void Hostile_names_are_text()
    {
        var text = DiffReport.Html(SampleDiff.Named(HostileText.Name));
        Assert.Empty(HostileText.In(text));
        var page = Page(text);
        Assert.Empty(page.Descendants("b"));
        Assert.Equal(2, page.Descendants("section").Count());
        Assert.All(page.Descendants("code"), code => Assert.False(code.HasElements));
    }

    [Fact]
    [Case("S6")]
    public void Names_from_right_to_left_keep_their_places()
        => Assert.Equal(
            "&#39;<bdi>א</bdi>.<bdi>ב ג</bdi>&#39; -&gt; &#39;<bdi>\U0001E900</bdi>&#39; größe",
            HtmlText.Line("'א.ב ג' -> '\U0001E900' größe"));

    [Fact]
    [Case("W4")]
    public void Long_difference_fits_a_comment_on_GitHub()
    {
        var text = DiffReport.Markdown(SampleDiff.Long(2_000));
        Assert.InRange(text.Length, 1, GitHubComment);
        Assert.Contains("other\\_007 and 1,992 more (--verbose names them)", text, StringComparison.Ordinal);
        Assert.Contains("2,000 version tables and logs of other tools or schemas", text, StringComparison.Ordinal);
        Assert.Contains("'diff --verbose' writes them all", text, StringComparison.Ordinal);
        Assert.Contains("The SQL has 2,000 lines", text, StringComparison.Ordinal);
        var all = DiffReport.Markdown(SampleDiff.Long(2_000), isVerbose: true);
        Assert.Contains("other\\_1999", all, StringComparison.Ordinal);
        Assert.Contains("#### table\\_1999", all, StringComparison.Ordinal);
    }

    [Fact]
    [Case("W4")]
    public void Many_rows_of_a_table_are_counted()
    {
        var rows = Enumerable.Range(0, 5_000).Select(
            row => SampleDiff.Change("added", "seed row", "t", $"id = {row}", $"added seed row (id = {row}) of 't'"));
        var diff = new DiffResult { Command = "diff", Changes = [.. rows] };
        var card = Page(DiffReport.Html(diff)).Descendants("section").Single();
        Assert.Equal(101, card.Descendants("li").Count());
        Assert.Equal("… and 4,900 more; list them with --verbose or --json.", card.Descendants("li").Last().Value);
        Assert.Equal(5_000, Page(DiffReport.Html(diff, isVerbose: true)).Descendants("section").Single().Descendants("li").Count());
        Assert.Contains("* … and 4,900 more", DiffReport.Markdown(diff), StringComparison.Ordinal);
        Assert.Contains("5,000 added", DiffReport.Markdown(diff), StringComparison.Ordinal);
    }

    // https://www.w3.org/TR/WCAG22/#contrast-minimum
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Colours_have_the_contrast_of_AA(int scheme)
    {
        var roots = Regex.Matches(HtmlPage.Style, @":root \{([^}]*)\}").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, roots.Count);
        var colours = Regex.Matches(roots[scheme], "--([a-z-]+): (#[0-9a-f]{6})")
            .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));
        foreach (var name in new[] { "added", "altered", "renamed", "removed", "danger", "cosmetic" })
            Assert.True(Contrast(colours[name], colours[name + "-back"]) >= 4.5, name);
        Assert.All(new[] { "text", "muted", "link" }, name => Assert.True(Contrast(colours[name], colours["page"]) >= 4.5, name));
        Assert.All(new[] { "text", "muted" }, name => Assert.True(Contrast(colours[name], colours["code"]) >= 4.5, name));
        Assert.True(Contrast(colours["danger"], colours["page"]) >= 4.5);
    }

    private static double Contrast(double first, double second) => (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);

    private static double Luminance(string colour)
    {
        double Part(int start)
        {
            var value = Convert.ToInt32(colour[start..(start + 2)], 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static XElement Page(string text) => XDocument.Parse(text["<!DOCTYPE html>".Length..]).Root!;

    private static IEnumerable<XElement> ByClass(XElement page, string name)
        => page.Descendants().Where(element => element.Attribute("class")?.Value == name);

    // With AUTOGEN_UPDATE_SNAPSHOTS=1 it is written instead of compared: review it before it is committed.
    private static void Golden(string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", "Autogen.EndToEnd.Tests", "Output", "_snapshots", name);
        if (Environment.GetEnvironmentVariable("AUTOGEN_UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
