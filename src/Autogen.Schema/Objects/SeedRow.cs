namespace Autogen.Schema.Objects;

/// <summary>A row that the model wants to be there (EF Core's <c>HasData</c>), or that row as it is in the database.</summary>
/// <param name="Key">The values of the primary key, in key order.</param>
/// <param name="Values">The values of the other columns that the model gives, sorted by column name.</param>
public sealed record SeedRow(EquatableList<SeedValue> Key, EquatableList<SeedValue> Values);

/// <summary>One value of a <see cref="SeedRow"/>; two are equal if their literals are.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Literal">The value as an SQL literal in the database's normal form (<c>NULL</c> for none).</param>
public sealed record SeedValue(string Column, string Literal)
{
    private readonly string? text = Literal;
    private readonly LongLiteral? longLiteral;

    /// <summary>A value whose literal is long: it is written again whenever it is asked for.</summary>
    internal SeedValue(string column, LongLiteral literal)
        : this(column, "") => (text, longLiteral) = (null, literal);

    /// <summary>The value as an SQL literal in the database's normal form (<c>NULL</c> for none).</summary>
    public string Literal
    {
        get => longLiteral?.Write() ?? text ?? "";
        init => (text, longLiteral) = (value, null);
    }

    /// <summary>The value in the provider's CLR type.</summary>
    public Hint<object> Value { get; init; }

    /// <summary>Characters of <see cref="Literal"/>, without writing it.</summary>
    internal int Length => longLiteral?.Length ?? text?.Length ?? 0;
}
