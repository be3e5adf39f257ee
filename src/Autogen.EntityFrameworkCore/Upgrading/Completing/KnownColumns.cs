namespace Autogen.Upgrading.Completing;

/// <summary>The columns of a table as it is when an operation runs.</summary>
/// <param name="Columns">The columns by name; names compare as the database compares them.</param>
internal sealed record KnownColumns(IReadOnlyDictionary<string, KnownColumn> Columns)
{
    /// <summary>A column; <see langword="null"/> where the table has none of that name.</summary>
    public KnownColumn? Find(string name) => Columns.GetValueOrDefault(name);
}

/// <summary>A column.</summary>
/// <param name="Type">
/// The store type; of a domain, the type beneath it; <see langword="null"/> where it is not known. SQLite's columns may have the empty one.
/// </param>
internal sealed record KnownColumn(string? Type)
{
    /// <summary>Whether it is declared NOT NULL.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether an INSERT must say OVERRIDING SYSTEM VALUE to give a value (<c>GENERATED ALWAYS AS IDENTITY</c>).</summary>
    public bool IsAlwaysIdentity { get; init; }

    /// <summary>Whether a sequence of its own numbers the rows (identity, serial).</summary>
    public bool IsNumbered { get; init; }
}
