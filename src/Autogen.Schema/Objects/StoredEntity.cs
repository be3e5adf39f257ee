namespace Autogen.Schema.Objects;

/// <summary>
/// How the rows of one concrete type of the model are stored: which property is in which table and column. Both schemas of a comparison have
/// it where the type's rows must move from table to table.
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
internal sealed record StoredValue(string Property, string Column, bool IsRequired);

/// <summary>The value by which rows are of a type.</summary>
/// <param name="Column">The column of the first table.</param>
/// <param name="Literal">The value, as SQL.</param>
internal sealed record StoredDiscriminator(string Column, string Literal);
