namespace Autogen.Schema.Objects;

/// <summary>What the text of a type consists of.</summary>
/// <param name="Schema">The schema, without quotes; <see langword="null"/> for none.</param>
/// <param name="Name">The name: folded, or without its quotes.</param>
/// <param name="Literal">Schema and name as written, without quotes.</param>
/// <param name="IsQuoted">Whether the name is in quotes.</param>
/// <param name="Fields">The fields of an interval; <see langword="null"/> for none.</param>
/// <param name="Modifiers">What is in parentheses.</param>
/// <param name="ArrayRank">How many pairs of brackets follow.</param>
/// <param name="Element">The text before those brackets.</param>
internal sealed record StoreTypeParts(
    string? Schema,
    string Name,
    ObjectName Literal,
    bool IsQuoted,
    string? Fields,
    EquatableList<string> Modifiers,
    int ArrayRank,
    string Element)
{
    /// <summary>Whether the text follows the rules of a type.</summary>
    public bool IsParsed { get; init; } = true;

    /// <summary>A text that is no type: a name as a whole.</summary>
    public static StoreTypeParts Opaque(string text)
        => new(null, text, new ObjectName(text), IsQuoted: true, null, [], 0, text) { IsParsed = false };
}
