using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>An expression and what must be known to have it rendered.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind"><c>default</c>, <c>generated</c>, <c>check</c>, <c>filter</c> or <c>index</c>.</param>
/// <param name="Type">The column's type, for a default or a generated column.</param>
/// <param name="Text">The expression.</param>
internal sealed record ExpressionKey(ObjectName Table, string Kind, string Type, string Text);
