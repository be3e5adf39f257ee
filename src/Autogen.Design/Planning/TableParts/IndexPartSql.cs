using System.Text;
using Autogen.Design.Planning.Types;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Parts of an index as SQL: expressions, and columns with what the provider's operation can't express.</summary>
internal sealed class IndexPartSql(PlanScope scope)
{
    /// <summary>The part, as it is written between the brackets of <c>CREATE INDEX</c>.</summary>
    public string Of(IndexPart part)
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
