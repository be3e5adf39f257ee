using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>All the expressions of a table: the one place that knows where they are.</summary>
internal static class TableExpressions
{
    /// <summary>The table with every expression replaced.</summary>
    /// <param name="table">The table.</param>
    /// <param name="replace">Given the expression's owner (as in <see cref="Of"/>) and the expression, returns the one to take.</param>
    public static Table Map(Table table, Func<string, SqlExpression, SqlExpression> replace)
        => Map(table, (owner, _, expression) => replace(owner, expression));

    /// <summary>Every expression of a table, by the column, constraint or index that it is of.</summary>
    public static IReadOnlyDictionary<string, ExpressionKey> Of(Table table)
    {
        var keys = new Dictionary<string, ExpressionKey>(StringComparer.Ordinal);
        Map(table, (owner, key, expression) =>
        {
            keys[owner] = key;
            return expression;
        });
        return keys;
    }

    private static Table Map(Table table, Func<string, ExpressionKey, SqlExpression, SqlExpression> replace)
    {
        SqlExpression? Take(string owner, string kind, string type, SqlExpression? expression)
            => expression is null ? null : replace($"{kind} {owner}", new ExpressionKey(kind, type, expression.Text), expression);

        return table with
        {
            Columns = table.Columns.Select(column => column with
            {
                Default = Take(column.Name, "default", column.Type.Text, column.Default),
                Generated = column.Generated is { } generated
                    ? generated with { Expression = Take(column.Name, "generated", column.Type.Text, generated.Expression)! }
                    : null, // not null, as what goes in is not
            }).ToEquatableList(),
            // likewise
            CheckConstraints = table.CheckConstraints
                .Select(check => check with { Expression = Take(check.Name ?? check.Expression.Text, "check", "", check.Expression)! })
                .ToEquatableList(),
            Indexes = table.Indexes.Select(index => index with
            {
                Filter = Take(index.Name, "filter", "", index.Filter),
                Parts = index.Parts
                    .Select((part, position) => part with { Expression = Take($"{position} {index.Name}", "index", "", part.Expression) })
                    .ToEquatableList(),
            }).ToEquatableList(),
        };
    }
}
