using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>What a database has around its tables and the vocabulary has no word for.</summary>
/// <param name="Others">Objects that are not compared, sorted by kind and name.</param>
/// <param name="Dependencies">What tables, and what they need, can't be made without.</param>
/// <param name="Details">What belongs to tables and no operation of EF Core can say, with the statement that makes it.</param>
internal sealed record OtherObjects(IReadOnlyList<OtherObject> Others, ObjectDependencies Dependencies, IReadOnlyList<TableDetail> Details)
{
    /// <summary>A database with nothing but tables.</summary>
    public static OtherObjects None { get; } = new([], ObjectDependencies.None, []);
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
            : kind.EndsWith("class", StringComparison.Ordinal) ? $"{count} {kind}es"
            : kind.EndsWith('y') ? $"{count} {kind[..^1]}ies"
            : $"{count} {kind}s";
}

/// <summary>Something of a table that is made by a statement of its own, after everything else.</summary>
/// <param name="Table">The table; <see langword="null"/> for a schema's.</param>
/// <param name="Schema">The schema that it is about, where it is about one.</param>
/// <param name="Sql">The statement, without a semicolon.</param>
internal sealed record TableDetail(ObjectName? Table, string? Schema, string Sql);
