using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>The spellings of PostgreSQL's built-in types (its documentation, table 8.1), and the one that <c>format_type</c> gives.</summary>
internal static partial class PostgreSqlTypes
{
    private static readonly Dictionary<string, string> synonyms = new(StringComparer.OrdinalIgnoreCase)
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

    // Types that are written in lower case whatever the case they are asked for in.
    private static readonly HashSet<string> builtIn = new(StringComparer.OrdinalIgnoreCase)
    {
        "smallint", "integer", "bigint", "real", "double precision", "numeric", "boolean", "character varying", "character", "bit", "bit varying",
        "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone", "date", "interval",
        "text", "bytea", "uuid", "json", "jsonb", "xml", "inet", "cidr", "macaddr", "macaddr8", "money", "oid", "name", "tsvector", "tsquery",
        "point", "line", "lseg", "box", "path", "polygon", "circle", "citext", "hstore", "ltree", "lquery", "jsonpath", "bpchar",
        "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange",
        "xid", "xid8", "cid", "regclass", "regtype", "pg_lsn",
    };

    // The catalogue's own names (pg_type.typname) of what SQL calls otherwise; what has one name only is in builtIn.
    private static readonly HashSet<string> internalNames = new(StringComparer.Ordinal)
    {
        "int2", "int4", "int8", "float4", "float8", "bool", "varchar", "varbit", "timestamp", "timestamptz", "time", "timetz",
    };

    private static readonly HashSet<string> namesOfSqlOnly = new(StringComparer.Ordinal) { "smallint", "integer", "bigint", "real", "boolean", "character" };

    // What a provider's model may name without a schema, although an extension makes it.
    private static readonly HashSet<string> ofExtensions = new(StringComparer.OrdinalIgnoreCase) { "citext", "hstore", "ltree", "lquery" };

    /// <summary>Whether each server has the type, in <c>pg_catalog</c>.</summary>
    public static bool IsOfServer(string storeType)
        => PostgreSqlBackfill.Base(Canonical(storeType)) is var name && builtIn.Contains(name) && !ofExtensions.Contains(name);

    /// <summary>The canonical spelling; a type that is not built in is returned as it is.</summary>
    public static string Canonical(string storeType)
    {
        var (element, isArray) = Split(storeType);
        return Element(element) + (isArray ? "[]" : "");
    }

    /// <summary>Whether two types in canonical spelling are one: those that are not built in may be in quotes or not.</summary>
    public static bool AreSame(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return true;
        var (there, wanted) = (Split(left), Split(right));
        return there.IsArray == wanted.IsArray
            && PostgreSqlTypeName.Parse(there.Element) is { } one && PostgreSqlTypeName.Parse(wanted.Element) is { } other && one.IsSame(other);
    }

    private static (string Element, bool IsArray) Split(string storeType)
    {
        // Spaces in quotes are part of the name.
        var text = storeType.Contains('"', StringComparison.Ordinal) ? storeType.Trim() : Spaces().Replace(storeType.Trim(), " ");
        var array = ArraySuffix().Match(text);
        return array.Success ? (text[..array.Index].TrimEnd(), true) : (text, false);
    }

    private static string Element(string text)
    {
        if (PostgreSqlTypeName.Parse(text) is not { } name)
            return Words(text) ?? text;
        if (name is { Schema: null, Internal: null } && Words(text) is { } words)
            return words;

        var facets = name.Facets.Length > 0 ? $"({name.Facets})" : "";
        if (name.Internal is { } known && Internal(known, facets) is { } canonical)
            return canonical;

        // _int4 is the catalogue's name of an array's type. One that the user made may have such a name, too: left as it is.
        var plain = name.Internal ?? name.Name;
        return name is { Schema: null } or { Internal: not null } && plain.StartsWith('_') && Internal(plain[1..], facets) is { } element ? element + "[]" : text;
    }

    private static string? Internal(string name, string facets) => name switch
    {
        // Without quotes these would be other types: character(1) and bit(1).
        "char" => "\"char\"",
        "bit" when facets.Length == 0 => "\"bit\"",
        _ => internalNames.Contains(name) || (builtIn.Contains(name) && !namesOfSqlOnly.Contains(name)) ? Words(name + facets) : null,
    };

    private static string? Words(string text)
    {
        var match = Facets().Match(text);
        var name = match.Groups["name"].Value.Trim();
        var facets = match.Groups["facets"].Value.Replace(" ", "", StringComparison.Ordinal);
        var rest = match.Groups["rest"].Value.Trim();
        var whole = rest.Length == 0 ? name : $"{name} {rest}";
        if (whole.StartsWith("interval ", StringComparison.OrdinalIgnoreCase))
            return whole.ToLowerInvariant() + (facets.Length > 0 ? $"({facets})" : "");
        var canonical = synonyms.GetValueOrDefault(whole, builtIn.TryGetValue(whole, out _) ? whole.ToLowerInvariant() : "");
        return canonical switch
        {
            "" => null,
            "character" or "bit" when facets.Length == 0 => canonical + "(1)",
            "bpchar" when facets.Length > 0 => $"character({facets})",
            "double precision" when facets.Length > 0 => int.TryParse(facets, out var bits) && bits <= 24 ? "real" : "double precision",
            "numeric" when facets.Length > 0 && !facets.Contains(',', StringComparison.Ordinal) => $"numeric({facets},0)",
            _ when facets.Length == 0 => canonical,
            _ when canonical.IndexOf(' ', StringComparison.Ordinal) is var space && (canonical.StartsWith("time", StringComparison.Ordinal)) => $"{canonical[..space]}({facets}){canonical[space..]}",
            _ => $"{canonical}({facets})",
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(\s*\[\s*\d*\s*\])+$|\s+array(\s*\[\s*\d+\s*\])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex ArraySuffix();

    [GeneratedRegex(@"^(?<name>[^(]+)(?:\((?<facets>[^)]*)\))?(?<rest>[^(]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Facets();
}
