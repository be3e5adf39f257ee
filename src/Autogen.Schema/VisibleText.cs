using System.Globalization;
using System.Text;

namespace Autogen.Schema;

/// <summary>
/// Text of others (names and comments of a database, words of a file, lines of another process) as a reader can see it. A character that
/// is invisible, moves the cursor or turns the direction of writing becomes its code: <c>\u001B</c>. The one rule for terminals,
/// reports, and comments in SQL and C#.
/// </summary>
internal static class VisibleText
{
    // Letters and marks by category, nothing on the screen:
    // https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, Default_Ignorable_Code_Point.
    private const string Ignorable = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

    /// <summary>The text on one line: line breaks and tabs become spaces.</summary>
    public static string OneLine(string text) => Written(text, isOneLine: true);

    /// <summary>The text with its line feeds and tabs; a carriage return before a line feed is dropped.</summary>
    public static string Lines(string text) => Written(text, isOneLine: false);

    /// <summary>
    /// Whether a reader cannot see the character, or sees it at another place: control and format characters, line ends that editors do not
    /// know, halves of surrogate pairs.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The character; the first half of a surrogate pair stands for the pair.</param>
    public static bool IsInvisible(string text, int index)
        => Ignorable.Contains(text[index], StringComparison.Ordinal) || CharUnicodeInfo.GetUnicodeCategory(text, index) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
            UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Written(string text, bool isOneLine)
    {
        StringBuilder? written = null;
        for (var i = 0; i < text.Length; i++)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            var isKept = text[i] is '\n' or '\t' ? !isOneLine : !IsInvisible(text, i);
            if (!isKept)
                written ??= new StringBuilder(text, 0, i, text.Length + 16);
            if (isKept)
                written?.Append(text, i, width);
            else if (isOneLine && text[i] is '\n' or '\r' or '\t')
                written!.Append(' ');
            else if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
                AppendCodes(written!, text.AsSpan(i, width));
            i += width - 1;
        }

        return written?.ToString() ?? text;
    }

    private static void AppendCodes(StringBuilder written, ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
            written.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
    }
}
