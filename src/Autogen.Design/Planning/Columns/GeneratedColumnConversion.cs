using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Recreation;
using Autogen.Operations;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>
/// A generated column that becomes an ordinary one with the values that it has. Where the server can't take an expression away in place
/// (PostgreSQL 12, and virtual columns, which have no values of their own), another column takes its place; what depended on it is made
/// again (<see cref="DependentChanges"/>).
/// </summary>
internal sealed class GeneratedColumnConversion(PlanScope scope, ObjectName table, Column column)
{
    /// <summary>The operation.</summary>
    public PlannedOperation Operation()
    {
        var (place, name) = (scope.NameAtDrop(table), scope.ColumnAtDrop(table, column.Name));
        if (scope.DropsExpression(column))
            return PlanScope.Planned(new DropExpressionOperation { Table = place.Name, Schema = place.Schema, Column = name });
        var columns = (scope.CurrentTable(table)?.Columns ?? []).Concat(scope.Diff.Target.FindTable(table)?.Columns ?? []);
        bool IsTaken(string text) => columns.Any(item => string.Equals(item.Name, text, StringComparison.Ordinal));
        return PlanScope.Planned(
            new ReplaceGeneratedColumnOperation
            {
                Table = place.Name,
                Schema = place.Schema,
                Column = name,
                Type = column.Type.Text,
                Collation = column.Collation?.Name,
                CollationSchema = column.Collation?.Schema,
                TemporaryName = TemporaryNames.From(name, "_kept", IsTaken),
                Nullable = column.IsNullable,
                Comment = column.Comment,
            },
            new Risk(RiskKind.TableRewrite, $"rewrites table '{table}'{scope.About(table)} under an exclusive lock"));
    }
}
