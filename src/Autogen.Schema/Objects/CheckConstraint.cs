namespace Autogen.Schema.Objects;

/// <summary>A check constraint.</summary>
/// <param name="Name">The constraint's name; <see langword="null"/> where SQLite's table gives it none.</param>
/// <param name="Expression">The condition, without the clause's parentheses.</param>
public sealed record CheckConstraint(string? Name, SqlExpression Expression)
{
    /// <summary>False for PostgreSQL's <c>NOT VALID</c>.</summary>
    public bool IsValidated { get; init; } = true;
}
