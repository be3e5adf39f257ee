using System.Xml.Linq;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Testing;
using Autogen.Tool.Output;
using Autogen.Tool.Output.Diff;

namespace Autogen.EndToEnd.Tests.Output;

[Case("S6")]
public class HostileTextTests
{
    private static readonly DiffResult diff = new()
    {
        Command = "diff",
        Changes =
        [
            new ChangeMessage("added", "table", null, HostileText.Name, $"added table '{HostileText.Name}'", false, null, null),
            new ChangeMessage("added", "table", null, "b", "added table 'b'", false, null, null)
        ],
        Risks = [new RiskMessage("note", $"'{HostileText.Name}' is large.")],
        Script = $"CREATE TABLE \"{HostileText.Name}\" ();\n",
    };

    private static readonly IReadOnlyList<RevisionMessage> revisions =
    [
        new RevisionMessage("bbbb", ["aaaa"], HostileText.Name.Replace("\r\n", "", StringComparison.Ordinal), IsHead: true)
        {
            Branches = [HostileText.Name]
        },
        new RevisionMessage("aaaa", [], "plain", IsHead: false),
    ];

    [Fact]
    public void Markdown_stays_a_list_of_as_many_items_and_one_fence()
    {
        var text = DiffReport.Markdown(diff);
        Assert.Empty(HostileText.In(text));
        var lines = text.Split('\n');
        Assert.Single(lines, line => line.StartsWith("* ", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(line => line.StartsWith("#### ", StringComparison.Ordinal)));
        var fence = Assert.Single(lines, line => line.EndsWith("sql", StringComparison.Ordinal) && line[0] == '`')[..^3];
        Assert.Equal(4, fence.Length);
        Assert.Single(lines, line => line == fence);

        // Outside of the code every mark has a backslash before it.
        var prose = string.Join('\n', lines[1..].TakeWhile(line => line != "<details><summary>SQL</summary>"))
            .Replace("#### ", "", StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)(?:\\\\)*[`_<>\[\]|~&#!$@]", prose);
        Assert.DoesNotContain("https://", prose, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_keeps_its_elements()
    {
        var text = DiffReport.Html(diff);
        Assert.Empty(HostileText.In(text));
        var page = XDocument.Parse(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var body = page.Root!.Element("body")!.Element("main")!;
        Assert.Equal(
            ["h1", "ul", "h2", "ul", "h2", "nav", "section", "section", "h2", "details"],
            body.Elements().Select(element => element.Name.LocalName));
        Assert.All(body.Descendants("bdi").Concat(body.Descendants("code")), element => Assert.False(element.HasElements));
    }

    [Fact]
    public void Mermaid_has_a_node_a_revision_and_no_directive()
    {
        var text = GraphDocument.Mermaid(revisions);
        Assert.Empty(HostileText.In(text));
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines[1..3], line => Assert.Matches("""^    r\d\["[^"%`<>]*(<br/>[^"%`<>]*)?"\]$""", line));
        Assert.Equal("    r1 --> r2", lines[3]);
    }

    [Fact]
    public void Dot_has_a_node_a_revision()
    {
        var text = GraphDocument.Dot(revisions);
        Assert.Empty(HostileText.In(text));
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.All(lines[3..5], line => Assert.Matches("""^    r\d \[label="(?:[^"\\]|\\\\|\\"|\\n)*"(?:, style=bold)?\];$""", line));
    }

    [Fact]
    public void A_table_has_a_line_a_row_and_its_columns_in_their_places()
    {
        var lines = TextTable.Lines(
            ["id", HostileText.Name[..20], "c"],
            [["1", HostileText.Name, null], ["2", "x\ud83dy", "z"], ["3", new string('e', 58) + "🙂🙂", ""]])
            .ToList();
        Assert.Equal(6, lines.Count);
        Assert.Empty(HostileText.In(string.Join('\n', lines)));
        Assert.Contains(@"x\uD83Dy", lines[3], StringComparison.Ordinal);
        Assert.All(
            lines[2..5],
            line => Assert.Equal(lines[1].IndexOf('+', StringComparison.Ordinal), line.IndexOf('|', StringComparison.Ordinal)));
        Assert.DoesNotContain(lines[4], character => character == '\ufffd');
        Assert.Equal(lines[4], string.Concat(lines[4].EnumerateRunes()));
    }

    [Fact]
    public void Drawings_have_a_line_a_revision() => Assert.Equal(2, GraphDrawing.Lines(revisions).Count(line => line[0] == '*'));
}
