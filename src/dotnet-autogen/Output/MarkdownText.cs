using System.Text;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Output;

/// <summary>Text of others inside Markdown (github.github.com/gfm): nothing in it is markup, a link, HTML or a formula.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_<>[]|~&#!$";

    /// <summary>A text as a part of a line.</summary>
    public static string Line(string text)
    {
        var visible = VisibleText.OneLine(text);
        var escaped = new StringBuilder(visible.Length);
        for (var index = 0; index < visible.Length; index++)
        {
            if (Marks.Contains(visible[index], StringComparison.Ordinal) || IsLink(visible, index))
                escaped.Append('\\');
            escaped.Append(visible[index]);
        }

        return escaped.ToString();
    }

    /// <summary>A block of code behind a fence that is longer than any in it.</summary>
    public static string Code(string code, string language)
    {
        var visible = VisibleText.Lines(code).TrimEnd('\n');
        var fence = new string('`', Math.Max(3, LongestRun(visible, '`') + 1));
        return $"{fence}{language}\n{visible}\n{fence}\n";
    }

    // An address becomes a link by itself: https://…, www.…, a@b.c (https://github.github.com/gfm/#autolinks-extension-).
    private static bool IsLink(string text, int index) => text[index] switch
    {
        ':' => index + 1 < text.Length && text[index + 1] == '/',
        '.' => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        '@' => true,
        _ => false,
    };

    private static int LongestRun(string text, char character)
    {
        var longest = 0;
        var run = 0;
        foreach (var other in text)
        {
            run = other == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
