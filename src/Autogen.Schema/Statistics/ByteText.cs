using System.Globalization;

namespace Autogen.Schema.Statistics;

/// <summary>Bytes for people: <c>8 kB</c>, <c>1.2 MB</c>, units of 1,024 as PostgreSQL's <c>pg_size_pretty</c> has them.</summary>
internal static class ByteText
{
    private const int Unit = 1024;
    private static readonly string[] units = ["bytes", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>The text; <see langword="null"/> for nothing.</summary>
    public static string? Of(long? bytes)
    {
        if (bytes is not { } number)
            return null;
        var size = (double)number;
        var unit = 0;
        while (Math.Abs(size) >= Unit && unit < units.Length - 1)
        {
            size /= Unit;
            unit++;
        }

        var form = unit == 0 || Math.Abs(size) >= 10 ? "#,0" : "0.#";
        return string.Create(CultureInfo.InvariantCulture, $"{size.ToString(form, CultureInfo.InvariantCulture)} {units[unit]}");
    }

    /// <summary>A difference, with its sign.</summary>
    public static string? Difference(long? before, long? after)
        => before is null || after is null ? null : (after >= before ? "+" : "") + Of(after - before);
}
