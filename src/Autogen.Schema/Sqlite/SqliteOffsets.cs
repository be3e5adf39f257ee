using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>Times with an offset: the text <c>2020-02-29 01:02:03.5+02:00</c>, and what else EF Core makes of them.</summary>
internal static class SqliteOffsets
{
    /// <summary>A value of a form as the text.</summary>
    public static string? Text(string from, string column, StoreType current)
    {
        if (from == ValueForms.Text)
            return column;
        if (from != ValueForms.Binary)
            return SqliteForms.Instant(from, column, current) is { } ticks ? $"({SqliteForms.TextOfInstant(ticks)} || '+00:00')" : null;

        // DateTimeOffsetToBinaryConverter: the local time in units of 1,000 ticks, and in the lowest 11 bits the minutes of the offset.
        var minutes = $"(({column} << 53) >> 53)";
        return $"({SqliteForms.TextOfInstant($"(({column} >> 11) * 1000)")} || CASE WHEN {minutes} < 0 THEN '-' ELSE '+' END "
            + $"|| printf('%02d:%02d', abs({minutes}) / 60, abs({minutes}) % 60))";
    }

    /// <summary>The text in another form.</summary>
    public static string? OfText(string to, string text, bool isWhole)
    {
        if (to == ValueForms.Text)
            return text;
        var local = SqliteForms.InstantOfText($"substr({text}, 1, length({text}) - 6)");
        var minutes = $"(CASE WHEN substr({text}, -6, 1) = '-' THEN -1 ELSE 1 END "
            + $"* (CAST(substr({text}, -5, 2) AS INTEGER) * 60 + CAST(substr({text}, -2) AS INTEGER)))";
        return to == ValueForms.Binary
            ? $"(({local} / 1000) << 11) | ({minutes} & 2047)"
            : SqliteForms.OfInstant(to, $"({local} - {minutes} * 600000000)", isWhole);
    }
}
