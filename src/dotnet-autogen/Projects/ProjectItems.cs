using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Autogen.Tool.Projects;

/// <summary>Adds items to the text of a project, so that the file's own formatting stays.</summary>
internal static partial class ProjectItems
{
    /// <summary>
    /// The text with one item more: behind the last of its kind that holds under no condition, or in a group of its own before the end.
    /// </summary>
    /// <param name="text">The project.</param>
    /// <param name="item">The item: an element.</param>
    public static string Insert(string text, string item)
    {
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (EndOfLast(text, Name().Match(item).Groups["name"].Value) is { } end)
            return text[..end.Index] + line + end.Indent + item + text[end.Index..];
        var project = text.LastIndexOf("</Project>", StringComparison.Ordinal);
        var indent = Indent().Match(text) is { Success: true } match ? match.Groups["indent"].Value : "  ";
        var group = $"{indent}<ItemGroup>{line}{indent}{indent}{item}{line}{indent}</ItemGroup>{line}";
        return project < 0 ? text : text[..project].TrimEnd() + line + line + group + line + text[project..];
    }

    // Where the last such item ends that has a line of its own.
    private static (int Index, string Indent)? EndOfLast(string text, string name)
    {
        var last = Parse(text)?.Root?.Elements()
            .Where(group => group.Name.LocalName == "ItemGroup" && !group.HasAttributes)
            .SelectMany(group => group.Elements())
            .LastOrDefault(element => element.Name.LocalName == name);
        if (last is not IXmlLineInfo { LineNumber: > 0 } place)
            return null;
        var begin = LineStart(text, place.LineNumber);
        var indent = Blanks().Match(text, begin).Value;
        var closing = last.IsEmpty ? "/>" : $"</{name}>";
        var end = text.IndexOf(closing, begin + place.LinePosition - 1, StringComparison.Ordinal);
        return end < 0 || begin + indent.Length + 2 != begin + place.LinePosition ? null : (end + closing.Length, indent);
    }

    private static XDocument? Parse(string text)
    {
        try
        {
            return XDocument.Parse(text, LoadOptions.SetLineInfo);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int LineStart(string text, int line)
    {
        var start = 0;
        for (var number = 1; number < line; number++)
            start = text.IndexOf('\n', start) + 1;
        return start;
    }

    [GeneratedRegex("^<(?<name>[A-Za-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\G[ \t]*", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"\n(?<indent>[ \t]+)<(?:PropertyGroup|ItemGroup)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Indent();
}
