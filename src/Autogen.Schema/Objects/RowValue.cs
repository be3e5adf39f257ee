namespace Autogen.Schema.Objects;

/// <summary>
/// Value that existing rows get in a column that is new or becomes required, as the model's property has it: a value that EF Core can read
/// through the property, which the store type alone does not tell.
/// </summary>
/// <param name="Sql">The value as SQL; <see langword="null"/> if no value is right for all rows.</param>
public sealed record RowValue(string? Sql)
{
    /// <summary>Why there is no value, as the end of a sentence: <c>it refers to 'customers'</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a person gave it (<c>--backfill</c>, or <c>Backfill</c> in the model); a guess otherwise.</summary>
    public bool IsGiven { get; init; }
}
