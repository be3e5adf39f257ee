using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>What other modifiers of one type do to the values: a length, a precision, a scale, the fields of an interval.</summary>
internal static class PostgreSqlPrecision
{
    private static readonly string[] times =
        ["interval", "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone"];

    private static readonly string[] fields = ["year", "month", "day", "hour", "minute", "second"];

    /// <summary>The conversion between two types that differ in their modifiers only.</summary>
    /// <param name="current">The current type.</param>
    /// <param name="target">The target type.</param>
    /// <param name="name">The name of both, where it is a known one.</param>
    public static TypeConversion Changes(StoreType current, StoreType target, string? name)
    {
        if (name is "numeric")
            return OfNumeric(current, target);

        // A bit string of another length is refused, whether it is shorter or longer.
        var narrower = IsNarrower(current, target);
        var isOtherBits = name is "bit" && (current.Length ?? 1) != (target.Length ?? 1);
        var rounds = narrower && times.Contains(name, StringComparer.Ordinal);
        var fails = isOtherBits || (narrower && name is "bit varying");
        return new TypeConversion(null, rounds, fails, RewritesTable: narrower || isOtherBits);
    }

    /// <summary>Whether fewer letters, digits or fields are left.</summary>
    public static bool IsNarrower(StoreType current, StoreType target)
        => (target.Length is { } after && (current.Length is not { } before || after < before)) || LastField(target) < LastField(current);

    // An interval keeps what is before its last field, whatever its first one is (AdjustIntervalForTypmod in PostgreSQL's timestamp.c).
    private static int LastField(StoreType type)
        => type.Fields?.Split(' ')[^1] is { } last && Array.IndexOf(fields, last) is var index && index >= 0 ? index : fields.Length;

    private static TypeConversion OfNumeric(StoreType current, StoreType target)
    {
        if (target.Length is not { } precision)
            return new TypeConversion(null, MayLoseData: false, MayFail: false, RewritesTable: false);
        var (scale, oldScale) = (target.Scale ?? 0, current.Scale ?? 0);
        var cutsScale = current.Length is null || scale < oldScale;
        var cutsWhole = current.Length is not { } old || precision - scale < old - oldScale;
        var rewrites = cutsScale || cutsWhole || current.Length is null || scale != oldScale;
        return new TypeConversion(null, cutsScale, cutsWhole, rewrites);
    }
}
