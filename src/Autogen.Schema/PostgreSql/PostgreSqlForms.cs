using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Values of one form as SQL that makes values of another: exactly what EF Core writes. Every name is of <c>pg_catalog</c>, whatever the
/// search path says.
/// </summary>
internal static class PostgreSqlForms
{
    private const string Epoch = "621355968000000000";

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
        return kind switch
        {
            ValueKind.Guid => Uuid(from, column) is { } uuid ? OfUuid(to, uuid) : null,
            ValueKind.TimeSpan => Interval(from, column) is { } interval ? OfInterval(to, interval, IsWhole(target)) : null,
            ValueKind.DateTime or ValueKind.DateTimeOffset => Instant(kind, from, column, current) is { } instant
                ? OfInstant(kind, to, instant, current, target) : null,
            ValueKind.DateOnly => (from, to) switch
            {
                (ValueForms.Native, ValueForms.Number) => Op(column, "-", "pg_catalog.date '0001-01-01'"),
                (ValueForms.Number, ValueForms.Native) => Op("pg_catalog.date '0001-01-01'", "+", $"{column}::pg_catalog.int4"),
                _ => null,
            },
            ValueKind.Char => (from, to) switch
            {
                (ValueForms.Text, ValueForms.Number) => $"pg_catalog.ascii({column})",
                (ValueForms.Number, ValueForms.Text) => $"pg_catalog.chr({column}::pg_catalog.int4)",
                _ => null,
            },
            _ => null,
        };
    }

    private static bool IsWhole(StoreType type) => type.Text is "smallint" or "integer" or "bigint";

    private static string Op(string left, string name, string right) => $"{left} OPERATOR(pg_catalog.{name}) {right}";

    private static string Joined(params IEnumerable<string> parts) => string.Join(" OPERATOR(pg_catalog.||) ", parts);

    private static string? Uuid(string from, string column) => from switch
    {
        ValueForms.Native => column,
        ValueForms.Text or ValueForms.UpperText or ValueForms.Digits => $"{column}::pg_catalog.uuid",
        ValueForms.Bytes => $"({Reordered($"pg_catalog.encode({column}, 'hex')")})::pg_catalog.uuid",
        _ => null,
    };

    private static string? OfUuid(string to, string uuid) => to switch
    {
        ValueForms.Native => uuid,
        ValueForms.Text => $"{uuid}::pg_catalog.text",
        ValueForms.UpperText => $"pg_catalog.upper({uuid}::pg_catalog.text)",
        ValueForms.Digits => $"pg_catalog.replace({uuid}::pg_catalog.text, '-', '')",
        ValueForms.Bytes => $"pg_catalog.decode({Reordered($"pg_catalog.replace({uuid}::pg_catalog.text, '-', '')")}, 'hex')",
        _ => null,
    };

    // .NET writes the first three parts of a Guid with the lowest byte first.
    private static string Reordered(string hex)
        => Joined([
            .. new[] { 7, 5, 3, 1, 11, 9, 15, 13 }.Select(place => $"pg_catalog.substr({hex}, {place}, 2)"),
            $"pg_catalog.substr({hex}, 17)"
        ]);

    private static string? Interval(string from, string column)
    {
        if (from == ValueForms.Native)
            return column;
        if (ValueForms.Units.TryGetValue(from, out var unit))
            return OfSeconds(column, unit);

        // 1.02:03:04 is one day and a time: PostgreSQL wants a blank after the days, and the sign of each part.
        return from == ValueForms.Text
            ? $"pg_catalog.regexp_replace(pg_catalog.regexp_replace({column}, '^-([0-9]+)[.]', '-\\1 -'), '^([0-9]+)[.]', "
                + "'\\1 ')::pg_catalog.interval"
            : null;
    }

    private static string OfSeconds(string column, long unit)
    {
        var (name, factor) = unit >= TimeSpan.TicksPerSecond
            ? ("*", unit / TimeSpan.TicksPerSecond)
            : ("/", TimeSpan.TicksPerSecond / unit);
        return "pg_catalog.justify_hours(pg_catalog.make_interval(0, 0, 0, 0, 0, 0, "
            + $"{Op($"{column}::pg_catalog.float8", name, $"{factor}")}))";
    }

    private static string? OfInterval(string to, string interval, bool isWhole)
    {
        if (to == ValueForms.Native)
            return interval;
        var seconds = $"EXTRACT(epoch FROM {interval})";
        if (ValueForms.Units.TryGetValue(to, out var unit))
            return Divided(MicrosecondsOf(seconds), unit, isWhole);
        if (to != ValueForms.Text)
            return null;
        var positive = $"pg_catalog.make_interval(0, 0, 0, 0, 0, 0, pg_catalog.abs({seconds}::pg_catalog.float8))";
        var days = $"EXTRACT(day FROM pg_catalog.justify_hours({positive}))";
        var time = $"pg_catalog.justify_hours({positive})";
        return Joined(
            $"CASE WHEN {Op(seconds, "<", "0")} THEN '-' ELSE '' END",
            $"CASE WHEN {Op(days, ">", "0")} THEN {Op($"{days}::pg_catalog.int8::pg_catalog.text", "||", "'.'")} ELSE '' END",
            $"pg_catalog.to_char({time}, 'HH24:MI:SS')",
            $"CASE WHEN {Op($"pg_catalog.to_char({time}, 'US')", "=", "'000000'")} THEN '' "
                + $"ELSE pg_catalog.to_char({time}, '.US\"0\"') END");
    }

    private static string? Instant(ValueKind kind, string from, string column, StoreType current)
    {
        if (from == ValueForms.Native)
            return InZone(current) ? column : $"pg_catalog.timezone('UTC', {column})";
        if (from == ValueForms.Text)
            return kind == ValueKind.DateTimeOffset
                ? $"{column}::pg_catalog.timestamptz"
                : $"pg_catalog.timezone('UTC', {column}::pg_catalog.timestamp)";
        if (ValueForms.UnixUnits.TryGetValue(from, out var unit))
            return $"pg_catalog.to_timestamp({Op($"{column}::pg_catalog.float8", "/", $"{TimeSpan.TicksPerSecond / unit}")})";
        var ticks = (kind, from) switch
        {
            (ValueKind.DateTime, ValueForms.Binary) => $"({Op(column, "&", "4611686018427387903")})",
            (_, "ticks") => column,
            (_, ValueForms.Binary) => $"({Op(LocalTicks(column), "-", $"({Op(Minutes(column), "*", "600000000")})")})",
            _ => null,
        };
        return ticks is null ? null
            : $"pg_catalog.to_timestamp({Op($"({Op(ticks, "-", Epoch)})::pg_catalog.float8", "/", "10000000")})";
    }

    private static string LocalTicks(string column) => $"({Op($"({Op(column, ">>", "11")})", "*", "1000")})";

    // The lowest 11 bits are a number with a sign.
    private static string Minutes(string column) => $"({Op($"({Op($"({Op(column, "&", "2047")})", "#", "1024")})", "-", "1024")})";

    private static string? OfInstant(ValueKind kind, string to, string instant, StoreType current, StoreType target)
    {
        var utc = $"pg_catalog.timezone('UTC', {instant})";
        if (to == ValueForms.Native)
            return InZone(target) ? instant : utc;
        if (to == ValueForms.Text)
        {
            var text = $"pg_catalog.rtrim(pg_catalog.rtrim(pg_catalog.to_char({utc}, 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')";
            return kind == ValueKind.DateTimeOffset ? Op(text, "||", "'+00:00'") : text;
        }

        var microseconds = MicrosecondsOf($"EXTRACT(epoch FROM {instant})");
        if (ValueForms.UnixUnits.TryGetValue(to, out var unit))
            return Divided(microseconds, unit, IsWhole(target));
        var ticks = $"({Op($"({Op(microseconds, "*", "10")})", "+", Epoch)})";
        return (kind, to) switch
        {
            // Npgsql reads a time with a zone as one in UTC, which is a flag in what ToBinary makes of it.
            (ValueKind.DateTime, ValueForms.Binary) when InZone(current) => Op(ticks, "|", "4611686018427387904"),
            (_, "ticks") or (ValueKind.DateTime, ValueForms.Binary) => ticks,
            (_, ValueForms.Binary) => Op($"({Op(ticks, "/", "1000")})", "<<", "11"),
            _ => null,
        };
    }

    private static bool InZone(StoreType type) => type.Text.Contains("with time zone", StringComparison.Ordinal);

    // Before PostgreSQL 14 seconds are a binary number, which has enough digits for these; the cast rounds.
    private static string MicrosecondsOf(string seconds) => $"({Op(seconds, "*", "1000000")})::pg_catalog.int8";

    private static string Divided(string microseconds, long unit, bool isWhole)
    {
        if (unit == 1)
            return Op(microseconds, "*", "10");
        var divisor = unit / TimeSpan.TicksPerMicrosecond;
        return divisor == 1 ? microseconds : Op(microseconds, "/", isWhole ? $"{divisor}" : $"{divisor}.0");
    }
}
