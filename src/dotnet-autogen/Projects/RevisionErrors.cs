using System.Globalization;
using System.Text.RegularExpressions;

namespace Autogen.Tool.Projects;

/// <summary>
/// Adds what to write to a compiler's error that says nothing of it: the properties of <c>[Revision]</c> take a text or an array, so they
/// are objects, and C# makes no collection expression for an object.
/// </summary>
internal static partial class RevisionErrors
{
    /// <summary>The errors, a line each, with an explanation below the ones that need it.</summary>
    public static string Explained(string errors)
        => string.Join('\n', errors.Split('\n').SelectMany(line => Advice(line) is { } advice ? [line, advice] : new[] { line }));

    private static string? Advice(string error)
    {
        if (Collection().Match(error) is not { Success: true } match || LineOf(match) is not { } line)
            return null;
        return Property().Match(line).Groups["name"].Value switch
        {
            "" => null,
            "Revises" => "  Write the parents behind the id, [Revision(\"id\", [\"a\", \"b\"])], or as an array: "
                + "Revises = new[] { \"a\", \"b\" }.",
            var name => $"  Write an array: {name} = new[] {{ \"a\", \"b\" }}.",
        };
    }

    private static string? LineOf(Match match)
    {
        try
        {
            return File.ReadLines(match.Groups["file"].Value)
                .ElementAtOrDefault(int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) - 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // the error alone says enough
        }
    }

    // CS9174 is what a compiler says of an object, CS0029 of a text in parentheses or an array of other things.
    [GeneratedRegex(
        @"^(?<file>.+)\((?<line>\d{1,6}),\d+\): error CS(9174|0029|9176)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Collection();

    [GeneratedRegex(@"\b(?<name>Revises|DependsOn|Branch)\s*=\s*\[", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();
}
