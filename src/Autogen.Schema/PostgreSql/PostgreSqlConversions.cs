using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// What <c>ALTER COLUMN … TYPE</c> does to the values (PostgreSQL's documentation, 10.4 Value Storage; locks and
/// rewrites measured on 12 to 18).
/// </summary>
internal static class PostgreSqlConversions
{
    private static readonly string[] integers = ["smallint", "integer", "bigint"];
    private static readonly string[] numbers = ["smallint", "integer", "bigint", "numeric", "real", "double precision"];
    private static readonly string[] timestamps = ["timestamp without time zone", "timestamp with time zone"];
    private static readonly string[] withTimeZone = ["timestamp with time zone", "time with time zone"];

    // Between these the server has a cast of its own, and the text of the one is no value of the other, or another one (pg_cast;
    // hstore's documentation, F.18.2).
    private static readonly HashSet<(string? From, string? To)> casts =
    [
        ("macaddr", "macaddr8"), ("macaddr8", "macaddr"), ("bit", "integer"), ("bit", "bigint"), ("integer", "bit"), ("bigint", "bit"),
        ("box", "polygon"), ("circle", "polygon"), ("path", "polygon"), ("polygon", "path"), ("polygon", "box"), ("hstore", "json"),
        ("hstore", "jsonb"),
    ];

    private static readonly HashSet<string> texts = new(StringComparer.Ordinal)
    {
        "text", "character varying", "character", "bpchar", "citext", "name"
    };

    /// <summary>The conversion from one type to the other. Values of a domain are converted as those of the type beneath.</summary>
    /// <param name="quotedColumn">The column as SQL.</param>
    /// <param name="there">The current type.</param>
    /// <param name="wanted">The target type.</param>
    public static TypeConversion Of(string quotedColumn, StoreType there, StoreType wanted)
    {
        var (from, to) = (there.Underlying, wanted.Underlying);
        var conversion = from.IsArray && to.IsArray ? BetweenArrays(quotedColumn, from, to) : Between(quotedColumn, from, to);
        if (!from.Equals(there) || !to.Equals(wanted))
        {
            // By assignment: a cast would cut a text that is too long for the type beneath.
            conversion = conversion with
            {
                Using = conversion.Using ?? quotedColumn,
                MayFail = conversion.MayFail || wanted.IsChecked,
                RewritesTable = conversion.RewritesTable || wanted.IsChecked,
            };
        }

        return conversion with { InUtc = IsWithTimeZone(from) != IsWithTimeZone(to) };
    }

    private static bool IsWithTimeZone(StoreType type)
        => withTimeZone.Contains(PostgreSqlKnownTypes.KnownName(type.Element), StringComparer.Ordinal);

    private static bool AreTimestamps(StoreType from, StoreType to)
        => timestamps.Contains(PostgreSqlKnownTypes.KnownName(from), StringComparer.Ordinal)
            && timestamps.Contains(PostgreSqlKnownTypes.KnownName(to), StringComparer.Ordinal);

    /// <summary>The server converts arrays element by element, if it can assign a value of the one type to the other.</summary>
    private static TypeConversion BetweenArrays(string quotedColumn, StoreType from, StoreType to)
    {
        var (element, target) = (from.Element, to.Element);
        var one = Of(quotedColumn, element, target);
        if (element.IsLike(target) || AreTimestamps(element, target))
            return one with { RewritesTable = true };
        return one.Using is null || string.Equals(one.Using, quotedColumn, StringComparison.Ordinal)
            ? one with { Using = quotedColumn, RewritesTable = true }
            : new TypeConversion($"{quotedColumn}::text::{to}", one.MayLoseData, MayFail: true, RewritesTable: true);
    }

    private static TypeConversion Between(string quotedColumn, StoreType there, StoreType wanted)
    {
        if (PostgreSqlContainers.Between(quotedColumn, there, wanted) is { } between)
            return between;
        var (from, to) = (PostgreSqlKnownTypes.KnownName(there), PostgreSqlKnownTypes.KnownName(wanted));
        if (IsText(there) && IsText(wanted))
            return BetweenTexts(there, wanted, from, to);
        if (there.IsLike(wanted))
            return PostgreSqlPrecision.Changes(there, wanted, from);
        if (IsNumber(from) && IsNumber(to))
            return BetweenNumbers(from, to, wanted);
        if (IsText(wanted))
        {
            var isLimited = wanted.Length is not null;
            return new TypeConversion($"{quotedColumn}::{wanted}", MayLoseData: isLimited, MayFail: isLimited, RewritesTable: true);
        }

        if (AreTimestamps(there, wanted))
        {
            // In UTC both are stored alike: a precision is the only thing that rows are written anew for (not so by AT TIME
            // ZONE, which is an expression).
            var isNarrower = PostgreSqlPrecision.IsNarrower(there, wanted);
            return new TypeConversion(null, isNarrower, MayFail: false, RewritesTable: wanted.Length is not null);
        }

        if ((from, to) is ("cidr", "inet") or ("integer", "oid"))
            return new TypeConversion(null, MayLoseData: false, MayFail: false, RewritesTable: false);
        if (timestamps.Contains(from, StringComparer.Ordinal) && to is "date")
            return new TypeConversion(null, MayLoseData: true, MayFail: false, RewritesTable: true);
        if (IsNumber(from) && to is "boolean")
            return new TypeConversion($"{quotedColumn} OPERATOR(pg_catalog.<>) 0", MayLoseData: true, MayFail: false, RewritesTable: true);
        if (from is "boolean" && IsNumber(to))
            return new TypeConversion($"{quotedColumn}::integer", MayLoseData: false, MayFail: false, RewritesTable: true);
        if (casts.Contains((from, to)))
            return new TypeConversion(
                $"{quotedColumn}::{wanted}", MayLoseData: to is "bit" or "box", MayFail: to is "macaddr" or "polygon", RewritesTable: true);
        if ((from, to) is ("uuid", "bytea"))
            return new TypeConversion($"pg_catalog.uuid_send({quotedColumn})", MayLoseData: false, MayFail: false, RewritesTable: true);
        if ((from, to) is ("bytea", "uuid"))
            return new TypeConversion(
                $"pg_catalog.encode({quotedColumn}, 'hex')::uuid", MayLoseData: false, MayFail: true, RewritesTable: true);
        if (from is "money" || to is "money")
            return new TypeConversion(
                $"{quotedColumn}::numeric::{wanted}",
                MayLoseData: from is "money" && IsNumber(to) && to is not "numeric",
                MayFail: true,
                RewritesTable: true);

        // By way of text, whatever the two are: what is no value of the new type is refused, not changed.
        return new TypeConversion($"{quotedColumn}::text::{wanted}", MayLoseData: false, MayFail: true, RewritesTable: true);
    }

    private static TypeConversion BetweenTexts(StoreType there, StoreType wanted, string? from, string? to)
    {
        var narrows = PostgreSqlPrecision.IsNarrower(there, wanted);
        var rewrites = narrows || from is "character" || to is "character";
        return new TypeConversion(null, MayLoseData: false, MayFail: narrows, RewritesTable: rewrites);
    }

    // A whole number has up to 5, 10 or 19 digits, and a binary one of 24 or 53 bits can't hold each of them.
    private static TypeConversion BetweenNumbers(string? from, string? to, StoreType wanted)
    {
        var narrows = Array.IndexOf(integers, to) is var target
            && target >= 0
            && (Array.IndexOf(integers, from) is var source && (source < 0 || source > target));
        var loses = from is "numeric" or "real" or "double precision"
            && to is not "numeric"
            && !(from is "real" && to is "double precision");
        var rounds = (from, to) is ("integer" or "bigint", "real") or ("bigint", "double precision");
        var isLimited = to is "numeric" && wanted.Length is not null;
        var digits = (wanted.Length ?? 0) - (wanted.Scale ?? 0);
        var overflows = isLimited && digits < from switch { "smallint" => 5, "integer" => 10, "bigint" => 19, _ => int.MaxValue };
        var cuts = isLimited && from is "real" or "double precision";
        return new TypeConversion(null, loses || rounds || cuts, narrows || overflows, RewritesTable: true);
    }

    /// <summary>Whether a type is one of texts.</summary>
    public static bool IsText(StoreType type) => PostgreSqlKnownTypes.KnownName(type) is { } name && texts.Contains(name);

    private static bool IsNumber(string? type) => numbers.Contains(type, StringComparer.Ordinal);
}
