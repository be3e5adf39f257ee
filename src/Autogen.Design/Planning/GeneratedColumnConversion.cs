using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// A generated column that becomes an ordinary one with the values that it has. Where the server can't take an expression away in place
/// (PostgreSQL 12, and virtual columns, which have no values of their own), another column takes its place; what depended on it is made
/// again (<see cref="DependentChanges"/>).
/// </summary>
internal sealed class GeneratedColumnConversion(PlanScope scope, ObjectName table, Column column)
{
    private string Alter => $"ALTER TABLE {scope.Quote(scope.NameAtDrop(table))}";

    private string Name => scope.ColumnAtDrop(table, column.Name);

    /// <summary>The statements.</summary>
    public PlannedOperation Operation()
        => scope.DropsExpression(column)
            ? PlanScope.Sql($"{Alter} ALTER COLUMN {scope.Quote(Name)} DROP EXPRESSION;")
            : PlanScope.Sql(
                string.Join('\n', Replace()),
                new Risk(RiskKind.TableRewrite, $"rewrites table '{table}'{scope.About(table)} under an exclusive lock"));

    // By a conversion, not by an update: no trigger fires, and no rows are left behind.
    private IEnumerable<string> Replace()
    {
        var columns = (scope.CurrentTable(table)?.Columns ?? []).Concat(scope.Diff.Target.FindTable(table)?.Columns ?? []);
        bool IsTaken(string text) => columns.Any(item => string.Equals(item.Name, text, StringComparison.Ordinal));
        var (name, other) = (scope.Quote(Name), scope.Quote(TemporaryNames.From(Name, "_kept", IsTaken)));
        var type = column.Type.Text + (column.Collation is { } collation ? $" COLLATE {scope.Quote(collation)}" : "");
        yield return $"{Alter} ADD COLUMN {other} {type};";
        yield return $"{Alter} ALTER COLUMN {other} TYPE {type} USING {name};";
        yield return $"{Alter} DROP COLUMN {name};";
        yield return $"{Alter} RENAME COLUMN {other} TO {name};";
        if (!column.IsNullable)
            yield return $"{Alter} ALTER COLUMN {name} SET NOT NULL;";
        if (column.Comment is { } comment)
            yield return $"COMMENT ON COLUMN {scope.Quote(scope.NameAtDrop(table))}.{name} IS {scope.Dialect.StringLiteral(comment)};";
    }
}
