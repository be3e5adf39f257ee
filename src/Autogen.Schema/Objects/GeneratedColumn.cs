namespace Autogen.Schema.Objects;

/// <summary>What makes a column generated (EF Core says computed).</summary>
/// <param name="Expression">The expression, without the clause's parentheses.</param>
/// <param name="IsStored">True for <c>STORED</c>, false for <c>VIRTUAL</c>.</param>
public sealed record GeneratedColumn(SqlExpression Expression, bool IsStored);
