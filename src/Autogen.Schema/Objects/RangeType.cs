namespace Autogen.Schema.Objects;

/// <summary>
/// A range type that somebody made (<c>CREATE TYPE … AS RANGE</c>). Two are equal if their names are: a range type can't be altered.
/// </summary>
/// <param name="Name">The type's name.</param>
public sealed record RangeType(ObjectName Name)
{
    /// <summary>What it is made of, as SQL: <c>SUBTYPE = double precision, SUBTYPE_DIFF = float8mi</c>.</summary>
    public Hint<string> Definition { get; init; }

    /// <summary>The range type and its multirange, which <c>CREATE TYPE … AS RANGE</c> names where nobody names it.</summary>
    internal static IEnumerable<DefinedType> TypesOf(RangeType item)
    {
        var range = new DefinedType(item.Name, StoreTypeKind.Range);
        yield return range;
        yield return new DefinedType(item.Name with { Name = MultirangeName(item.Name.Name) }, StoreTypeKind.Multirange)
        {
            Of = new StoreType(Quoted(item.Name)) { Definition = range },
        };
    }

    private static string MultirangeName(string range)
        => range.IndexOf("range", StringComparison.Ordinal) is var place && place >= 0
            ? range.Insert(place, "multi")
            : range + "_multirange";

    private static string Quoted(ObjectName name)
        => name.Schema is null ? Quoted(name.Name) : $"{Quoted(name.Schema)}.{Quoted(name.Name)}";

    private static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
