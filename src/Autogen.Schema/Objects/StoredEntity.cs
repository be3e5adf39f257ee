namespace Autogen.Schema.Objects;

/// <summary>
/// How the rows of one concrete type of the model are stored: which property is in which table and column. Both schemas of a comparison
/// have it where the type's rows must move from table to table.
/// </summary>
/// <param name="Name">The type, the same in both schemas.</param>
/// <param name="Parts">The tables that hold a part of each row; the first has a row for every object.</param>
internal sealed record StoredEntity(string Name, EquatableList<StoredPart> Parts)
{
    /// <summary>The column that tells the type's rows from others of the first table; <see langword="null"/> for none.</summary>
    public StoredDiscriminator? Discriminator { get; init; }

    /// <summary>Tables of derived types: an object that has a row in one of them is of that type.</summary>
    public EquatableList<StoredPart> Except { get; init; }
}

/// <summary>What a table holds of an object.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The columns of the object's key, in the order of the key's properties.</param>
/// <param name="Values">The other properties.</param>
internal sealed record StoredPart(ObjectName Table, EquatableList<string> Key, EquatableList<StoredValue> Values)
{
    /// <summary>Whether an object need not have a row in the table.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A property's column.</summary>
/// <param name="Property">The property, with those that lead to it.</param>
/// <param name="Column">The column.</param>
/// <param name="IsRequired">Whether an object, or the part of it, always has a value.</param>
internal sealed record StoredValue(string Property, string Column, bool IsRequired)
{
    /// <summary>What a JSON document in the column holds of the property; empty if the column holds the value itself.</summary>
    public EquatableList<DocumentMember> Members { get; init; }
}

/// <summary>A member of a JSON document.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Property">The property, with those that lead to it.</param>
/// <param name="IsRequired">Whether it always has a value.</param>
internal sealed record DocumentMember(string Name, string Property, bool IsRequired)
{
    /// <summary>Whether it is true or false, for which a database may have numbers.</summary>
    public bool IsTruth { get; init; }

    /// <summary>The type that a column of its own has; <see langword="null"/> for a document.</summary>
    public string? StoreType { get; init; }

    /// <summary>The members of a document within the document; empty for a value.</summary>
    public EquatableList<DocumentMember> Members { get; init; }
}

/// <summary>The value by which rows are of a type.</summary>
/// <param name="Column">The column of the first table.</param>
/// <param name="Literal">The value, as SQL.</param>
internal sealed record StoredDiscriminator(string Column, string Literal);
