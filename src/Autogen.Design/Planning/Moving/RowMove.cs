using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>A statement that moves rows of a type from the tables that have them to a table that is to have them.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table that it writes, by its target name.</param>
/// <param name="Sql">The statement.</param>
internal sealed record RowMove(RowMoveKind Kind, ObjectName Table, string Sql)
{
    /// <summary>The tables that it reads, by the names that steps have for them.</summary>
    public required IReadOnlyList<ObjectName> Sources { get; init; }

    /// <summary>The columns that it fills.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The type.</summary>
    public required string Entity { get; init; }
}

/// <summary>What a move does.</summary>
internal enum RowMoveKind
{
    /// <summary>Inserts rows that the table does not have.</summary>
    Insert,

    /// <summary>Fills columns of rows that the table has.</summary>
    Update,

    /// <summary>Deletes rows that have been inserted elsewhere.</summary>
    Delete,
}
