namespace Autogen.Schema.Objects;

/// <summary>A check constraint.</summary>
/// <param name="Name">The constraint's name; <see langword="null"/> where SQLite's table gives it none.</param>
/// <param name="Expression">The condition, without the clause's parentheses.</param>
public sealed record CheckConstraint(string? Name, SqlExpression Expression)
{
    /// <summary>False for PostgreSQL's <c>NOT VALID</c>.</summary>
    public bool IsValidated { get; init; } = true;

    /// <summary>
    /// False for PostgreSQL 18's <c>NOT ENFORCED</c>: no row is ever checked, so that it is validated or not means nothing (and
    /// <see cref="IsValidated"/> is true).
    /// </summary>
    public bool IsEnforced { get; init; } = true;
}
