namespace Autogen.Schema.PostgreSql;

/// <summary>An expression of a table, with what decides how the server writes it beside the table's columns.</summary>
/// <param name="Kind"><c>default</c>, <c>generated</c>, <c>check</c>, <c>filter</c> or <c>index</c>.</param>
/// <param name="Type">The column's type, for a default or a generated column.</param>
/// <param name="Text">The expression.</param>
internal sealed record ExpressionKey(string Kind, string Type, string Text)
{
    /// <summary>Whether the model's expression is certainly the same, without asking the server.</summary>
    public bool IsSurely(ExpressionKey model)
        => string.Equals(Kind, model.Kind, StringComparison.Ordinal) && string.Equals(Type, model.Type, StringComparison.Ordinal)
            && (PostgreSqlSpelling.AreSame(Text, model.Text) || (Type.Length > 0 && PostgreSqlConstants.AreSameOf(Type, Text, model.Text)));

    /// <summary>
    /// The form in which texts of this kind are compared: the server encloses parts of indexes in parentheses, except calls.
    /// </summary>
    public string Canonical(string text)
        => PostgreSqlConstants.WithoutDoubleCasts(Kind is "index" ? PostgreSqlSpelling.WithoutParentheses(text) : text);
}
