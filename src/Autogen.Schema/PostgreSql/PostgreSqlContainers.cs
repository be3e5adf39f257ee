using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>How one value becomes one that holds several (an array, a multirange, a JSON document), and the other way about.</summary>
internal static class PostgreSqlContainers
{
    /// <summary>The conversion; <see langword="null"/> where neither type holds several values, or both do in the same way.</summary>
    /// <param name="column">The column as SQL.</param>
    /// <param name="there">The current type; not a domain.</param>
    /// <param name="wanted">The target type; not a domain.</param>
    public static TypeConversion? Between(string column, StoreType there, StoreType wanted)
    {
        var (from, to) = (KindOf(there), KindOf(wanted));
        if (Json(there) is { } json && wanted.IsArray)
            return Whole(FromJson(column, json, wanted), mayFail: true);
        if (Json(wanted) is { } document && (there.IsArray || from is StoreTypeKind.Range or StoreTypeKind.Multirange))
            return Whole($"pg_catalog.to_{document}({column})", mayFail: false);
        if (there.IsArray != wanted.IsArray)
            return wanted.IsArray ? ToArray(column, there, wanted) : FromArray(column, there, wanted);
        return (from, to) switch
        {
            (StoreTypeKind.Multirange, StoreTypeKind.Range)
                => Whole($"pg_catalog.range_merge({column})::text::{wanted}", mayFail: true) with { MayLoseData = true },
            (StoreTypeKind.Range, StoreTypeKind.Multirange) => Whole(ToMultirange(column, wanted), mayFail: true),
            _ => null,
        };
    }

    // A multirange type has a function of its name that makes one of a range.
    private static string ToMultirange(string column, StoreType wanted)
        => (wanted.Definition ?? PostgreSqlKnownTypes.OfServer(wanted))?.Of is { } range
            ? $"{wanted}({column}::text::{range})"
            : $"('{{' OPERATOR(pg_catalog.||) {column}::text OPERATOR(pg_catalog.||) '}}')::{wanted}";

    // A text may be that of an array already: the one that the way back writes.
    private static TypeConversion ToArray(string column, StoreType there, StoreType wanted)
        => Whole(
            PostgreSqlConversions.IsText(there)
                ? $"CASE WHEN {column} IS NULL THEN NULL WHEN {column} OPERATOR(pg_catalog.~~) '{{%}}' THEN {column}::text::{wanted} "
                    + $"ELSE ARRAY[{column}::{wanted.Element}] END"
                : $"CASE WHEN {column} IS NULL THEN NULL ELSE ARRAY[{One(column, there, wanted.Element)}] END",
            mayFail: true);

    // As a column of the one type becomes one of the other.
    private static string One(string value, StoreType there, StoreType wanted)
        => PostgreSqlConversions.Of(value, there, wanted).Using is { } expression
            && !string.Equals(expression, value, StringComparison.Ordinal)
            ? expression
            : $"{value}::{wanted}";

    // The one text of an array is that text, so that texts that became arrays are what they were.
    private static TypeConversion FromArray(string column, StoreType there, StoreType wanted)
    {
        if (!PostgreSqlConversions.IsText(wanted))
            return new TypeConversion(One($"{column}[1]", there.Element, wanted), MayLoseData: true, MayFail: true, RewritesTable: true);
        var hasLimit = wanted.Length is not null;
        var expression = PostgreSqlConversions.IsText(there.Element.Underlying)
            ? $"CASE WHEN pg_catalog.cardinality({column}) OPERATOR(pg_catalog.=) 1 AND {column}[1] OPERATOR(pg_catalog.!~~) '{{%}}' THEN "
                + $"{column}[1]::{wanted} ELSE {column}::text::{wanted} END"
            : $"{column}::{wanted}";
        return new TypeConversion(expression, MayLoseData: hasLimit, MayFail: hasLimit, RewritesTable: true);
    }

    /// <summary>
    /// No subquery is permitted in <c>USING</c>, and the only functions that make an array of a JSON document fill a record: any that has a
    /// column of texts, as a row of <c>pg_class</c>.
    /// </summary>
    private static string FromJson(string column, string json, StoreType wanted)
        => $"(pg_catalog.{json}_populate_record(NULL::pg_catalog.pg_class, "
            + $"pg_catalog.{json}_build_object('reloptions', {column}))).reloptions::{wanted}";

    private static TypeConversion Whole(string expression, bool mayFail)
        => new(expression, MayLoseData: false, MayFail: mayFail, RewritesTable: true);

    private static string? Json(StoreType type) => PostgreSqlKnownTypes.KnownName(type) is { } name and ("json" or "jsonb") ? name : null;

    private static StoreTypeKind KindOf(StoreType type)
        => type.IsArray ? StoreTypeKind.Unknown : (type.Definition ?? PostgreSqlKnownTypes.OfServer(type))?.Kind ?? StoreTypeKind.Unknown;
}
