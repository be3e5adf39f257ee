using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>What depends on what, as far as the database knows it, through all steps.</summary>
/// <param name="Objects">All objects, by id.</param>
/// <param name="OfTables">The ids of what a table depends on.</param>
/// <param name="OfObjects">The ids of what an object depends on, by its id.</param>
/// <param name="ExtensionWords">The names by which the body of a function may use an extension, by the extension's name.</param>
internal sealed record ObjectDependencies(
    IReadOnlyDictionary<string, NeededObject> Objects,
    ILookup<ObjectName, string> OfTables,
    ILookup<string, string> OfObjects,
    ILookup<string, string> ExtensionWords)
{
    /// <summary>A database whose tables need nothing.</summary>
    public static ObjectDependencies None { get; } = new(
        new Dictionary<string, NeededObject>(StringComparer.Ordinal),
        Array.Empty<string>().ToLookup(_ => new ObjectName("")),
        Array.Empty<string>().ToLookup(text => text, StringComparer.Ordinal),
        Array.Empty<string>().ToLookup(text => text, StringComparer.Ordinal));
}

/// <summary>Something that tables may need.</summary>
/// <param name="Id">Its identity within one reading.</param>
/// <param name="Kind">
/// One of the constants, as <see cref="Objects.Kind.ListedAs"/>, or as <see cref="OtherObject.Kind"/>: <c>function</c>, <c>domain</c>,
/// <c>text search configuration</c> …
/// </param>
/// <param name="Schema">The schema that it is in; <see langword="null"/> for the default one, and for what has none.</param>
/// <param name="Name">Its name, of a function with the types of its parameters.</param>
internal sealed record NeededObject(string Id, string Kind, string? Schema, string Name)
{
    /// <summary>A kind that the vocabulary has.</summary>
    public const string Extension = "extension";

    /// <inheritdoc cref="Extension"/>
    public const string Table = "table";

    /// <summary>A conversion between two types.</summary>
    public const string Cast = "cast";

    /// <summary>The name by which the body of a function may name it; <see langword="null"/> where it can't.</summary>
    public string? Word { get; init; }

    /// <summary>
    /// The statements that make it, separated by semicolons; <see langword="null"/> for what the vocabulary has a word for, and for views.
    /// </summary>
    public string? Create { get; init; }

    /// <summary>The statement that drops the object.</summary>
    public string? Drop { get; init; }

    /// <summary>The statement that gives it its comment; <see langword="null"/> for none.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// The text of a function's body whose dependencies the database does not know; else <see langword="null"/>,
    /// also for a trigger's function.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The language of a function.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Whether its owner is the connected role, the database's owner or a superuser: only then does running it give nobody rights.
    /// </summary>
    public bool IsTrusted { get; init; } = true;

    /// <summary>Whether it is a function, a procedure or an aggregate.</summary>
    public bool IsRoutine => Kind is "function" or "procedure" or "aggregate";

    /// <summary>Whether it is a relation other than a sequence.</summary>
    public bool IsRelation => Kind is Table or "view" or "materialised view";

    /// <summary>Its name, as another list of objects may have it.</summary>
    public ObjectName ObjectName => new(Schema, Name);

    /// <summary>Whether it is that object.</summary>
    public bool Is(OtherObject other)
        => other.Part is null && string.Equals(Kind, other.Kind, StringComparison.Ordinal) && other.Name == ObjectName;
}
