using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>The spellings of PostgreSQL's built-in types (its documentation, table 8.1), and the one that <c>format_type</c> gives.</summary>
internal static class PostgreSqlTypes
{
    private static readonly Dictionary<string, string> synonyms = new(StringComparer.Ordinal)
    {
        ["int2"] = "smallint",
        ["int4"] = "integer",
        ["int"] = "integer",
        ["int8"] = "bigint",
        ["smallserial"] = "smallint",
        ["serial2"] = "smallint",
        ["serial"] = "integer",
        ["serial4"] = "integer",
        ["bigserial"] = "bigint",
        ["serial8"] = "bigint",
        ["float4"] = "real",
        ["float8"] = "double precision",
        ["float"] = "double precision",
        ["decimal"] = "numeric",
        ["dec"] = "numeric",
        ["bool"] = "boolean",
        ["varchar"] = "character varying",
        ["char varying"] = "character varying",
        ["national character varying"] = "character varying",
        ["nchar varying"] = "character varying",
        ["char"] = "character",
        ["nchar"] = "character",
        ["national character"] = "character",
        ["national char"] = "character",
        ["varbit"] = "bit varying",
        ["timestamp"] = "timestamp without time zone",
        ["timestamptz"] = "timestamp with time zone",
        ["time"] = "time without time zone",
        ["timetz"] = "time with time zone",
    };

    // Base types that have no other name.
    private static readonly string[] baseTypes =
    [
        "smallint", "integer", "bigint", "real", "double precision", "numeric", "boolean", "character varying", "character", "bit", "bit varying",
        "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone", "date", "interval",
        "text", "bytea", "uuid", "json", "jsonb", "xml", "inet", "cidr", "macaddr", "macaddr8", "money", "oid", "name", "tsvector", "tsquery",
        "point", "line", "lseg", "box", "path", "polygon", "circle", "jsonpath", "bpchar", "xid", "xid8", "cid", "regclass", "regtype", "pg_lsn",
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

    private static readonly HashSet<string> builtIn = new([.. baseTypes, .. ranges.Keys, .. ranges.Values, .. ofExtensions], StringComparer.Ordinal);

    private static readonly Dictionary<string, DefinedType> definitions = Definitions().ToDictionary(type => type.Name.Name, StringComparer.Ordinal);

    // The catalogue's own names (pg_type.typname) of what SQL calls otherwise; what has one name only is in builtIn.
    private static readonly HashSet<string> internalNames = new(StringComparer.Ordinal)
    {
        "int2", "int4", "int8", "float4", "float8", "bool", "varchar", "varbit", "timestamp", "timestamptz", "time", "timetz",
    };

    private static readonly HashSet<string> namesOfSqlOnly = new(StringComparer.Ordinal) { "smallint", "integer", "bigint", "real", "boolean", "character" };

    /// <summary>The definition of a type of the server's own, by the name that <c>format_type</c> gives it; <see langword="null"/> for others.</summary>
    public static DefinedType? OfServer(string name) => definitions.GetValueOrDefault(name);

    /// <summary>
    /// The definition of a type that only an extension can have made; <see langword="null"/> for others. For where the catalogue does not have it
    /// yet, because the revision creates the extension.
    /// </summary>
    public static DefinedType? OfExtension(ObjectName name)
        => ofExtensions.Contains(name.Name) ? new DefinedType(name, StoreTypeKind.Base) { Extension = name.Name } : null;

    /// <summary>
    /// The name of a base type whose values the tool knows: the server's, or a common extension's. <see langword="null"/> for arrays and for all
    /// other types, whatever they are called.
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

    /// <summary>The canonical spelling; a type that is not built in is returned as it is.</summary>
    public static string Canonical(string storeType)
    {
        var type = new StoreType(storeType);
        var element = Element(type.IsArray ? type.Element : type);
        return type.IsArray && !element.EndsWith("[]", StringComparison.Ordinal) ? element + "[]" : element;
    }

    /// <summary>
    /// Whether two types in canonical spelling are one. Those that are not built in may be in quotes or not, and are found by their letters as
    /// they are, too, as Npgsql finds <c>Mood</c> at run time although SQL would not. The case of an extension's modifiers makes no
    /// difference: <c>geometry (point)</c> is stored as <c>geometry(Point)</c>.
    /// </summary>
    public static bool AreSame(StoreType left, StoreType right)
        => left.Equals(right)
            || (left.IsParsed && right.IsParsed
                && left.IsArray == right.IsArray
                && IsBuiltIn(left) == IsBuiltIn(right)
                && string.Equals(left.Schema, right.Schema, StringComparison.Ordinal)
                && (string.Equals(left.Name, right.Name, StringComparison.Ordinal)
                    || string.Equals(left.LiteralName, right.LiteralName, StringComparison.Ordinal))
                && string.Equals(left.Fields, right.Fields, StringComparison.Ordinal)
                && left.Modifiers.SequenceEqual(right.Modifiers, StringComparer.OrdinalIgnoreCase));

    private static bool IsBuiltIn(StoreType type) => type is { Schema: null, IsQuoted: false } && definitions.ContainsKey(type.Name);

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

    private static string Element(StoreType type)
    {
        if (!type.IsParsed)
            return type.Text.Trim();
        if (type is { Schema: null, IsQuoted: false } && Words(type) is { } words)
            return words;

        // The name under which the catalogue has it, where it is written as the catalogue's own: in quotes or as one of pg_catalog's.
        var isInternal = type.Schema is DefinedType.Server || (type.Schema is null && type.IsQuoted);
        if (isInternal && Internal(type.Name, type) is { } canonical)
            return canonical;

        // _int4 is the catalogue's name of an array's type. One that the user made may have such a name, too: left as it is.
        return (isInternal || type.Schema is null) && type.Name.StartsWith('_') && Internal(type.Name[1..], type) is { } element
            ? element + "[]"
            : Spaced(type.Text);
    }

    private static string? Internal(string name, StoreType type) => name switch
    {
        // Without quotes these would be other types: character(1) and bit(1).
        "char" => "\"char\"",
        "bit" when type.Modifiers.Count == 0 => "\"bit\"",
        _ => internalNames.Contains(name) || (builtIn.Contains(name) && !namesOfSqlOnly.Contains(name)) ? Words(name, fields: null, type.Modifiers) : null,
    };

    private static string? Words(StoreType type) => Words(type.Name, type.Fields, type.Modifiers);

    private static string? Words(string name, string? fields, EquatableList<string> modifiers)
    {
        var canonical = synonyms.GetValueOrDefault(name, builtIn.Contains(name) ? name : "");
        var facets = modifiers.Count == 0 ? "" : $"({string.Join(',', modifiers)})";
        return canonical switch
        {
            "" => null,
            "interval" => $"interval{(fields is null ? "" : $" {fields}")}{facets}",
            "character" or "bit" when modifiers.Count == 0 => canonical + "(1)",
            "bpchar" when modifiers.Count > 0 => $"character{facets}",
            "double precision" when modifiers.Count > 0 => int.TryParse(modifiers[0], out var bits) && bits <= 24 ? "real" : "double precision",
            "numeric" when modifiers.Count == 1 => $"numeric({modifiers[0]},0)",
            _ when modifiers.Count == 0 => canonical,
            _ when canonical.StartsWith("time", StringComparison.Ordinal) && canonical.IndexOf(' ', StringComparison.Ordinal) is var space
                => canonical.Insert(space, facets),
            _ => canonical + facets,
        };
    }

    // Spaces in quotes are part of the name.
    private static string Spaced(string text)
        => text.Contains('"', StringComparison.Ordinal)
            ? text.Trim()
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
