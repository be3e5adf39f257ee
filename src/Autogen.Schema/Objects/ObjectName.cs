namespace Autogen.Schema.Objects;

/// <summary>
/// The name of an object that lives in a schema, exactly as the catalogue spells it (unquoted).
/// </summary>
/// <param name="Schema">
/// The schema, or <see langword="null"/> for the connection's default schema (PostgreSQL's <c>current_schema()</c>), and always on SQLite.
/// Both readers map the default schema to <see langword="null"/>, so that equal names are equal objects.
/// </param>
/// <param name="Name">The name within the schema; never empty.</param>
public sealed record ObjectName(string? Schema, string Name) : IComparable<ObjectName>
{
    /// <summary>A name in the default schema.</summary>
    public ObjectName(string name)
        : this(null, name)
    {
    }

    /// <summary>Orders by schema (the default one first), then by name, both ordinally.</summary>
    public int CompareTo(ObjectName? other)
    {
        if (other is null)
            return 1;

        var bySchema = string.CompareOrdinal(Schema, other.Schema);
        return bySchema != 0 ? bySchema : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>The name for people: <c>schema.name</c>, or <c>name</c> in the default schema. Not SQL: nothing is quoted.</summary>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(ObjectName left, ObjectName right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(ObjectName left, ObjectName right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(ObjectName left, ObjectName right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(ObjectName left, ObjectName right) => left.CompareTo(right) >= 0;
}
