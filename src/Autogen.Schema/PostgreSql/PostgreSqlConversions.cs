using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>What <c>ALTER COLUMN … TYPE</c> does to the values (PostgreSQL's documentation, 10.4 Value Storage; locks and rewrites measured on 12 to 18).</summary>
internal static class PostgreSqlConversions
{
    private static readonly string[] integers = ["smallint", "integer", "bigint"];
    private static readonly string[] numbers = ["smallint", "integer", "bigint", "numeric", "real", "double precision"];

    // Between these the server has a cast of its own, and the text of the one is no value of the other, or another one (pg_cast; hstore's documentation, F.18.2).
    private static readonly HashSet<(string From, string To)> casts =
    [
        ("macaddr", "macaddr8"), ("macaddr8", "macaddr"), ("bit", "integer"), ("bit", "bigint"), ("integer", "bit"), ("bigint", "bit"),
        ("box", "polygon"), ("circle", "polygon"), ("path", "polygon"), ("polygon", "path"), ("polygon", "box"), ("hstore", "json"), ("hstore", "jsonb"),
    ];

    private static readonly HashSet<string> texts = new(StringComparer.Ordinal) { "text", "character varying", "character", "bpchar", "citext", "name" };

    /// <summary>The conversion from one type to the other.</summary>
    /// <param name="quotedColumn">The column as SQL.</param>
    /// <param name="there">The type that is there.</param>
    /// <param name="wanted">The type that is wanted.</param>
    public static TypeConversion Of(string quotedColumn, string there, string wanted)
    {
        var (from, to) = (PostgreSqlBackfill.Base(there), PostgreSqlBackfill.Base(wanted));
        return Of(quotedColumn, there, wanted, from, to) with { InUtc = IsWithTimeZone(from) != IsWithTimeZone(to) };
    }

    private static bool IsWithTimeZone(string type) => type.Contains(" with time zone", StringComparison.Ordinal);

    private static TypeConversion Of(string quotedColumn, string there, string wanted, string from, string to)
    {
        if (texts.Contains(from) && texts.Contains(to))
            return BetweenTexts(there, wanted, from, to);
        if (string.Equals(from, to, StringComparison.Ordinal))
            return SameBase(there, wanted, from);
        if (IsNumber(from) && IsNumber(to))
            return BetweenNumbers(from, to);
        if (PostgreSqlContainers.Between(quotedColumn, there, wanted) is { } between)
            return between;
        if (texts.Contains(to))
            return new TypeConversion($"{quotedColumn}::{wanted}", MayLoseData: Limit(wanted) is not null, MayFail: Limit(wanted) is not null, RewritesTable: true);
        if (from.StartsWith("timestamp", StringComparison.Ordinal) && to.StartsWith("timestamp", StringComparison.Ordinal))
        {
            // In UTC both are stored alike: a precision is the only thing that rows are written anew for (not so by AT TIME ZONE, which is an expression).
            var narrower = Limit(wanted) is { } after && (Limit(there) is not { } before || after < before);
            return new TypeConversion(null, MayLoseData: narrower, MayFail: false, RewritesTable: Limit(wanted) is not null || PostgreSqlContainers.IsArray(wanted));
        }

        if ((from, to) is ("cidr", "inet") or ("integer", "oid"))
            return new TypeConversion(null, MayLoseData: false, MayFail: false, RewritesTable: false);
        if (from.StartsWith("timestamp", StringComparison.Ordinal) && to is "date")
            return new TypeConversion(null, MayLoseData: true, MayFail: false, RewritesTable: true);
        if (IsNumber(from) && to is "boolean")
            return new TypeConversion($"{quotedColumn} OPERATOR(pg_catalog.<>) 0", MayLoseData: true, MayFail: false, RewritesTable: true);
        if (from is "boolean" && IsNumber(to))
            return new TypeConversion($"{quotedColumn}::integer", MayLoseData: false, MayFail: false, RewritesTable: true);
        if (casts.Contains((from, to)))
            return new TypeConversion($"{quotedColumn}::{wanted}", MayLoseData: to is "bit" or "box", MayFail: to is "macaddr" or "polygon", RewritesTable: true);
        if ((from, to) is ("uuid", "bytea"))
            return new TypeConversion($"pg_catalog.uuid_send({quotedColumn})", MayLoseData: false, MayFail: false, RewritesTable: true);
        if ((from, to) is ("bytea", "uuid"))
            return new TypeConversion($"pg_catalog.encode({quotedColumn}, 'hex')::uuid", MayLoseData: false, MayFail: true, RewritesTable: true);
        if (from is "money" || to is "money")
            return new TypeConversion($"{quotedColumn}::numeric::{wanted}", MayLoseData: from is "money" && IsNumber(to) && to is not "numeric", MayFail: true, RewritesTable: true);

        // By way of text, whatever the two are: what is no value of the new type is refused, not changed.
        return new TypeConversion($"{quotedColumn}::text::{wanted}", MayLoseData: false, MayFail: true, RewritesTable: true);
    }

    private static TypeConversion BetweenTexts(string there, string wanted, string from, string to)
    {
        var (before, after) = (Limit(there), Limit(wanted));
        var narrows = after is not null && (before is null || after < before);
        var rewrites = narrows || from is "character" || to is "character";
        return new TypeConversion(null, MayLoseData: false, MayFail: narrows, RewritesTable: rewrites);
    }

    private static TypeConversion SameBase(string there, string wanted, string from)
        => PostgreSqlContainers.IsArray(wanted) ? SameElement(there, wanted, from) with { RewritesTable = true } : SameElement(there, wanted, from);

    private static TypeConversion SameElement(string there, string wanted, string from)
    {
        if (from is not "numeric")
        {
            var narrower = Limit(wanted) is { } after && (Limit(there) is not { } before || after < before);
            return new TypeConversion(null, MayLoseData: narrower && from.StartsWith("time", StringComparison.Ordinal), MayFail: narrower && from is "bit varying", RewritesTable: narrower);
        }

        var (old, next) = (Facets(there), Facets(wanted));
        if (next is null)
            return new TypeConversion(null, MayLoseData: false, MayFail: false, RewritesTable: false);
        var cutsScale = old is null || next.Value.Scale < old.Value.Scale;
        var cutsWhole = old is null || next.Value.Precision - next.Value.Scale < old.Value.Precision - old.Value.Scale;
        return new TypeConversion(null, cutsScale, cutsWhole, RewritesTable: cutsScale || cutsWhole || next.Value.Scale != old?.Scale);
    }

    private static TypeConversion BetweenNumbers(string from, string to)
    {
        var narrows = Array.IndexOf(integers, to) is var target && target >= 0 && (Array.IndexOf(integers, from) is var source && (source < 0 || source > target));
        var loses = from is "numeric" or "real" or "double precision" && to is not "numeric" && !(from is "real" && to is "double precision");
        return new TypeConversion(null, loses, narrows, RewritesTable: true);
    }

    /// <summary>Whether a type without its facets is one of texts.</summary>
    public static bool IsText(string type) => texts.Contains(type);

    private static bool IsNumber(string type) => Array.IndexOf(numbers, type) >= 0;

    private static int? Limit(string type)
        => type.IndexOf('(', StringComparison.Ordinal) is var open && open > 0
            && int.TryParse(type[(open + 1)..type.IndexOf(')', open)], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    private static (int Precision, int Scale)? Facets(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return null;
        var parts = type[(open + 1)..type.IndexOf(')', open)].Split(',');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
