namespace Autogen.Scenarios.Spelling;

/// <summary>Where an expression stands.</summary>
public enum SpellingPlace
{
    /// <summary>A column's default.</summary>
    Default,

    /// <summary>A check constraint.</summary>
    Check,

    /// <summary>A stored generated column.</summary>
    Computed,

    /// <summary>The condition of a partial index.</summary>
    Filter,
}

/// <summary>An expression as somebody writes it, and another that says the same or nearly the same.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">The column's type, for <see cref="SpellingPlace.Default"/> and <see cref="SpellingPlace.Computed"/>.</param>
/// <param name="Current">The text that the database is made by.</param>
/// <param name="Target">The text of the model.</param>
public sealed record SpellingCase(SpellingPlace Place, string Type, string Current, string Target)
{
    /// <inheritdoc/>
    public override string ToString() => Current == Target ? $"{Place} {Type}: {Current}" : $"{Place} {Type}: {Current}  ->  {Target}";
}
