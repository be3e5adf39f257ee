using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Values of one form as SQL that makes values of another: exactly what EF Core writes. A value that is not of the form stays as it is.
/// </summary>
internal static class SqliteForms
{
    private const string UnixEpoch = "621355968000000000";

    /// <summary>The expression; <see langword="null"/> where the forms are not known.</summary>
    /// <param name="kind">What the values are.</param>
    /// <param name="from">The current form.</param>
    /// <param name="to">The target form.</param>
    /// <param name="column">The quoted column.</param>
    /// <param name="current">The current store type.</param>
    /// <param name="target">The target store type.</param>
    public static string? Between(ValueKind kind, string from, string to, string column, StoreType current, StoreType target)
    {
        if (from.Length == 0 || to.Length == 0)
            return null;
        var isWhole = SqliteAffinity.Of(target) == "INTEGER";
        var expression = kind switch
        {
            ValueKind.Guid => Hex(from, column) is { } hex ? OfHex(to, hex) : null,
            ValueKind.TimeSpan => Ticks(from, column, current) is { } ticks ? OfTicks(to, ticks, isWhole) : null,
            ValueKind.DateTime => Instant(from, column, current) is { } instant ? OfInstant(to, instant, isWhole) : null,
            ValueKind.DateTimeOffset
                => SqliteOffsets.Text(from, column, current) is { } text ? SqliteOffsets.OfText(to, text, isWhole) : null,
            ValueKind.DateOnly => (from, to) switch
            {
                (ValueForms.Text, ValueForms.Number) => $"CAST(julianday({column}) - 1721425.5 AS INTEGER)",
                (ValueForms.Number, ValueForms.Text) => $"date({column} + 1721425.5)",
                _ => null,
            },
            ValueKind.Decimal when to == ValueForms.Text
                => $"CASE WHEN instr(CAST({column} AS TEXT), '.') = 0 THEN {column} || '.0' ELSE CAST({column} AS TEXT) END",
            ValueKind.Char => (from, to) switch
            {
                (ValueForms.Text, ValueForms.Number) => $"unicode({column})",
                (ValueForms.Number, ValueForms.Text) => $"char({column})",
                _ => null,
            },
            _ => null,
        };
        return expression is null ? null : $"CASE WHEN {Guard(from, column)} THEN {expression} ELSE {column} END";
    }

    /// <summary>The ticks of a time without a zone.</summary>
    public static string? Instant(string from, string column, StoreType current) => from switch
    {
        ValueForms.Text => InstantOfText(column),
        ValueForms.Binary => $"({column} & 4611686018427387903)",
        "ticks" => column,
        _ when ValueForms.UnixUnits.TryGetValue(from, out var unit) => $"({Scaled(column, unit, current)} + {UnixEpoch})",
        _ => null,
    };

    /// <summary>A text's ticks.</summary>
    public static string InstantOfText(string text)
        => $"(CAST(strftime('%s', substr({text}, 1, 19)) AS INTEGER) * 10000000 + {UnixEpoch} "
            + $"+ CAST(substr(substr({text}, 21) || '0000000', 1, 7) AS INTEGER))";

    /// <summary>The text of ticks.</summary>
    public static string TextOfInstant(string ticks)
        => $"strftime('%Y-%m-%d %H:%M:%S', {ticks} / 10000000 - 62135596800, 'unixepoch') "
            + $"|| CASE WHEN {ticks} % 10000000 = 0 THEN '' ELSE rtrim(printf('.%07d', {ticks} % 10000000), '0') END";

    /// <summary>Ticks in another form.</summary>
    public static string? OfInstant(string to, string ticks, bool isWhole) => to switch
    {
        ValueForms.Text => TextOfInstant(ticks),
        ValueForms.Binary or "ticks" => ticks,
        _ when ValueForms.UnixUnits.TryGetValue(to, out var unit) => Divided($"({ticks} - {UnixEpoch})", unit, isWhole),
        _ => null,
    };

    private static string Guard(string from, string column) => from switch
    {
        ValueForms.Bytes => $"typeof({column}) = 'blob'",
        ValueForms.Text or ValueForms.UpperText or ValueForms.Digits => $"typeof({column}) = 'text'",
        _ => $"typeof({column}) IN ('integer', 'real')",
    };

    private static string? Hex(string from, string column) => from switch
    {
        ValueForms.Text or ValueForms.UpperText or ValueForms.Digits => $"lower(replace({column}, '-', ''))",
        ValueForms.Bytes => $"lower({Reordered($"hex({column})")})",
        _ => null,
    };

    private static string? OfHex(string to, string hex)
    {
        var text = $"substr({hex}, 1, 8) || '-' || substr({hex}, 9, 4) || '-' || substr({hex}, 13, 4) || '-' || substr({hex}, 17, 4) "
            + $"|| '-' || substr({hex}, 21)";
        return to switch
        {
            ValueForms.Text => text,
            ValueForms.UpperText => $"upper({text})",
            ValueForms.Digits => hex,
            ValueForms.Bytes => $"unhex({Reordered(hex)})",
            _ => null,
        };
    }

    // .NET writes the first three parts of a Guid with the lowest byte first.
    private static string Reordered(string hex)
        => string.Join(" || ", new[] { 7, 5, 3, 1, 11, 9, 15, 13 }.Select(place => $"substr({hex}, {place}, 2)"))
            + $" || substr({hex}, 17)";

    private static string? Ticks(string from, string column, StoreType current)
    {
        if (ValueForms.Units.TryGetValue(from, out var unit))
            return Scaled(column, unit, current);
        if (from != ValueForms.Text)
            return null;
        var text = $"ltrim({column}, '-')";
        var hasDays = $"instr({text}, '.') BETWEEN 1 AND instr({text}, ':')";
        var time = $"substr({text}, CASE WHEN {hasDays} THEN instr({text}, '.') + 1 ELSE 1 END)";
        return $"(CASE WHEN {column} LIKE '-%' THEN -1 ELSE 1 END * (CASE WHEN {hasDays} THEN CAST({text} AS INTEGER) ELSE 0 END "
            + $"* 864000000000 + CAST({time} AS INTEGER) * 36000000000 + CAST(substr({time}, 4, 2) AS INTEGER) * 600000000 "
            + $"+ CAST(substr({time}, 7, 2) AS INTEGER) * 10000000 + CAST(substr(substr({time}, 10) || '0000000', 1, 7) AS INTEGER)))";
    }

    private static string? OfTicks(string to, string ticks, bool isWhole)
    {
        if (ValueForms.Units.TryGetValue(to, out var unit))
            return Divided(ticks, unit, isWhole);
        if (to != ValueForms.Text)
            return null;
        var positive = $"abs({ticks})";
        return $"CASE WHEN {ticks} < 0 THEN '-' ELSE '' END "
            + $"|| CASE WHEN {positive} >= 864000000000 THEN ({positive} / 864000000000) || '.' ELSE '' END "
            + $"|| printf('%02d:%02d:%02d', {positive} / 36000000000 % 24, {positive} / 600000000 % 60, {positive} / 10000000 % 60) "
            + $"|| CASE WHEN {positive} % 10000000 = 0 THEN '' ELSE printf('.%07d', {positive} % 10000000) END";
    }

    // A number with a fraction is rounded to ticks; a whole one has too many digits for that.
    private static string Scaled(string column, long unit, StoreType current)
        => unit == 1 ? column
            : SqliteAffinity.Of(current) == "INTEGER" ? $"({column} * {unit})"
            : $"CAST(round({column} * {unit}) AS INTEGER)";

    private static string Divided(string ticks, long unit, bool isWhole)
        => unit == 1 ? ticks : isWhole ? $"{ticks} / {unit}" : $"{ticks} / {unit}.0";
}
