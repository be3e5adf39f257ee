using Autogen.Operations;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Estimates how many locks a transaction holds at its end: PostgreSQL keeps one for each table, index, TOAST table and sequence that is
/// created or changed, and for each dropped object. https://www.postgresql.org/docs/current/explicit-locking.html
/// </summary>
internal sealed class LockEstimate
{
    // A table with a key and a text: itself, its row type and that one's array, the TOAST table and its index, the index
    // and the constraint of the key.
    private const int OfDroppedTable = 7;
    private const int OfToast = 2;

    private readonly HashSet<(string? Schema, string Name)> tables = [];
    private int parts;

    /// <summary>Locks so far.</summary>
    public int Locks => tables.Count + parts;

    /// <summary>Most locks that one of the transactions of operations holds: what runs by itself ends the one before.</summary>
    public static int Of(IEnumerable<MigrationOperation> operations)
    {
        var (most, current) = (0, new LockEstimate());
        foreach (var operation in operations)
        {
            if (operation is AutocommitOperation or BackfillOperation or SqlOperation { SuppressTransaction: true }
                or CreateExpressionIndexOperation { Concurrently: true })
                current = new LockEstimate();
            else
                current.Add(operation);
            most = Math.Max(most, current.Locks);
        }

        return most;
    }

    /// <summary>Counts an operation.</summary>
    public void Add(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                Add(create);
                break;
            case DropTableOperation drop:
                tables.Add((drop.Schema, drop.Name));
                parts += OfDroppedTable - 1;
                break;
            case RenameTableOperation rename:
                tables.Add((rename.Schema, rename.Name));
                break;
            case CreateIndexOperation or DropIndexOperation or AddPrimaryKeyOperation or AddUniqueConstraintOperation
                or DropPrimaryKeyOperation
                or DropUniqueConstraintOperation or CreateSequenceOperation or DropSequenceOperation or AlterSequenceOperation
                or RenameIndexOperation or CreateExpressionIndexOperation or CreateTypedSequenceOperation:
                parts++;
                AddTable(operation);
                break;
            case AddForeignKeyOperation key:
                tables.Add((key.PrincipalSchema, key.PrincipalTable));
                AddTable(operation);
                break;
            default:
                AddTable(operation);
                break;
        }
    }

    private void Add(CreateTableOperation create)
    {
        tables.Add((create.Schema, create.Name));
        parts += (create.PrimaryKey is null ? 0 : 1) + create.UniqueConstraints.Count + create.Columns.Count(HasSequence)
            + (create.Columns.Exists(MayBeLong) ? OfToast : 0);
        foreach (var key in create.ForeignKeys)
            tables.Add((key.PrincipalSchema, key.PrincipalTable));
    }

    private void AddTable(MigrationOperation operation)
    {
        if (operation is ITableMigrationOperation { Table: { } table } of)
            tables.Add((of.Schema, table));
    }

    // Identity and serial columns have one of their own.
    private static bool HasSequence(AddColumnOperation column)
        => column.GetAnnotations().Any(
            annotation => annotation.Name == "Npgsql:ValueGenerationStrategy" && annotation.Value?.ToString() is { } strategy
                && (strategy.StartsWith("Identity", StringComparison.Ordinal) || strategy.StartsWith("Serial", StringComparison.Ordinal)));

    // What may be stored outside of its row: https://www.postgresql.org/docs/current/storage-toast.html
    private static bool MayBeLong(AddColumnOperation column)
        => column.ClrType == typeof(string) || column.ClrType == typeof(decimal) || column.ClrType.IsArray
            || column.ColumnType is { } type
                && (type.StartsWith("text", StringComparison.Ordinal)
                    || type.StartsWith("json", StringComparison.Ordinal)
                    || type.EndsWith(']'));
}
