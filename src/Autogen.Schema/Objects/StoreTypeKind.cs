namespace Autogen.Schema.Objects;

/// <summary>What a store type is, whatever its name.</summary>
public enum StoreTypeKind
{
    /// <summary>Not known: neither the database's own nor among the types that were read.</summary>
    Unknown,

    /// <summary>A base type: the database's own, an extension's, or a user's.</summary>
    Base,

    /// <summary>An enumerated type.</summary>
    Enum,

    /// <summary>A domain: another type with a default and checks of its own.</summary>
    Domain,

    /// <summary>A composite type.</summary>
    Composite,

    /// <summary>A range type.</summary>
    Range,

    /// <summary>A multirange type.</summary>
    Multirange,
}
