using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Rendering.Syntax;

/// <summary>Names of the database as identifiers of C#.</summary>
internal static class Identifiers
{
    /// <summary>The compiler's limit is 511; what is longer than this reads better as a string.</summary>
    private const int Longest = 128;

    /// <summary>What every object has: an anonymous type's property of this name would hide it, or is refused.</summary>
    private static readonly FrozenSet<string> ObjectMembers = FrozenSet.Create(
        StringComparer.Ordinal, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");

    /// <summary>The identifier as it is written: a keyword gets its <c>@</c>.</summary>
    internal static string Escaped(string identifier)
        => SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    /// <summary>
    /// A property's name for each column's, in the same order: the column's own where that is legal, else one made
    /// of it, told apart by a number.
    /// </summary>
    internal static IReadOnlyList<string> OfColumns(IReadOnlyList<string> columns)
    {
        var taken = new HashSet<string>(columns.Where(IsLegal), StringComparer.Ordinal);
        var result = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            if (IsLegal(column))
            {
                result.Add(column);
                continue;
            }

            var made = MadeLegal(column);
            var name = made;
            for (var number = 2; !taken.Add(name); number++)
                name = made + "_" + number.ToString(CultureInfo.InvariantCulture);
            result.Add(name);
        }

        return result;
    }

    /// <summary>
    /// Whether the compiler takes the text, all of it, as an identifier: it leaves out formatting characters,
    /// so a name that has one is none.
    /// </summary>
    private static bool IsLegal(string name) =>
        name.Length <= Longest && SyntaxFacts.IsValidIdentifier(name) && !ObjectMembers.Contains(name) && !name.Any(IsFormatting);

    private static string MadeLegal(string name)
    {
        var result = new StringBuilder();
        foreach (var character in name.Length > Longest ? name.AsSpan(0, Longest) : name)
            result.Append(SyntaxFacts.IsIdentifierPartCharacter(character) && !IsFormatting(character) ? character : '_');
        if (result.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(result[0]) || ObjectMembers.Contains(result.ToString()))
            result.Insert(0, '_');
        return result.ToString();
    }

    private static bool IsFormatting(char character) => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
