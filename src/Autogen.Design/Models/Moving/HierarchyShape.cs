using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>A hierarchy of entity types as the model stores it; a type without base and derived types is one, too.</summary>
/// <param name="Types">All types, bases before derived ones.</param>
/// <param name="Key">The properties of the primary key.</param>
internal sealed record HierarchyShape(IReadOnlyList<TypeShape> Types, IReadOnlyList<string> Key)
{
    /// <summary>The type that all others are derived from.</summary>
    public TypeShape Root => Types[0];

    /// <summary>The types that rows can be of.</summary>
    public IEnumerable<TypeShape> Concrete => Types.Where(type => type.Stored is not null);

    /// <summary>A type, after the types that it is derived from.</summary>
    public IEnumerable<TypeShape> ChainOf(TypeShape type)
        => type.Base is null ? [type] : ChainOf(Types.First(other => other.Name == type.Base)).Append(type); // a base is in the list

    /// <summary>The types that are derived from a type.</summary>
    public IEnumerable<TypeShape> DerivedFrom(TypeShape type)
        => Types.Where(other => other != type && ChainOf(other).Contains(type));
}

/// <summary>A type of a hierarchy.</summary>
/// <param name="Name">The model's unique name.</param>
/// <param name="Base">The base type's name; <see langword="null"/> for the root.</param>
/// <param name="Labels">The names by which a discriminator, or a table, may mean the type; the most likely first.</param>
/// <param name="Slots">The properties of its own, and of those that only it has at the other end of a one-to-one relationship.</param>
internal sealed record TypeShape(string Name, string? Base, IReadOnlyList<string> Labels, IReadOnlyList<PropertySlot> Slots)
{
    /// <summary>How the model stores its rows; <see langword="null"/> for an abstract type.</summary>
    public StoredEntity? Stored { get; init; }

    /// <summary>The table that is of this type and not of its base; <see langword="null"/> where they share one.</summary>
    public ObjectName? OwnTable { get; init; }
}

/// <summary>A property that has a column.</summary>
/// <param name="Property">The property, with those that lead to it.</param>
/// <param name="Columns">The names that its column may have had; the most likely first.</param>
/// <param name="Type">The column's type.</param>
internal sealed record PropertySlot(string Property, IReadOnlyList<string> Columns, StoreType Type)
{
    /// <summary>Whether it always has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is true or false.</summary>
    public bool IsTruth { get; init; }

    /// <summary>The property whose document holds it in the model; <see langword="null"/> if it has a column of its own.</summary>
    public string? Document { get; init; }
}
