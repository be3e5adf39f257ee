using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Design.Planning.Recreation;

/// <summary>
/// Foreign keys of a column whose type changes are recreated, and so are indexes and checks whose expressions no longer fit.
/// </summary>
internal sealed class RecreateDependentsOfRetypedColumns(PlanScope scope, Recreator recreator, RetypedColumns retyped)
{
    /// <summary>Adds the changes.</summary>
    public void Apply()
    {
        foreach (var (table, column, needsExpression) in retyped.All())
        {
            recreator.RecreateForeignKeys(table, keys => keys.Contains(column, StringComparer.Ordinal));
            if (needsExpression)
                RecreateExpressions(table, column, _ => true);
        }

        foreach (var change in retyped.Texts())
            RecreateExpressions(change.Table!, change.Current.Name, ChoosesType); // not null: a column is one of a table
    }

    private void RecreateExpressions(ObjectName name, string column, Func<SqlExpression, bool> isMeant)
    {
        if (scope.CurrentTable(name) is not { } table)
            return;
        bool Is(SqlExpression? expression)
            => expression is not null && recreator.Parts.MayMention(expression, table, column) && isMeant(expression);
        recreator.RecreateAll(
            name,
            new DependentParts(
                index => Is(index.Filter) || index.Parts.Any(part => Is(part.Expression)),
                check => Is(check.Expression),
                _ => false));
    }

    // https://www.postgresql.org/docs/current/typeconv-union-case.html
    private bool ChoosesType(SqlExpression expression)
        => SqlLexer.Read(expression.Text, scope.Dialect.Syntax).Any(token => token.IsAny("COALESCE", "CASE", "GREATEST", "LEAST"));
}
