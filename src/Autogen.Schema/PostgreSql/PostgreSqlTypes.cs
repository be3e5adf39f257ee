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

    /// <summary>The canonical spelling; a type that is not built in is returned as it is.</summary>
    public static string Canonical(string storeType)
    {
        var text = Spaces().Replace(storeType.Trim(), " ");
        var array = ArraySuffix().Match(text);
        var element = array.Success ? text[..array.Index].TrimEnd() : text;
        var dimensions = array.Success ? "[]" : "";
        return (element.Contains('"', StringComparison.Ordinal) ? element : Element(element)) + dimensions;
    }

    private static string Element(string text)
    {
        if (text.StartsWith("pg_catalog.", StringComparison.OrdinalIgnoreCase))
            text = text["pg_catalog.".Length..];
        var match = Facets().Match(text);
        var name = match.Groups["name"].Value.Trim();
        var facets = match.Groups["facets"].Value.Replace(" ", "", StringComparison.Ordinal);
        var rest = match.Groups["rest"].Value.Trim();
        var whole = rest.Length == 0 ? name : $"{name} {rest}";
        var canonical = synonyms.GetValueOrDefault(whole, builtIn.TryGetValue(whole, out _) ? whole.ToLowerInvariant() : "");
        if (canonical.Length == 0)
            return text;
        return canonical switch
        {
            "character" or "bit" when facets.Length == 0 => string.Equals(whole, "bpchar", StringComparison.OrdinalIgnoreCase) ? "bpchar" : canonical + "(1)",
            "bpchar" when facets.Length > 0 => $"character({facets})",
            "double precision" when facets.Length > 0 => int.TryParse(facets, out var bits) && bits <= 24 ? "real" : "double precision",
            "numeric" when facets.Length > 0 && !facets.Contains(',', StringComparison.Ordinal) => $"numeric({facets},0)",
            _ when facets.Length == 0 => canonical,
            _ when canonical.IndexOf(' ', StringComparison.Ordinal) is var space && (canonical.StartsWith("time", StringComparison.Ordinal)) => $"{canonical[..space]}({facets}){canonical[space..]}",
            _ => $"{canonical}({facets})",
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(\s*\[\s*\d*\s*\])+$|\s+array$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArraySuffix();

    [GeneratedRegex(@"^(?<name>[^(]+)(?:\((?<facets>[^)]*)\))?(?<rest>[^(]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Facets();
}
