namespace Autogen.Schema.Objects;

/// <summary>How a table refers by name to an object that is not part of it.</summary>
internal enum TableUse
{
    /// <summary>Not at all, or in ways that only the database knows.</summary>
    None,

    /// <summary>As the type of a column, or in a cast.</summary>
    Type,

    /// <summary>As the collation of a column, an index or an expression.</summary>
    Collation,

    /// <summary>A default takes its values from it.</summary>
    Values,
}
