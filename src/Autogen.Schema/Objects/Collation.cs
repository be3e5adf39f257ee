namespace Autogen.Schema.Objects;

/// <summary>
/// A collation that somebody made (<c>CREATE COLLATION</c>). Two are equal if their names are: the server rewrites locales,
/// and a collation can't be altered.
/// </summary>
/// <param name="Name">The collation's name.</param>
public sealed record Collation(ObjectName Name)
{
    /// <summary>What it is made of, as SQL: <c>LOCALE = 'de-u-ks-primary', PROVIDER = icu, DETERMINISTIC = false</c>.</summary>
    public Hint<string> Definition { get; init; }
}
