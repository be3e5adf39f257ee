using Autogen.Schema.Dialects;

namespace Autogen.Schema.PostgreSql;

/// <summary>How one value becomes one that holds several (an array, a multirange, a JSON document), and the other way about.</summary>
internal static class PostgreSqlContainers
{
    /// <summary>The conversion; <see langword="null"/> where neither type holds several values, or both do in the same way.</summary>
    /// <param name="column">The column as SQL.</param>
    /// <param name="there">The type that is there.</param>
    /// <param name="wanted">The type that is wanted.</param>
    public static TypeConversion? Between(string column, string there, string wanted)
    {
        var (fromArray, toArray) = (IsArray(there), IsArray(wanted));
        if (there is "json" or "jsonb" && toArray)
            return Whole(FromJson(column, there, wanted), mayFail: true);
        if (wanted is "json" or "jsonb" && (fromArray || there.EndsWith("range", StringComparison.Ordinal)))
            return Whole($"pg_catalog.to_{wanted}({column})", mayFail: false);
        if (there.EndsWith("multirange", StringComparison.Ordinal) && wanted.EndsWith("range", StringComparison.Ordinal) && !wanted.EndsWith("multirange", StringComparison.Ordinal))
            return new TypeConversion($"pg_catalog.range_merge({column})::text::{wanted}", MayLoseData: true, MayFail: true, RewritesTable: true);
        if (wanted.EndsWith("multirange", StringComparison.Ordinal) && there.EndsWith("range", StringComparison.Ordinal) && !there.EndsWith("multirange", StringComparison.Ordinal))
            return Whole($"{wanted}({column}::text::{wanted.Replace("multirange", "range", StringComparison.Ordinal)})", mayFail: true);
        if (fromArray == toArray)
            return null;
        return toArray ? ToArray(column, there, wanted) : FromArray(column, there, wanted);
    }

    // A text may be that of an array already: the one that the way back writes.
    private static TypeConversion ToArray(string column, string there, string wanted)
        => Whole(
            IsText(there)
                ? $"CASE WHEN {column} IS NULL THEN NULL WHEN {column} OPERATOR(pg_catalog.~~) '{{%}}' THEN {column}::text::{wanted} ELSE ARRAY[{column}::{wanted[..^2]}] END"
                : $"CASE WHEN {column} IS NULL THEN NULL ELSE ARRAY[{One(column, there, wanted[..^2])}] END",
            mayFail: true);

    // As a column of the one type becomes one of the other.
    private static string One(string value, string there, string wanted) => PostgreSqlConversions.Of(value, there, wanted).Using ?? $"{value}::{wanted}";

    // The one text of an array is that text, so that texts that became arrays are what they were.
    private static TypeConversion FromArray(string column, string there, string wanted)
    {
        if (!IsText(wanted))
            return new TypeConversion(One($"{column}[1]", there[..^2], wanted), MayLoseData: true, MayFail: true, RewritesTable: true);
        var hasLimit = wanted.Contains('(', StringComparison.Ordinal);
        var expression = IsText(there[..^2])
            ? $"CASE WHEN pg_catalog.cardinality({column}) OPERATOR(pg_catalog.=) 1 AND {column}[1] OPERATOR(pg_catalog.!~~) '{{%}}' THEN {column}[1]::{wanted} ELSE {column}::text::{wanted} END"
            : $"{column}::{wanted}";
        return new TypeConversion(expression, MayLoseData: hasLimit, MayFail: hasLimit, RewritesTable: true);
    }

    /// <summary>
    /// No subquery is permitted in <c>USING</c>, and the only functions that make an array of a JSON document fill a record: any that has a column of texts, as a row of <c>pg_class</c>.
    /// </summary>
    private static string FromJson(string column, string there, string wanted)
        => $"(pg_catalog.{there}_populate_record(NULL::pg_catalog.pg_class, pg_catalog.{there}_build_object('reloptions', {column}))).reloptions::{wanted}";

    private static TypeConversion Whole(string expression, bool mayFail) => new(expression, MayLoseData: false, MayFail: mayFail, RewritesTable: true);

    internal static bool IsArray(string type) => type.EndsWith("[]", StringComparison.Ordinal);

    private static bool IsText(string type) => PostgreSqlConversions.IsText(PostgreSqlBackfill.Base(type));
}
