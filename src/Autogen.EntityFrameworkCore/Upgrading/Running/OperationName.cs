using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Running;

/// <summary>An operation for people.</summary>
internal static class OperationName
{
    /// <summary>Its kind and what it is about: <c>CreateTable 'orders'</c>.</summary>
    public static string Of(MigrationOperation operation)
    {
        var kind = operation.GetType().Name;
        kind = kind.EndsWith("Operation", StringComparison.Ordinal) ? kind[..^"Operation".Length] : kind;
        return operation switch
        {
            SqlOperation or RunOperation or AutocommitOperation or AlterDatabaseOperation => kind,
            ColumnOperation column => $"{kind} '{column.Table}.{column.Name}'",
            DropColumnOperation column => $"{kind} '{column.Table}.{column.Name}'",
            RenameColumnOperation column => $"{kind} '{column.Table}.{column.Name}'",
            ColumnStatementOperation column => $"{kind} '{column.Table}.{column.Column}'",
            ITableMigrationOperation { Table: { } table } when Member(operation, "Name") is { } name => $"{kind} '{name}' on '{table}'",
            ITableMigrationOperation { Table: { } table } => $"{kind} '{table}'",
            _ => Member(operation, "Name") is { } name ? $"{kind} '{name}'" : kind,
        };
    }

    private static string? Member(MigrationOperation operation, string name)
        => operation.GetType().GetProperty(name)?.GetValue(operation) as string;
}
