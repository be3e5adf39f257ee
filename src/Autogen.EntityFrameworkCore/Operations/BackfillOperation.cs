using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Operations;

/// <summary>Sets columns of a table's rows in batches by key, each batch in a transaction of its own.</summary>
public sealed class BackfillOperation : MigrationOperation, ITableMigrationOperation
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>Its schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }

    /// <summary>
    /// The columns that tell the rows apart and give their order: the primary key's, or those of another unique index without NULLs.
    /// </summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The text after <c>SET</c>: <c>total = price * quantity</c>.</summary>
    public required string Set { get; init; }

    /// <summary>Which rows: the condition after <c>WHERE</c>; <see langword="null"/> for all.</summary>
    public string? Where { get; init; }

    /// <summary>How many rows are changed in one transaction.</summary>
    public int BatchSize { get; init; } = 1000;

    /// <summary>How long to wait between batches.</summary>
    public TimeSpan Pause { get; init; }
}
