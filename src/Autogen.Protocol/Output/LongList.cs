using System.Globalization;

namespace Autogen.Output;

/// <summary>Lists that can be long: the beginning and a count, or all of it where the user asks.</summary>
internal static class LongList
{
    /// <summary>How many lines are printed of a longer list.</summary>
    public const int MostLines = 100;

    private const int MostNames = 8;

    /// <summary>The lines, or the first of them and how many follow.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> lines, bool isVerbose)
        => isVerbose || lines.Count <= MostLines
            ? lines
            : lines.Take(MostLines).Append(More(lines.Count - MostLines));

    /// <summary>The line for what is not printed.</summary>
    public static string More(int count)
        => string.Create(CultureInfo.InvariantCulture, $"… and {count:N0} more; list them with --verbose or --json.");

    /// <summary>Names in one sentence, without its full stop: of many the first, and how many there are.</summary>
    public static string Names(IReadOnlyList<string> names, bool isVerbose)
        => isVerbose ? string.Join(", ", names) : Names(names) + (names.Count <= MostNames ? "" : " (--verbose names them)");

    /// <summary>The same where no option names the others.</summary>
    public static string Names(IReadOnlyList<string> names)
        => names.Count <= MostNames
            ? string.Join(", ", names)
            : string.Create(
                CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames:N0} more");
}
