using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autogen.Conventions.Tests;

/// <summary>The length of lines, which <c>.editorconfig</c> states and no formatter enforces.</summary>
public class LineTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_of_C_sharp_is_longer_than_140_characters()
    {
        var offenders = new[] { "src", "tests", "tools" }
            .SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(file => !file.Contains("/_snapshots/", StringComparison.Ordinal)) // revisions as the tool writes them, compared as text
            .SelectMany(file => TooLong(Repository.Read(file)).Select(line => $"{file}:{line}"));
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("var a = \"{0}\";", "1")]
    [InlineData("// {0}\nvar a = 1;", "1")]
    [InlineData("#pragma warning disable CA1031 // {0}", "1")]
    [InlineData("// https://www.postgresql.org/{0}", "")]
    [InlineData("var a = \"\"\"\n    {0}\n    \"\"\"; // {0}", "3")]
    [InlineData("var a = $\"\"\"\n    {0} {{a}} {0}\n    {0}\n    \"\"\";", "")]
    [InlineData("var a = @\"{0}\n{0}\n\";", "1")]
    public void Only_the_lines_inside_a_text_and_addresses_may_be_longer(string source, string expected)
        => Assert.Equal(expected, string.Join(' ', TooLong(source.Replace("{0}", new('x', Longest), StringComparison.Ordinal))));

    // A text's lines can't be broken without changing it, and half an address can't be followed.
    private static IEnumerable<int> TooLong(string source)
    {
        var text = SourceText.From(source);
        var lines = text.Lines.Where(line => line.Span.Length > Longest && !IsAddress(line.ToString())).ToList();
        if (lines.Count == 0)
            return [];
        var inside = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
            .Where(node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
            .SelectMany(node => LinesInside(text, node.Span))
            .ToHashSet();
        return lines.Select(line => line.LineNumber).Where(number => !inside.Contains(number)).Select(number => number + 1);
    }

    private static bool IsAddress(string line)
        => line.TrimStart(' ', '/') is var rest && rest.StartsWith("https://", StringComparison.Ordinal) && !rest.Contains(' ');

    // What precedes a text on its first line, and what follows it on its last, is code.
    private static IEnumerable<int> LinesInside(SourceText text, TextSpan span)
        => Enumerable.Range(text.Lines.IndexOf(span.Start) + 1, text.Lines.IndexOf(span.End) - text.Lines.IndexOf(span.Start))
            .Where(line => span.End >= text.Lines[line].End);
}
