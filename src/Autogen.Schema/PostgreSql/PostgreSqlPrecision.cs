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
    /// <param name="there">The current type.</param>
    /// <param name="wanted">The target type.</param>
    /// <param name="name">The name of both, where it is a known one.</param>
    public static TypeConversion Changes(StoreType there, StoreType wanted, string? name)
    {
        if (name is "numeric")
            return OfNumeric(there, wanted);

        // A bit string of another length is refused, whether it is shorter or longer.
        var narrower = IsNarrower(there, wanted);
        var isOtherBits = name is "bit" && (there.Length ?? 1) != (wanted.Length ?? 1);
        var rounds = narrower && times.Contains(name, StringComparer.Ordinal);
        var fails = isOtherBits || (narrower && name is "bit varying");
        return new TypeConversion(null, rounds, fails, RewritesTable: narrower || isOtherBits);
    }

    /// <summary>Whether fewer letters, digits or fields are left.</summary>
    public static bool IsNarrower(StoreType there, StoreType wanted)
        => (wanted.Length is { } after && (there.Length is not { } before || after < before)) || LastField(wanted) < LastField(there);

    // An interval keeps what is before its last field, whatever its first one is (AdjustIntervalForTypmod in PostgreSQL's timestamp.c).
    private static int LastField(StoreType type)
        => type.Fields?.Split(' ')[^1] is { } last && Array.IndexOf(fields, last) is var index && index >= 0 ? index : fields.Length;

    private static TypeConversion OfNumeric(StoreType there, StoreType wanted)
    {
        if (wanted.Length is not { } precision)
            return new TypeConversion(null, MayLoseData: false, MayFail: false, RewritesTable: false);
        var (scale, oldScale) = (wanted.Scale ?? 0, there.Scale ?? 0);
        var cutsScale = there.Length is null || scale < oldScale;
        var cutsWhole = there.Length is not { } old || precision - scale < old - oldScale;
        var rewrites = cutsScale || cutsWhole || there.Length is null || scale != oldScale;
        return new TypeConversion(null, cutsScale, cutsWhole, rewrites);
    }
}
