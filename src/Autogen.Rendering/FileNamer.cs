using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Rendering;

/// <summary>Words of a revision's message, for the names of its file and its class.</summary>
internal static class FileNamer
{
    private const int LongestSlug = 40;
    private const int LongestClassName = 80;

    /// <summary>
    /// Names that a class in the revisions' namespace must not have: it would hide, in its own file or in another revision's, what
    /// revisions are written with, or be named as one of its members.
    /// </summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "Revision", "RevisionAttribute", "Revisions", "Upgrade", "Downgrade", "Autogen", "Microsoft", "System", "Npgsql", "NpgsqlTypes",
        "NetTopologySuite",
        "Migration", "Migrations", "MigrationBuilder", "MigrationAttribute", "MigrationOperation", "ReferentialAction",
        "NpgsqlValueGenerationStrategy",
        "NullSortOrder", "SortOrder", "Array", "BigInteger", "Boolean", "Byte", "Char", "Convert", "CultureInfo", "DateOnly", "DateTime",
        "DateTimeKind", "DateTimeOffset",
        "Decimal", "Double", "Guid", "Int16", "Int32", "Int64", "IPAddress", "JsonDocument", "List", "Object", "PhysicalAddress", "Single",
        "String", "TimeOnly", "TimeSpan",
        "Type", "Uri", "UriKind", "Version");

    /// <summary>The message in lower-case ASCII words, joined by underscores, cut at a word's end.</summary>
    internal static string Slug(string message)
    {
        var slug = string.Join('_', Words(message, char.IsAsciiLetterOrDigit).Select(w => w.ToLowerInvariant()));
        if (slug.Length <= LongestSlug)
            return slug;
        var end = slug[LongestSlug] == '_' ? LongestSlug : slug.LastIndexOf('_', LongestSlug - 1);
        return slug[..(end > 0 ? end : LongestSlug)];
    }

    /// <summary>The message in Pascal case: a legal identifier that hides nothing and that nobody has.</summary>
    /// <param name="id">The revision's id; it tells classes of one name apart.</param>
    /// <param name="message">What the revision is about.</param>
    /// <param name="taken">Names that the namespace holds already.</param>
    internal static string ClassName(string id, string message, IReadOnlyCollection<string> taken)
    {
        var name = new StringBuilder();
        foreach (var word in Words(message, char.IsLetterOrDigit))
        {
            if (name.Length > 0 && name.Length + word.Length > LongestClassName)
                break;
            var part = word.Length > LongestClassName ? word[..LongestClassName] : word;
            // Two numbers side by side would become another number.
            if (name.Length > 0 && char.IsDigit(name[^1]) && char.IsDigit(part[0]))
                name.Append('_');
            name.Append(char.ToUpperInvariant(part[0])).Append(part, 1, part.Length - 1);
        }

        var idPart = string.Concat(id.Where(char.IsAsciiLetterOrDigit));
        if (name.Length == 0)
            name.Append("Revision").Append(Capitalised(idPart));
        else if (char.IsDigit(name[0]))
            name.Insert(0, "Revision");
        var result = name.ToString();
        if (Reserved.Contains(result))
            result += "Revision";
        return taken.Contains(result, StringComparer.Ordinal) ? $"{result}_{idPart}" : result;
    }

    /// <summary>Whether a class may have that name: a legal identifier that hides nothing and that nobody has.</summary>
    internal static bool IsFree(string name, IReadOnlyCollection<string> taken)
        => SyntaxFacts.IsValidIdentifier(name)
            && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            && !Reserved.Contains(name)
            && !taken.Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> Words(string message, Func<char, bool> belongs)
    {
        var word = new StringBuilder();
        foreach (var character in Transliteration.ToAscii(message))
        {
            // Decimal digits of other scripts are legal in an identifier, but letter-like numbers are not.
            if (belongs(character) && CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.OtherNumber)
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string Capitalised(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
