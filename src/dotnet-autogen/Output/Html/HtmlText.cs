using System.Text.RegularExpressions;
using Autogen.Schema;

namespace Autogen.Tool.Output.Html;

/// <summary>Text of others inside HTML: nothing in it is markup, and invisible characters are their codes.</summary>
internal static partial class HtmlText
{
    /// <summary>A text as a part of a line.</summary>
    public static string Line(string text) => Encoded(VisibleText.OneLine(text));

    /// <summary>A name whose direction of writing does not reach its neighbours.</summary>
    public static string Name(string text) => $"<bdi>{Line(text)}</bdi>";

    /// <summary>A block of code.</summary>
    public static string Code(string code) => $"<pre><code>{Encoded(VisibleText.Lines(code).TrimEnd('\n'))}</code></pre>";

    // Words that are written from right to left, each for itself: between two of them 'a -> b' would read 'b <- a'.
    // https://www.unicode.org/reports/tr9/#Implicit_Directional_Marks
    private static string Encoded(string visible)
        => RightToLeft().Replace(Escaped(visible), words => $"<bdi>{words.Value}</bdi>");

    // The page is UTF-8: only markup is escaped.
    private static string Escaped(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    // Blocks of such scripts; those beyond U+FFFF are the pairs that begin with U+D802, U+D803, U+D83A and U+D83B.
    [GeneratedRegex("(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF])"
        + "(?: *(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF]))*")]
    private static partial Regex RightToLeft();
}
