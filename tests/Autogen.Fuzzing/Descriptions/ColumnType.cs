namespace Autogen.Fuzzing.Descriptions;

/// <summary>A type that a column can have.</summary>
/// <param name="Key">How descriptions call it.</param>
/// <param name="Clr">The property's type.</param>
/// <param name="StoreType">The store type, as a model spells it; <see langword="null"/> where the provider chooses.</param>
/// <param name="Family">What it can be converted to.</param>
/// <param name="Value">The value that row <c>i</c> has: another for every row.</param>
/// <param name="Text">That value as the database writes it.</param>
public sealed record ColumnType(
    string Key, Type Clr, string? StoreType, TypeFamily Family, Func<long, object> Value, Func<long, string> Text)
{
    /// <summary>Values that may be a default, by the text that descriptions call them by.</summary>
    public IReadOnlyDictionary<string, object> Defaults { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Defaults as SQL.</summary>
    public IReadOnlyList<string> DefaultSqls { get; init; } = [];

    /// <summary>Whether keys and unique indexes may hold it: it has as many values as there are rows, and an order.</summary>
    public bool IsKeyable { get; init; } = true;

    /// <summary>Whether an index may hold it.</summary>
    public bool IsIndexable { get; init; } = true;

    /// <summary>Whether a required column of it can be added to a table with rows: it has a natural value for them.</summary>
    public bool HasBackfill { get; init; } = true;

    /// <summary>The longest text, where it is limited.</summary>
    public int? Limit { get; init; }

    /// <summary>Expressions over a column of the type that are true whatever its value, NULL included.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Expressions over a column of the type that may filter an index.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Expressions over a column of the type that give a value of the same type.</summary>
    public IReadOnlyList<string> Computations { get; init; } = [];

    /// <summary>Methods of an index that can hold it, besides the default one.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];
}

/// <summary>What types have in common.</summary>
public enum TypeFamily
{
    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Other numbers.</summary>
    Number,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Enumerated types.</summary>
    Enumeration,

    /// <summary>Everything that converts only by way of text.</summary>
    Other,
}
