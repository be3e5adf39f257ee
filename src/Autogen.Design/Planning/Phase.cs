namespace Autogen.Design.Planning;

/// <summary>
/// The part of a plan that a step prefers, in order. It breaks ties only: a dependency that a step declares goes first. Until
/// <see cref="Rename"/> objects are called as they are, from there on as they are wanted.
/// </summary>
internal enum Phase
{
    /// <summary>Foreign keys go, so that nothing holds what they refer to.</summary>
    DropForeignKey,

    /// <summary>Indexes go.</summary>
    DropIndex,

    /// <summary>Keys and checks go.</summary>
    DropConstraint,

    /// <summary>Rows that are no longer wanted go, children before parents, while their key columns are still there.</summary>
    DeleteRows,

    /// <summary>Tables go.</summary>
    DropTable,

    /// <summary>Columns go, generated ones first.</summary>
    DropColumn,

    /// <summary>Schemas come.</summary>
    EnsureSchema,

    /// <summary>Everything gets its wanted name and schema.</summary>
    Rename,

    /// <summary>Extensions come: types and functions may be theirs.</summary>
    Extension,

    /// <summary>Enumerated types come, and change.</summary>
    EnumType,

    /// <summary>Collations come: columns, and range types, may use them.</summary>
    Collation,

    /// <summary>Range types come.</summary>
    RangeType,

    /// <summary>Sequences come, and change: defaults may use them.</summary>
    Sequence,

    /// <summary>What a table itself is changes.</summary>
    AlterTable,

    /// <summary>Columns come, and change; generated ones last.</summary>
    Column,

    /// <summary>Keys come: new tables may refer to them.</summary>
    AddKey,

    /// <summary>Tables come.</summary>
    CreateTable,

    /// <summary>Rows come, parents before children.</summary>
    InsertRows,

    /// <summary>Rows change.</summary>
    UpdateRows,

    /// <summary>Rows that are no longer wanted go that rows which stay referred to before they changed.</summary>
    DeleteLeftRows,

    /// <summary>Checks come, once the rows are as they shall be.</summary>
    AddCheck,

    /// <summary>Indexes come.</summary>
    CreateIndex,

    /// <summary>Foreign keys come, once all tables, keys and rows are there.</summary>
    AddForeignKey,

    /// <summary>Sequences go, once no default uses them.</summary>
    DropSequence,

    /// <summary>Range types go, once no column is of them.</summary>
    DropRangeType,

    /// <summary>Collations go, once nothing uses them.</summary>
    DropCollation,

    /// <summary>Enumerated types go, once no column is of them.</summary>
    DropEnumType,

    /// <summary>Extensions go, once nothing uses them.</summary>
    DropExtension,

    /// <summary>Schemas go, once they are empty.</summary>
    DropSchema,
}
