using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>All the expressions of a table: the one place that knows where they are.</summary>
internal static class TableExpressions
{
    /// <summary>The table with every expression replaced.</summary>
    /// <param name="table">The table.</param>
    /// <param name="replace">Given what the expression is, and itself, returns the one to take.</param>
    public static Table Map(Table table, Func<ExpressionKey, SqlExpression, SqlExpression> replace)
    {
        SqlExpression? Take(string kind, string type, SqlExpression? expression)
            => expression is null ? null : replace(new ExpressionKey(table.Name, kind, type, expression.Text), expression);

        return table with
        {
            Columns = table.Columns.Select(column => column with
            {
                Default = Take("default", column.Type, column.Default),
                Generated = column.Generated is { } generated ? generated with { Expression = Take("generated", column.Type, generated.Expression)! } : null, // not null, as what goes in is not
            }).ToEquatableList(),
            CheckConstraints = table.CheckConstraints.Select(check => check with { Expression = Take("check", "", check.Expression)! }).ToEquatableList(), // likewise
            Indexes = table.Indexes.Select(index => index with
            {
                Filter = Take("filter", "", index.Filter),
                Parts = index.Parts.Select(part => part with { Expression = Take("index", "", part.Expression) }).ToEquatableList(),
            }).ToEquatableList(),
        };
    }

    /// <summary>Every expression of a table.</summary>
    public static IReadOnlyList<ExpressionKey> Of(Table table)
    {
        var keys = new List<ExpressionKey>();
        Map(table, (key, expression) =>
        {
            keys.Add(key);
            return expression;
        });
        return keys;
    }
}
