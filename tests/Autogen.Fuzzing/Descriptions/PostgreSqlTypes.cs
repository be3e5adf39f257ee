using System.Globalization;

namespace Autogen.Fuzzing.Descriptions;

/// <summary>The types that only PostgreSQL has, or has in another way.</summary>
internal static class PostgreSqlTypes
{
    private static readonly DateTime start = new(2020, 1, 1, 3, 4, 5, DateTimeKind.Utc);

    public static IEnumerable<ColumnType> All { get; } =
    [
        new("bool", typeof(bool), null, TypeFamily.Other, row => row % 2 == 0, row => row % 2 == 0 ? "true" : "false")
        {
            IsKeyable = false, Defaults = ColumnTypes.Named(true, false),
            Checks = ["{0} OR NOT {0} OR {0} IS NULL", "{0} IS NOT NULL OR {0} IS NULL"], Filters = ["{0}", "NOT {0}", "{0} = true"],
        },
        Other(
            "Guid",
            typeof(Guid),
            null,
            row => new Guid((int)row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            row => row.ToString("x8", CultureInfo.InvariantCulture) + "-0000-0000-0000-000000000001") with
        {
            Defaults = ColumnTypes.Named(Guid.Empty, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), DefaultSqls = ["gen_random_uuid()"],
            Methods = ["hash"],
        },
        Other(
            "timestamptz",
            typeof(DateTime),
            null,
            row => start.AddDays(row),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00") with
        {
            Defaults = ColumnTypes.Named(start), DefaultSqls = ["now()", "CURRENT_TIMESTAMP", "'2020-01-01 00:00:00Z'"],
            Checks = ["{0} < '2990-01-01 00:00:00Z'"], Methods = ["brin"],
        },
        Other(
            "timestamp",
            typeof(DateTime),
            "timestamp without time zone",
            row => DateTime.SpecifyKind(start.AddDays(row), DateTimeKind.Unspecified),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(DateTime.SpecifyKind(start, DateTimeKind.Unspecified)), DefaultSqls = ["now()"],
        },
        Other(
            "DateTimeOffset",
            typeof(DateTimeOffset),
            null,
            row => new DateTimeOffset(start.AddDays(row)),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00") with
        {
            Defaults = ColumnTypes.Named(new DateTimeOffset(start)),
        },
        Other(
            "timestamp(3)",
            typeof(DateTime),
            "timestamp(3) with time zone",
            row => start.AddDays(row),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00"),
        Other(
            "DateOnly",
            typeof(DateOnly),
            null,
            row => DateOnly.FromDateTime(start.AddDays(row)),
            row => start.AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(new DateOnly(2001, 2, 3)), DefaultSqls = ["CURRENT_DATE"],
        },
        Other(
            "TimeOnly",
            typeof(TimeOnly),
            null,
            row => new TimeOnly(row),
            row => new TimeOnly(1, 2, 3).Add(TimeSpan.FromSeconds(row)).ToString("HH:mm:ss", CultureInfo.InvariantCulture)) with
        {
            Value = row => new TimeOnly(1, 2, 3).Add(TimeSpan.FromSeconds(row)), Defaults = ColumnTypes.Named(new TimeOnly(4, 5, 6)),
        },
        Other(
            "TimeSpan",
            typeof(TimeSpan),
            null,
            row => TimeSpan.FromSeconds(row),
            row => TimeSpan.FromSeconds(row).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(TimeSpan.FromSeconds(1.5), new TimeSpan(3, 4, 5, 6)), DefaultSqls = ["'1 day'"],
        },
        Other(
            "bytea",
            typeof(byte[]),
            null,
            row => new[] { (byte)(row >> 8), (byte)row },
            row => $@"\x{(byte)(row >> 8):x2}{(byte)row:x2}") with
        {
            Defaults = new Dictionary<string, object>(StringComparer.Ordinal) { ["01ff"] = new byte[] { 1, 255 } }
        },
        Other("jsonb", typeof(string), "jsonb", row => $"{{\"a\": {row}}}", row => $"{{\"a\": {row}}}") with
        {
            Defaults = ColumnTypes.Named("{}", "[1, 2]"),
            Methods = ["gin"],
            IsKeyable = false
        },
        Other("json", typeof(string), "json", row => $"{{\"a\": {row}}}", row => $"{{\"a\": {row}}}") with
        {
            Defaults = ColumnTypes.Named("{}"),
            IsKeyable = false,
            Checks = [],
            Filters = [],
            IsIndexable = false
        },
        Other(
            "text[]", typeof(string[]), null, row => new[] { "a", row.ToString(CultureInfo.InvariantCulture) }, row => $"{{a,{row}}}") with
        {
            Defaults = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["empty"] = Array.Empty<string>(),
                ["it's"] = new[] { "it's", "b" }
            },
            DefaultSqls = ["ARRAY['a', 'b']", "'{}'"], Methods = ["gin"], IsKeyable = false,
        },
        Other("int[]", typeof(int[]), null, row => new[] { 1, (int)row }, row => $"{{1,{row}}}") with
        {
            Defaults = new Dictionary<string, object>(StringComparer.Ordinal) { ["1, 2"] = new[] { 1, 2 } }, Methods = ["gin"],
            IsKeyable = false,
        },
        Other("char", typeof(char), null, row => (char)('a' + (row % 20)), row => ((char)('a' + (row % 20))).ToString()) with
        {
            IsKeyable = false,
            Defaults = ColumnTypes.Named('x', '\'')
        },
        Other(
            "bit(3)",
            typeof(System.Collections.BitArray),
            "bit(3)",
            _ => new System.Collections.BitArray([true, false, true]),
            _ => "101") with
        {
            IsKeyable = false,
            HasBackfill = false
        },
        ColumnTypes.Fraction<decimal>("numeric(10)", "numeric(10)", row => (decimal)row, [3m]),
    ];

    private static ColumnType Other(string key, Type clr, string? storeType, Func<long, object> value, Func<long, string> text)
        => new(key, clr, storeType, TypeFamily.Other, value, text)
        {
            Checks = ["{0} IS NOT NULL OR {0} IS NULL"],
            Filters = ["{0} IS NOT NULL"]
        };
}
