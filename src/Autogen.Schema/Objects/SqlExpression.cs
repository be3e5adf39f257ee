namespace Autogen.Schema.Objects;

/// <summary>
/// An SQL expression: a default, a check, a computed column, an index filter or an index part. Equality is that of
/// <see cref="Canonical"/> where both have it, else of <see cref="Text"/>; the <see cref="Value"/> takes no part.
/// </summary>
/// <param name="Text">
/// The text as its source spells it: the model's, or the database's rendering; without enclosing parentheses of the clause it is in.
/// </param>
public sealed record SqlExpression(string Text)
{
    /// <summary>The text as the server itself renders it, where it was asked (PostgreSQL), else <see langword="null"/>.</summary>
    public string? Canonical { get; init; }

    /// <summary>
    /// The constant that the text means, as the model gave it in the provider's CLR type (EF Core's <c>HasDefaultValue</c>).
    /// </summary>
    public Hint<object> Value { get; init; }

    /// <summary>
    /// The columns that the expression's object depends on, as the database's catalogue says; <see langword="null"/> for an expression of a
    /// model, and where the database has no such catalogue. Of an index these are the columns of its keys and of all its expressions
    /// together. A row as a whole counts for none.
    /// </summary>
    internal Hint<IReadOnlyList<string>> Columns { get; init; }

    /// <inheritdoc/>
    public bool Equals(SqlExpression? other)
        => other is not null
            && (Canonical is not null && other.Canonical is not null
                ? string.Equals(Canonical, other.Canonical, StringComparison.Ordinal)
                : string.Equals(Text, other.Text, StringComparison.Ordinal));

    /// <summary>Constant, because equality may go by either text.</summary>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
