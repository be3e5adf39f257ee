using Autogen.Design.Planning.Columns;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Moving;

/// <summary>
/// A required column that is added to a table with rows and gets its values from another table: it is required afterwards.
/// </summary>
internal static class FilledColumn
{
    /// <summary>Whether the column is one.</summary>
    public static bool Is(PlanScope scope, ObjectName table, Column column)
        => column is { IsNullable: false, Generated: null, Identity: null }
            && scope.Moves.Fill(table, column.Name)
            && scope.CurrentTable(table)?.FindColumn(scope.Pairs.CurrentColumn(table, column.Name)) is null;

    /// <summary>The column as it is until the rows are moved.</summary>
    public static Column Before(Column column) => column with { IsNullable = true, Default = null };

    /// <summary>What makes it required; empty for another column.</summary>
    public static IReadOnlyList<PlannedOperation> Operations(PlanScope scope, ObjectName table, Column column)
    {
        if (!Is(scope, table, column))
            return [];
        List<PlannedOperation> operations = [];
        var fill = RowFill.Of(scope, table, null, column).Sql;
        if (fill is not null)
            operations.Add(PlanScope.Planned(
                new FillColumnOperation { Table = table.Name, Schema = table.Schema, Column = column.Name, Value = fill },
                new Risk(RiskKind.Guess, $"sets rows of '{table}' that got no value in '{column.Name}' to {fill}")));
        var become = new AlterColumnOperation().Fill(scope, table, column);
        become.OldColumn.Fill(scope, table, Before(column));
        operations.Add(PlanScope.Planned(
            become, [.. scope.Locks(table, $"locks table '{table}' while '{table}.{column.Name}' is checked in all its rows")]));
        return operations;
    }
}
