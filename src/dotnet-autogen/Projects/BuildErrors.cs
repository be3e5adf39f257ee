using System.Text.RegularExpressions;

namespace Autogen.Tool.Projects;

/// <summary>The errors in what MSBuild prints, each once.</summary>
internal static partial class BuildErrors
{
    private const int Listed = 20;

    /// <summary>The errors, a line each; all of the text where none is found in it.</summary>
    public static string Of(string output)
    {
        var errors = output.Split('\n')
            .Select(line => line.Trim())
            .Where(line => Error().IsMatch(line))
            .Select(line => Project().Replace(line, ""))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (errors.Count == 0)
            return output.Trim();
        return string.Join('\n', errors.Take(Listed)) + (errors.Count > Listed ? $"\n… and {errors.Count - Listed} more" : "");
    }

    [GeneratedRegex(
        @"(^|\s|:)error(\s+\w+)?\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Error();

    [GeneratedRegex(@"\s*\[[^\]]*proj(::[^\]]*)?\]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Project();
}
