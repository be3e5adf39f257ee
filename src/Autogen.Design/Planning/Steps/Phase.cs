namespace Autogen.Design.Planning.Steps;

/// <summary>
/// The part of a plan that a step prefers, in order. It breaks ties only: a dependency that a step declares has priority. Before
/// <see cref="Rename"/> objects have their current names, from then on their target names.
/// </summary>
internal enum Phase
{
    /// <summary>Drop foreign keys, so that nothing refers to what is dropped next.</summary>
    DropForeignKey,

    /// <summary>Drop indexes.</summary>
    DropIndex,

    /// <summary>Drop keys and checks.</summary>
    DropConstraint,

    /// <summary>Delete rows that are no longer in the model, children before parents, while their key columns exist.</summary>
    DeleteRows,

    /// <summary>Drop tables.</summary>
    DropTable,

    /// <summary>Drop columns, generated ones first.</summary>
    DropColumn,

    /// <summary>Create schemas.</summary>
    EnsureSchema,

    /// <summary>Give everything its target name and schema.</summary>
    Rename,

    /// <summary>Create and alter what tables may use, in the order of the kinds: extensions, types, collations, sequences.</summary>
    CreateObject,

    /// <summary>Alter tables themselves.</summary>
    AlterTable,

    /// <summary>Add and alter columns; generated ones last.</summary>
    Column,

    /// <summary>Add keys: new tables may refer to them.</summary>
    AddKey,

    /// <summary>Create tables.</summary>
    CreateTable,

    /// <summary>Move rows from tables and columns that are dropped, principals before what refers to them.</summary>
    MoveRows,

    /// <summary>Make columns required that have got their values by a move.</summary>
    RequireMoved,

    /// <summary>Delete rows that have been moved from tables that stay.</summary>
    DeleteMovedRows,

    /// <summary>Drop columns of renamed tables whose values have been moved.</summary>
    DropMovedColumn,

    /// <summary>Insert rows, parents before children.</summary>
    InsertRows,

    /// <summary>Update rows.</summary>
    UpdateRows,

    /// <summary>Delete rows that remaining rows referred to until they were updated.</summary>
    DeleteReferredRows,

    /// <summary>Move the counters of sequences behind the rows.</summary>
    MoveCounter,

    /// <summary>Add checks, once the rows have their target values.</summary>
    AddCheck,

    /// <summary>Create indexes.</summary>
    CreateIndex,

    /// <summary>Add foreign keys, once all tables, keys and rows exist.</summary>
    AddForeignKey,

    /// <summary>Drop what no table uses any more, in the reverse order of the kinds.</summary>
    DropObject,

    /// <summary>Drop empty schemas.</summary>
    DropSchema,
}
