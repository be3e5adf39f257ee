using System.Globalization;

namespace Autogen.Schema.Objects;

/// <summary>
/// The type of a column or a sequence. Its text is parsed once, here. Two are equal if their texts are: what the catalogue or the model
/// says of the type (<see cref="Kind"/>) travels with it and makes no difference.
/// </summary>
public sealed record StoreType
{
    private readonly StoreTypeParts parts;

    /// <summary>Parses a type. A text that can't be parsed is a name.</summary>
    /// <param name="text">
    /// The type as SQL: <c>timestamp(3) with time zone</c>, <c>"Sales"."Mood"[]</c>, SQLite's <c>UNSIGNED BIG INT</c>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public StoreType(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        parts = StoreTypeScanner.Read(text) ?? StoreTypeParts.Opaque(text);
    }

    private StoreType(string text, StoreTypeParts parts) => (Text, this.parts) = (text, parts);

    /// <summary>
    /// The type in the database's canonical spelling: PostgreSQL's <c>format_type</c>, SQLite's declared type (empty where none was
    /// declared).
    /// </summary>
    public string Text { get; }

    /// <summary>The schema as written, without quotes; <see langword="null"/> where none is written.</summary>
    public string? Schema => parts.Schema;

    /// <summary>
    /// The name without schema, quotes, modifiers and array: <c>timestamp with time zone</c>. Letters of ASCII are lower case unless it is
    /// in quotes.
    /// </summary>
    public string Name => parts.Name;

    /// <summary>What is in parentheses: a length, or precision and scale, or an extension's words.</summary>
    public EquatableList<string> Modifiers => parts.Modifiers;

    /// <summary>
    /// The first modifier as a number: a length in characters or bits, or a precision in digits; else <see langword="null"/>.
    /// </summary>
    public int? Length => Number(0);

    /// <summary>The scale in digits, of a type that has one; else <see langword="null"/>.</summary>
    public int? Scale => Number(1);

    /// <summary>The fields of an interval (<c>day to second</c>); else <see langword="null"/>.</summary>
    public string? Fields => parts.Fields;

    /// <summary>
    /// How many pairs of brackets are written; 0 for what is not written as an array. PostgreSQL writes one, whatever the rank.
    /// </summary>
    public int ArrayRank => parts.ArrayRank;

    /// <summary>What the type is (of an array: what its elements are), by the catalogue or the model.</summary>
    public StoreTypeKind Kind => Definition?.Kind ?? StoreTypeKind.Unknown;

    /// <summary>The definition of the type (of an array: of its elements); <see langword="null"/> where it is not known.</summary>
    internal DefinedType? Definition { get; init; }

    /// <summary>Whether it is written as an array.</summary>
    internal bool IsArray => ArrayRank > 0;

    /// <summary>Whether the name is in quotes.</summary>
    internal bool IsQuoted => parts.IsQuoted;

    /// <summary>Whether the text follows the rules of a type.</summary>
    internal bool IsParsed => parts.IsParsed;

    /// <summary>Schema and name as written, without quotes: Npgsql finds <c>Mood</c> by these letters, although SQL would not.</summary>
    internal ObjectName Literal => parts.Literal;

    /// <summary>Of an array the type of its elements; else this.</summary>
    internal StoreType Element => IsArray ? new StoreType(parts.Element, parts with { ArrayRank = 0 }) { Definition = Definition } : this;

    /// <summary>Without domains: the type that the values are stored as.</summary>
    internal StoreType Underlying
        => this is { IsArray: false, Kind: StoreTypeKind.Domain, Definition.Of: { } inner } ? inner.Underlying : this;

    /// <summary>Whether it is a domain, or one over a domain, that has checks.</summary>
    internal bool IsChecked
        => this is { IsArray: false, Kind: StoreTypeKind.Domain, Definition: { } definition }
            && (definition.IsChecked || definition.Of?.IsChecked == true);

    /// <summary>Whether nothing but modifiers and fields tells them apart.</summary>
    internal bool IsLike(StoreType other)
    {
        static StoreTypeParts Bare(StoreTypeParts parts) => parts with { Modifiers = [], Fields = null, Literal = new(""), Element = "" };
        return Bare(parts).Equals(Bare(other.parts));
    }

    /// <summary>Whether it has that name; one without a schema is in the default schema, unless it is known to be another type.</summary>
    /// <param name="name">The name.</param>
    /// <param name="defaultSchema">What a missing schema means.</param>
    internal bool IsNamed(ObjectName name, string? defaultSchema)
    {
        var own = Definition?.Name ?? new ObjectName(Schema, Name);
        return string.Equals(own.Name, name.Name, StringComparison.Ordinal)
            && string.Equals(own.Schema ?? defaultSchema, name.Schema ?? defaultSchema, StringComparison.Ordinal);
    }

    /// <summary>By the texts.</summary>
    public bool Equals(StoreType? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private int? Number(int index)
        => Modifiers.Count > index
            && int.TryParse(Modifiers[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Parses a type, so that one can be written as a text.</summary>
    public static implicit operator StoreType(string text) => new(text);
}
