using System.Globalization;
using System.Text;

namespace Autogen.Design.Planning.Naming;

/// <summary>Names for what is in another's place for a moment.</summary>
internal static class TemporaryNames
{
    /// <summary>What PostgreSQL keeps of a name; SQLite has no limit.</summary>
    private const int MaximumBytes = 63;

    /// <summary>The name with a suffix, cut to 63 bytes and numbered if it is taken.</summary>
    public static string From(string name, string suffix, Func<string, bool> isTaken)
    {
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? suffix : suffix + number.ToString(CultureInfo.InvariantCulture);
            var candidate = Cut(name, MaximumBytes - Encoding.UTF8.GetByteCount(ending)) + ending;
            if (!isTaken(candidate))
                return candidate;
        }
    }

    private static string Cut(string name, int bytes)
    {
        var cut = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            cut.Append(rune);
        }

        return cut.ToString();
    }
}
