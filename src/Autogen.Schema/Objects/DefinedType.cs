namespace Autogen.Schema.Objects;

/// <summary>
/// A type as the database, or the model, defines it. Types are not compared by it: it tells what the values of a column are.
/// </summary>
/// <param name="Name">Its name; a type of the database's own is in <see cref="Server"/>.</param>
/// <param name="Kind">What it is.</param>
internal sealed record DefinedType(ObjectName Name, StoreTypeKind Kind)
{
    /// <summary>Schema of PostgreSQL's own types.</summary>
    public const string Server = "pg_catalog";

    /// <summary>Whether the database has it without anybody's doing.</summary>
    public bool IsServers => string.Equals(Name.Schema, Server, StringComparison.Ordinal);

    /// <summary>Whether the name without a schema means this type.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>The extension that it belongs to; <see langword="null"/> for none.</summary>
    public string? Extension { get; init; }

    /// <summary>The type beneath: a domain's base type, the range type of a multirange; else <see langword="null"/>.</summary>
    public StoreType? Of { get; init; }

    /// <summary>Labels of an enumerated type, in order.</summary>
    public EquatableList<string> Labels { get; init; }

    /// <summary>A domain's own default, as SQL; <see langword="null"/> for none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a domain has checks of its own.</summary>
    public bool IsChecked { get; init; }
}
