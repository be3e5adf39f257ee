using System.Text;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// The name that PostgreSQL gives to the sequence of a serial or identity column (<c>makeObjectName</c>):
/// <c>table_column_seq</c>, the longer part cut first.
/// </summary>
internal static class OwnedSequenceNames
{
    private const int MaximumBytes = 63;
    private const string Suffix = "_seq";

    /// <summary>The provider's default name for the sequence, as if it were free.</summary>
    public static string Default(string table, string column)
    {
        var (first, second) = (Encoding.UTF8.GetByteCount(table), Encoding.UTF8.GetByteCount(column));
        while (first + second > MaximumBytes - 1 - Suffix.Length)
        {
            if (first > second)
                first--;
            else
                second--;
        }

        return $"{Cut(table, first)}_{Cut(column, second)}{Suffix}";
    }

    // Never within a letter.
    private static string Cut(string name, int bytes)
    {
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
