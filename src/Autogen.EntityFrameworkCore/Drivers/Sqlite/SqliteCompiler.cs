using Autogen.Upgrading;
using Autogen.Upgrading.Completing;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Drivers.Sqlite;

/// <summary>What ALTER TABLE can't do without a model is a rebuild of the live table, one for all changes that follow each other.</summary>
internal sealed class SqliteCompiler : OperationCompiler
{
    /// <inheritdoc/>
    public override (StepStatement Statement, int Operations)? Combine(
        IReadOnlyList<MigrationOperation> operations, int index, IRelationalTypeMappingSource mappings)
    {
        if (TableRebuild.TableOf(operations[index]) is not { } table)
            return null;
        var changes = operations.Skip(index).TakeWhile(operation => TableRebuild.IsFor(operation, table)).ToList();
        var recomputed = RecomputedColumns.Of(table, operations.Skip(index + changes.Count));
        return (new RebuildStatement(changes, index + 1, table, new ColumnTypes(mappings), recomputed), changes.Count);
    }
}
