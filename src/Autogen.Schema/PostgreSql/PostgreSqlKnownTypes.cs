using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>The types that the tool knows without the catalogue: those of each server, and of common extensions.</summary>
internal static class PostgreSqlKnownTypes
{
    // Base types that have no other name.
    private static readonly string[] baseTypes =
    [
        "smallint", "integer", "bigint", "real", "double precision", "numeric", "boolean", "character varying", "character",
        "bit", "bit varying",
        "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone", "date", "interval",
        "text", "bytea", "uuid", "json", "jsonb", "xml", "inet", "cidr", "macaddr", "macaddr8", "money", "oid", "name",
        "tsvector", "tsquery",
        "point", "line", "lseg", "box", "path", "polygon", "circle", "jsonpath", "bpchar",
        "xid", "xid8", "cid", "regclass", "regtype", "pg_lsn",
    ];

    // Each range type with its multirange type (PostgreSQL's documentation, 8.17.1).
    private static readonly Dictionary<string, string> ranges = new(StringComparer.Ordinal)
    {
        ["int4range"] = "int4multirange",
        ["int8range"] = "int8multirange",
        ["numrange"] = "nummultirange",
        ["tsrange"] = "tsmultirange",
        ["tstzrange"] = "tstzmultirange",
        ["daterange"] = "datemultirange",
    };

    // What a provider's model may name without a schema, although an extension makes it.
    private static readonly HashSet<string> ofExtensions = new(StringComparer.Ordinal) { "citext", "hstore", "ltree", "lquery" };

    private static readonly Dictionary<string, DefinedType> definitions =
        Definitions().ToDictionary(type => type.Name.Name, StringComparer.Ordinal);

    /// <summary>Whether there is one of that name, as <c>format_type</c> spells it.</summary>
    public static bool Has(string name) => definitions.ContainsKey(name) || ofExtensions.Contains(name);

    /// <summary>
    /// The definition of a type of the server's own, by the name that <c>format_type</c> gives it; <see langword="null"/> for others.
    /// </summary>
    public static DefinedType? OfServer(string name) => definitions.GetValueOrDefault(name);

    /// <summary>
    /// The definition of a type that only an extension can have made; <see langword="null"/> for others. For where the catalogue does not
    /// have it yet, because the revision creates the extension.
    /// </summary>
    public static DefinedType? OfExtension(ObjectName name)
        => ofExtensions.Contains(name.Name) ? new DefinedType(name, StoreTypeKind.Base) { Extension = name.Name } : null;

    /// <summary>
    /// The name of a base type whose values the tool knows: the server's, or a common extension's. <see langword="null"/> for arrays and
    /// for all other types, whatever they are called.
    /// </summary>
    public static string? KnownName(StoreType type) => type switch
    {
        { IsArray: true } => null,
        { Definition: { IsServers: true, Name.Name: var name } } => name,
        { Definition: { Kind: StoreTypeKind.Base, Extension: not null, Name.Name: var name } } => ofExtensions.Contains(name) ? name : null,
        { Definition: null } => OfServer(type)?.Name.Name ?? OfExtension(new ObjectName(type.Schema, type.Name))?.Name.Name,
        _ => null,
    };

    /// <summary>The definition of a type that is written as one of the server's own; <see langword="null"/> for others.</summary>
    public static DefinedType? OfServer(StoreType type)
        => type.Schema is null && type.IsQuoted ? OfServer($"\"{type.Name}\"")
            : type.Schema is null or DefinedType.Server ? OfServer(type.Name)
            : null;

    /// <summary>Whether each server has the type, in <c>pg_catalog</c>.</summary>
    public static bool IsOfServer(StoreType type) => !type.IsArray && (type.Definition ?? OfServer(type)) is { IsServers: true };

    private static IEnumerable<DefinedType> Definitions()
    {
        static DefinedType Of(string name, StoreTypeKind kind) => new(new ObjectName(DefinedType.Server, name), kind);
        foreach (var name in baseTypes.Concat(["\"char\"", "\"bit\""]))
            yield return Of(name, StoreTypeKind.Base);
        foreach (var (range, multirange) in ranges)
        {
            var one = Of(range, StoreTypeKind.Range);
            yield return one;
            yield return Of(multirange, StoreTypeKind.Multirange) with { Of = new StoreType(range) { Definition = one } };
        }
    }
}
