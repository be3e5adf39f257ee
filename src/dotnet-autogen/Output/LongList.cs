using System.Globalization;

namespace Autogen.Tool.Output;

/// <summary>Lists that can be long: the beginning and a count, or all of it where the user asks.</summary>
internal static class LongList
{
    private const int MostLines = 100;
    private const int MostNames = 8;

    /// <summary>The lines, or the first of them and how many follow.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> lines, bool isVerbose)
        => isVerbose || lines.Count <= MostLines
            ? lines
            : lines.Take(MostLines).Append(
                string.Create(
                    CultureInfo.InvariantCulture, $"… and {lines.Count - MostLines:N0} more; list them with --verbose or --json."));

    /// <summary>Names in one sentence, without its full stop: of many the first, and how many there are.</summary>
    public static string Names(IReadOnlyList<string> names, bool isVerbose)
        => isVerbose || names.Count <= MostNames
            ? string.Join(", ", names)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames:N0} more (--verbose names them)");
}
