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
    /// <summary>The value in the provider's CLR type.</summary>
    public Hint<object> Value { get; init; }
}
