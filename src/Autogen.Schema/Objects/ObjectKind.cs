namespace Autogen.Schema.Objects;

/// <summary>
/// The kinds of object that the tool knows, in the order in which they are created (and, read backwards, dropped).
/// This list is the place to begin when a kind is added: the conventions test tells what else it needs.
/// </summary>
public enum ObjectKind
{
    /// <summary>A namespace of a database (<c>CREATE SCHEMA</c>).</summary>
    Schema,

    /// <summary>A PostgreSQL extension.</summary>
    Extension,

    /// <summary>A PostgreSQL enumerated type.</summary>
    EnumType,

    /// <summary>A PostgreSQL collation that is not the system's.</summary>
    Collation,

    /// <summary>A PostgreSQL range type that is not the system's.</summary>
    RangeType,

    /// <summary>A sequence that no column owns.</summary>
    Sequence,

    /// <summary>A base table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A table's primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint; EF Core's alternate keys are such.</summary>
    UniqueConstraint,

    /// <summary>A check constraint.</summary>
    CheckConstraint,

    /// <summary>A row that the model wants to be there (EF Core's <c>HasData</c>).</summary>
    SeedRow,

    /// <summary>An index that no constraint owns.</summary>
    Index,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A view; known by name only, never created or dropped.</summary>
    View,
}
