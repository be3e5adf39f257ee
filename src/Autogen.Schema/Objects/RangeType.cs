namespace Autogen.Schema.Objects;

/// <summary>
/// A range type that somebody made (<c>CREATE TYPE … AS RANGE</c>). Two are equal if their names are: a range type can't be altered.
/// </summary>
/// <param name="Name">The type's name.</param>
public sealed record RangeType(ObjectName Name)
{
    /// <summary>What it is made of, as SQL: <c>SUBTYPE = double precision, SUBTYPE_DIFF = float8mi</c>.</summary>
    public Hint<string> Definition { get; init; }
}
