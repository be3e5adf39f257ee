using System.Text.RegularExpressions;

namespace Autogen.Design.Models;

/// <summary>
/// A store type as a model writes it: some put the column's collation behind it (<c>TEXT COLLATE NOCASE</c>), and EF Core hands
/// that to the database as it is.
/// </summary>
/// <param name="Type">The type alone.</param>
/// <param name="Collation">The collation; <see langword="null"/> for none.</param>
internal sealed partial record DeclaredType(string Type, string? Collation)
{
    /// <summary>Parses a declared type.</summary>
    public static DeclaredType Read(string text)
    {
        var match = Collate().Match(text);
        if (!match.Success)
            return new DeclaredType(text, Collation: null);

        var collation = match.Groups["name"].Value;
        return new DeclaredType(
            text[..match.Index],
            collation.StartsWith('"') ? collation[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : collation);
    }

    [GeneratedRegex(
        """\s+COLLATE\s+(?<name>"(?:[^"]|"")+"|\w+)\s*$""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Collate();
}
