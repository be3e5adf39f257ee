using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// The spellings of PostgreSQL's built-in types (its documentation, table 8.1), and the one that <c>format_type</c> gives.
/// </summary>
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

    // The catalogue's own names (pg_type.typname) of what SQL calls otherwise; what has one name only is in builtIn.
    private static readonly HashSet<string> internalNames = new(StringComparer.Ordinal)
    {
        "int2", "int4", "int8", "float4", "float8", "bool", "varchar", "varbit", "timestamp", "timestamptz", "time", "timetz",
    };

    private static readonly HashSet<string> namesOfSqlOnly = new(StringComparer.Ordinal)
    {
        "smallint", "integer", "bigint", "real", "boolean", "character"
    };

    /// <summary>The canonical spelling; a type that is not built in is returned as it is.</summary>
    public static string Canonical(string storeType)
    {
        var type = new StoreType(storeType);
        var element = Element(type.IsArray ? type.Element : type);
        return type.IsArray && !element.EndsWith("[]", StringComparison.Ordinal) ? element + "[]" : element;
    }

    /// <summary>
    /// Whether two types in canonical spelling are one. Those that are not built in may be in quotes or not, and are found by their letters
    /// as they are, too, as Npgsql finds <c>Mood</c> at run time although SQL would not. The case of an extension's modifiers makes no
    /// difference: <c>geometry (point)</c> is stored as <c>geometry(Point)</c>.
    /// </summary>
    public static bool AreSame(StoreType left, StoreType right)
        => left.Equals(right)
            || (left.IsParsed && right.IsParsed
                && left.IsArray == right.IsArray
                && IsBuiltIn(left) == IsBuiltIn(right)
                && AreSame(left.Schema, right.Schema, left.Literal.Schema, right.Literal.Schema)
                && AreSame(left.Name, right.Name, left.Literal.Name, right.Literal.Name)
                && string.Equals(left.Fields, right.Fields, StringComparison.Ordinal)
                && left.Modifiers.SequenceEqual(right.Modifiers, StringComparer.OrdinalIgnoreCase));

    private static bool AreSame(string? left, string? right, string? literalLeft, string? literalRight)
        => string.Equals(left, right, StringComparison.Ordinal) || string.Equals(literalLeft, literalRight, StringComparison.Ordinal);

    private static bool IsBuiltIn(StoreType type)
        => type is { Schema: null, IsQuoted: false } && PostgreSqlKnownTypes.OfServer(type.Name) is not null;

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
        _ => internalNames.Contains(name) || (PostgreSqlKnownTypes.Has(name) && !namesOfSqlOnly.Contains(name))
            ? Words(name, fields: null, type.Modifiers)
            : null,
    };

    private static string? Words(StoreType type) => Words(type.Name, type.Fields, type.Modifiers);

    private static string? Words(string name, string? fields, EquatableList<string> modifiers)
    {
        var canonical = synonyms.GetValueOrDefault(name, PostgreSqlKnownTypes.Has(name) ? name : "");
        var facets = modifiers.Count == 0 ? "" : $"({string.Join(',', modifiers)})";
        return canonical switch
        {
            "" => null,
            "interval" => $"interval{(fields is null ? "" : $" {fields}")}{facets}",
            "character" or "bit" when modifiers.Count == 0 => canonical + "(1)",
            "bpchar" when modifiers.Count > 0 => $"character{facets}",
            "double precision" when modifiers.Count > 0
                => int.TryParse(modifiers[0], out var bits) && bits <= 24 ? "real" : "double precision",
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
