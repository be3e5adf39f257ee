using System.Globalization;
using System.Text;

namespace Autogen.EndToEnd.Tests.Output;

/// <summary>Text of others that would do something to the terminal, to a document, or to a reader.</summary>
internal static class HostileText
{
    /// <summary>
    /// Control characters, marks that turn the direction of writing, invisible characters, line ends, and the markup of every format.
    /// </summary>
    public const string Name =
        "a\u001b[2J\u001b]0;t\u0007\u009b31m\r\nerror AG0001: forged\u0085\u2028\u202egnp\u2066\u2069\u200e\u200f\u200b\ufeff\t| ` ``` * _ "
            + "[x](https://e.vil) <b>&lt;</b> --> \"];%%{init: {}}%% #1 @you $x$ \\N </pre></details> '\"; DROP TABLE t; --";

    /// <summary>The characters of a text that must not reach a terminal.</summary>
    public static IEnumerable<string> In(string text)
        => text.EnumerateRunes()
            .Where(rune => rune.Value is not ('\n' or '\t')
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator)
            .Select(rune => $"U+{rune.Value:X4}");
}
