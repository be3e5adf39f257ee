using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Operations;

/// <summary>
/// An operation that EF Core does not have. It is data, as EF Core's own are: what runs is written by the database's statement generator
/// when the revision is applied. A revision writes it by the extension method of the same name (<c>op.RenameConstraint(…)</c>).
/// </summary>
public abstract class StatementOperation : MigrationOperation
{
}

/// <summary>A <see cref="StatementOperation"/> on a table or on a part of it.</summary>
public abstract class TableStatementOperation : StatementOperation, ITableMigrationOperation
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The table's schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }
}

/// <summary>A <see cref="StatementOperation"/> on a column.</summary>
public abstract class ColumnStatementOperation : TableStatementOperation
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }
}

/// <summary>A <see cref="StatementOperation"/> on an object that has a name in a schema.</summary>
public abstract class NamedStatementOperation : StatementOperation
{
    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The object's schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }
}
