using System.Text;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>An index as SQL: for expressions, and all else that the provider's operation can't say.</summary>
internal sealed class IndexSql(PlanScope scope, ObjectName table, TableIndex index, bool concurrently)
{
    /// <summary>The statement.</summary>
    public string Create()
    {
        var sql = new StringBuilder("CREATE ")
            .Append(index.IsUnique ? "UNIQUE " : "")
            .Append("INDEX ")
            .Append(concurrently ? "CONCURRENTLY " : "");
        sql.Append(scope.Quote(index.Name)).Append(" ON ").Append(scope.Quote(table));
        if (index.Method is { } method)
            sql.Append(" USING ").Append(method);
        sql.Append(" (").AppendJoin(", ", index.Parts.Select(Part)).Append(')');
        if (index.IncludedColumns.Count != 0)
            sql.Append(" INCLUDE (").Append(scope.Quote(index.IncludedColumns)).Append(')');
        if (!index.NullsDistinct)
            sql.Append(" NULLS NOT DISTINCT");
        if (index.StorageParameters.Count != 0)
            sql.Append(" WITH (")
                .AppendJoin(
                    ", ", index.StorageParameters.Select(parameter => $"{parameter.Name} = {scope.Dialect.StringLiteral(parameter.Value)}"))
                .Append(')');
        if (index.Filter is { } filter)
            sql.Append(" WHERE ").Append(filter.Text);
        return sql.Append(';').ToString();
    }

    private string Part(IndexPart part)
    {
        var sql = new StringBuilder(part.Column is { } column ? scope.Quote(column) : $"({part.Expression?.Text})");
        if (part.Collation is { } collation)
            sql.Append(" COLLATE ").Append(scope.Quote(collation));
        if (part.OperatorClass is { } operatorClass)
            sql.Append(' ').Append(OperatorClass(operatorClass));
        if (part.IsDescending)
            sql.Append(" DESC");
        if (part.NullsOrder is { } nulls)
            sql.Append(nulls == NullsOrder.First ? " NULLS FIRST" : " NULLS LAST");
        return sql.ToString();
    }

    /// <summary>One with parameters, or quoted already, is SQL as it is.</summary>
    private string OperatorClass(string text)
        => text.AsSpan().ContainsAny('"', '(') ? text : scope.Quote(QualifiedNames.Split(scope, text));
}
