using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>What a database has around its tables and the vocabulary has no word for.</summary>
/// <param name="Others">Objects that are not compared, sorted by kind and name.</param>
/// <param name="Needs">What tables can't be made without; what is needed first comes first.</param>
internal sealed record Surroundings(IReadOnlyList<OtherObject> Others, IReadOnlyList<TableNeed> Needs)
{
    /// <summary>A database with nothing but tables.</summary>
    public static Surroundings None { get; } = new([], []);
}

/// <summary>An object that is not compared: a view, a function, a trigger …</summary>
/// <param name="Kind">Its kind, in the singular: <c>materialised view</c>.</param>
/// <param name="Name">Its name; that of the table for what only a table can have.</param>
/// <param name="Part">Its own name, where <paramref name="Name"/> is that of its table; else <see langword="null"/>.</param>
internal sealed record OtherObject(string Kind, ObjectName Name, string? Part = null)
{
    /// <summary>Its name for people: <c>touched on orders</c>.</summary>
    public string Text => Part is null ? Name.ToString() : $"{Part} on {Name}";

    /// <summary>How many of a kind: <c>2 policies</c>.</summary>
    public static string Counted(string kind, int count)
        => count == 1 ? $"1 {kind}"
            : kind.StartsWith("table ", StringComparison.Ordinal) ? $"{count} tables{kind["table".Length..]}"
            : kind.EndsWith('y') ? $"{count} {kind[..^1]}ies"
            : $"{count} {kind}s";
}

/// <summary>What a table can't be made without.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind"><see cref="Extension"/>, or as <see cref="OtherObject.Kind"/>: <c>function</c>, <c>domain</c>, <c>composite type</c> …</param>
/// <param name="Schema">The schema that the needed object is in; <see langword="null"/> for the default one.</param>
/// <param name="Name">Its name, of a function with the types of its parameters.</param>
/// <param name="Create">The statement that makes it, without a semicolon; <see langword="null"/> where it can't be told, and for an extension.</param>
/// <param name="Drop">The statement that drops it; likewise.</param>
internal sealed record TableNeed(ObjectName Table, string Kind, string? Schema, string Name, string? Create, string? Drop)
{
    /// <summary>The kind that the vocabulary has.</summary>
    public const string Extension = "extension";

    /// <summary>Whether another table needs the same.</summary>
    public bool IsOne(TableNeed other) => this with { Table = other.Table } == other;

    /// <summary>Whether it is that object.</summary>
    public bool Is(OtherObject other) => string.Equals(Kind, other.Kind, StringComparison.Ordinal) && other == new OtherObject(Kind, new ObjectName(Schema, Name));
}
