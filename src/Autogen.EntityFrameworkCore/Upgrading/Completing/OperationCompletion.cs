using System.Data.Common;
using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Completing;

/// <summary>
/// What EF Core completes from the model of a migration: the column types of <c>InsertData</c>, <c>UpdateData</c> and <c>DeleteData</c>,
/// and the type of a column that is altered. A revision has no model; the table as it is at that step says the same.
/// </summary>
/// <param name="mappings">The provider's type mappings.</param>
/// <param name="driver">The database's driver.</param>
/// <param name="generate">EF Core's SQL for an operation that is complete.</param>
internal sealed class OperationCompletion(
    IRelationalTypeMappingSource mappings, DatabaseDriver driver, Func<MigrationOperation, IEnumerable<string>> generate)
{
    private readonly DataSql data = new(mappings, driver);
    private readonly ColumnTypes types = new(mappings);

    /// <summary>Whether the operation needs the table's columns to become SQL.</summary>
    public static bool IsIncomplete(MigrationOperation operation) => operation switch
    {
        InsertDataOperation insert => insert.ColumnTypes is null,
        UpdateDataOperation update => update.ColumnTypes is null || update.KeyColumnTypes is null,
        DeleteDataOperation delete => delete.KeyColumnTypes is null,
        AlterColumnOperation alter => alter.ColumnType is null,
        _ => false,
    };

    /// <summary>Refuses rows that have more or fewer values than columns.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionInvalid"/>.</exception>
    public static void RequireRectangular(MigrationOperation operation)
    {
        switch (operation)
        {
            case InsertDataOperation insert:
                Require("values", insert.Columns, insert.ColumnTypes, insert.Values);
                break;
            case UpdateDataOperation update:
                Require("values", update.Columns, update.ColumnTypes, update.Values);
                Require("keyValues", update.KeyColumns, update.KeyColumnTypes, update.KeyValues);
                if (update.Values.GetLength(0) != update.KeyValues.GetLength(0))
                    throw new AutogenException(
                        ErrorCode.RevisionInvalid,
                        $"keyValues has {update.KeyValues.GetLength(0)} rows, and values has {update.Values.GetLength(0)}. "
                            + "Give one of each for every row.");
                break;
            case DeleteDataOperation delete:
                Require("keyValues", delete.KeyColumns, delete.KeyColumnTypes, delete.KeyValues);
                break;
        }
    }

    /// <summary>The columns of the operation's table; <see langword="null"/> if no such table exists.</summary>
    public Task<KnownColumns?> ReadAsync(DbConnection connection, ObjectName table, CancellationToken cancellationToken)
        => driver.Columns.ReadAsync(connection, table, cancellationToken);

    /// <summary>The operation's statements.</summary>
    /// <param name="operation">An operation that is not complete.</param>
    /// <param name="columns">The columns of its table at that step; <see langword="null"/> where they are not known.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionInvalid"/>: a type is unknown, or a value does not fit.
    /// </exception>
    public IReadOnlyList<string> SqlOf(MigrationOperation operation, KnownColumns? columns)
    {
        if (operation is not AlterColumnOperation alter)
            return [.. data.Of(operation, columns)];
        if (columns is not null && columns.Find(alter.Name) is null)
            throw new AutogenException(ErrorCode.RevisionInvalid, $"Table '{alter.Table}' has no column '{alter.Name}' at this step.");
        var existing = columns?.Find(alter.Name)?.Type
            ?? throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"Column '{alter.Table}.{alter.Name}' is altered without a store type, and its type is not known without a database. "
                    + "Give it one: type: \"…\".");
        alter.ColumnType = types.OfExisting(alter, existing);
        return [.. generate(alter)];
    }

    private static void Require(string what, string[] columns, string[]? types, object?[,] values)
    {
        if (values.GetLength(1) != columns.Length)
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"{what} has {values.GetLength(1)} values a row for {columns.Length} columns ({string.Join(", ", columns)}). "
                    + "Give every row a value for each column.");
        if (types is not null && types.Length != columns.Length)
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"{types.Length} column types are given for {columns.Length} columns ({string.Join(", ", columns)}). "
                    + "Give one for each, or none.");
    }
}
