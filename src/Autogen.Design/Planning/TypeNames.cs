using System.Text;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>Reads the name of a user's own type out of a store type: <c>"Sch Ema"."Mood"[]</c> is <c>Mood</c> in <c>Sch Ema</c>.</summary>
internal static class TypeNames
{
    /// <summary>The type's name (of an array that of its elements), or <see langword="null"/> where the text is no plain name (<c>numeric(18,2)</c>).</summary>
    public static ObjectName? Parse(string storeType)
    {
        var text = storeType.AsSpan().Trim();
        while (text.EndsWith("[]", StringComparison.Ordinal))
            text = text[..^2].TrimEnd();

        var parts = new List<string>(2);
        var i = 0;
        while (i < text.Length)
        {
            var part = Part(text, ref i);
            if (part.Length == 0)
                return null;
            parts.Add(part);
            if (i < text.Length && text[i++] != '.')
                return null;
        }

        return parts switch
        {
            [var name] => new ObjectName(name),
            [var schema, var name] => new ObjectName(schema, name),
            _ => null,
        };
    }

    /// <summary>Whether a store type is the enumerated type, or an array of it.</summary>
    public static bool IsOf(string storeType, ObjectName type, string? defaultSchema)
        => Parse(storeType) is { } name
            && string.Equals(name.Name, type.Name, StringComparison.Ordinal)
            && string.Equals(name.Schema ?? defaultSchema, type.Schema ?? defaultSchema, StringComparison.Ordinal);

    private static string Part(ReadOnlySpan<char> text, ref int i)
    {
        var part = new StringBuilder();
        if (text[i] != '"')
        {
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '$'))
                part.Append(char.ToLowerInvariant(text[i++]));
            return part.ToString();
        }

        for (i++; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i++;
                if (i == text.Length || text[i] != '"')
                    break;
            }

            part.Append(text[i]);
        }

        return part.ToString();
    }
}
