using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>A type that is written as one name, with or without a schema: <c>pg_catalog."varchar"(20)</c>. Not one of several words, as <c>double precision</c>.</summary>
/// <param name="Schema">The schema as written; <see langword="null"/> for none.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Facets">What stands in parentheses, without white space; empty for nothing.</param>
internal sealed partial record PostgreSqlTypeName(string? Schema, string Name, string Facets)
{
    /// <summary>
    /// The name under which the catalogue has it, where it is written as the catalogue's own: in quotes or as one of <c>pg_catalog</c>'s. There <c>char</c> is <c>"char"</c>, and <c>int</c> is nothing.
    /// </summary>
    public string? Internal => Schema is null ? (Name[0] == '"' ? Folded(Name) : null) : string.Equals(Folded(Schema), "pg_catalog", StringComparison.Ordinal) ? Folded(Name) : null;

    /// <summary>Reads it; <see langword="null"/> for what is not written as one name.</summary>
    public static PostgreSqlTypeName? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new PostgreSqlTypeName(match.Groups["schema"] is { Success: true } schema ? schema.Value : null, match.Groups["name"].Value, Spaces().Replace(match.Groups["facets"].Value, ""))
            : null;
    }

    /// <summary>
    /// Whether two spellings name one type. What has no quotes is folded; taken as it is, too, as Npgsql finds <c>Mood</c> at run time although SQL would not. What extensions' types have in
    /// parentheses is the extension's (<c>geometry (point)</c> is stored as <c>geometry(Point)</c>): its case makes no difference.
    /// </summary>
    public bool IsSame(PostgreSqlTypeName other)
        => AreSame(Name, other.Name) && string.Equals(Facets, other.Facets, StringComparison.OrdinalIgnoreCase)
            && (Schema is null ? other.Schema is null : other.Schema is not null && AreSame(Schema, other.Schema));

    private static bool AreSame(string left, string right)
        => string.Equals(Folded(left), Folded(right), StringComparison.Ordinal) || string.Equals(Unquoted(left), Unquoted(right), StringComparison.Ordinal);

    // PostgreSQL folds the letters of ASCII and leaves the others, in every encoding of several bytes (downcase_identifier).
    private static string Folded(string identifier)
        => identifier[0] == '"' ? Unquoted(identifier) : string.Concat(identifier.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private static string Unquoted(string identifier) => identifier[0] == '"' ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : identifier;

    [GeneratedRegex(
        """^((?<schema>"([^"]|"")+"|[\w$]+)\s*\.\s*)?(?<name>"([^"]|"")+"|[\w$]+)\s*(\((?<facets>[^()]*)\))?$""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Spaces();
}
