using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Rendering.Syntax;

/// <summary>Names of projects and folders as namespaces of C#.</summary>
internal static class Namespaces
{
    /// <summary>
    /// The namespace that the IDE and <c>dotnet new</c> give a class of a project or folder of that name: characters that an identifier
    /// can't have become underscores, and a part that begins with a digit gets one before it.
    /// </summary>
    /// <remarks>
    /// The rule is that of <c>DefaultSafeNamespaceValueFormFactory</c> in dotnet/templating. A keyword stays as it is: the
    /// renderer writes <c>@</c> before it.
    /// </remarks>
    /// <param name="name">Any text; dots divide it.</param>
    /// <returns>A valid namespace; empty for a text that is empty or blank.</returns>
    public static string Of(string name)
    {
        var trimmed = name.Trim();
        var result = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var character = trimmed[i];
            var isFirst = result.Length == 0 || result[^1] == '.';
            if (char.IsSurrogatePair(trimmed, i))
                i++;
            if (character == '.' && !isFirst && i < trimmed.Length - 1)
                result.Append('.');
            else if (!IsPart(character))
                result.Append('_');
            else if (isFirst && !SyntaxFacts.IsIdentifierStartCharacter(character))
                result.Append('_').Append(character);
            else
                result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>Whether the text is a namespace as it is; keywords are, with or without their <c>@</c>.</summary>
    public static bool IsValid(string name)
        => name.Split('.').All(part => part.StartsWith('@') ? IsPartOfName(part[1..]) : IsPartOfName(part));

    private static bool IsPartOfName(string part) => part.Length > 0 && part.All(IsPart) && SyntaxFacts.IsIdentifierStartCharacter(part[0]);

    // The compiler leaves formatting characters out of identifiers.
    private static bool IsPart(char character)
        => SyntaxFacts.IsIdentifierPartCharacter(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
