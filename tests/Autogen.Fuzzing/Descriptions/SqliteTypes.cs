using System.Globalization;

namespace Autogen.Fuzzing.Descriptions;

/// <summary>The types that only SQLite has, or has in another way.</summary>
internal static class SqliteTypes
{
    private static readonly DateTime start = new(2020, 1, 1, 3, 4, 5, DateTimeKind.Unspecified);

    public static IEnumerable<ColumnType> All { get; } =
    [
        new("bool", typeof(bool), null, TypeFamily.Other, row => row % 2 == 0, row => row % 2 == 0 ? "1" : "0")
        {
            IsKeyable = false, Defaults = ColumnTypes.Named(true, false), Checks = ["{0} IN (0, 1)"],
            Filters = ["{0}", "NOT {0}", "{0} = 1"],
        },
        Text(
            "Guid",
            typeof(Guid),
            row => new Guid((int)row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            row => row.ToString("X8", CultureInfo.InvariantCulture) + "-0000-0000-0000-000000000001") with
        {
            Defaults = ColumnTypes.Named(Guid.Empty, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            DefaultSqls = ["lower(hex(randomblob(16)))"],
        },
        Text(
            "DateTime",
            typeof(DateTime),
            row => start.AddDays(row),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(start), DefaultSqls = ["CURRENT_TIMESTAMP", "datetime('now')"],
        },
        Text(
            "DateTimeOffset",
            typeof(DateTimeOffset),
            row => new DateTimeOffset(start.AddDays(row), TimeSpan.Zero),
            row => start.AddDays(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00") with
        {
            Defaults = ColumnTypes.Named(new DateTimeOffset(start, TimeSpan.FromHours(2))),
        },
        Text(
            "DateOnly",
            typeof(DateOnly),
            row => DateOnly.FromDateTime(start.AddDays(row)),
            row => start.AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(new DateOnly(2001, 2, 3)), DefaultSqls = ["CURRENT_DATE"],
        },
        Text(
            "TimeOnly",
            typeof(TimeOnly),
            row => new TimeOnly(1, 2, 3).Add(TimeSpan.FromSeconds(row)),
            row => new TimeOnly(1, 2, 3).Add(TimeSpan.FromSeconds(row)).ToString("HH:mm:ss", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(new TimeOnly(4, 5, 6)),
        },
        Text(
            "TimeSpan",
            typeof(TimeSpan),
            row => TimeSpan.FromSeconds(row),
            row => TimeSpan.FromSeconds(row).ToString("c", CultureInfo.InvariantCulture)) with
        {
            Defaults = ColumnTypes.Named(new TimeSpan(3, 4, 5, 6))
        },
        Text("char", typeof(char), row => (char)('a' + (row % 20)), row => ((char)('a' + (row % 20))).ToString()) with
        {
            IsKeyable = false,
            Defaults = ColumnTypes.Named('x', '\'')
        },
        Text("odd type", typeof(string), row => $"o{row}", row => $"o{row}") with { StoreType = "NVARCHAR ( 33 )" },
        new("blob", typeof(byte[]), null, TypeFamily.Other, row => new[] { (byte)1, (byte)row }, row => $"X'01{(byte)row:X2}'")
        {
            Defaults = new Dictionary<string, object>(StringComparer.Ordinal) { ["01ff"] = new byte[] { 1, 255 } },
            DefaultSqls = ["X'00'", "zeroblob(2)"], Checks = ["length({0}) < 100"], IsKeyable = false,
        },
    ];

    private static ColumnType Text(string key, Type clr, Func<long, object> value, Func<long, string> text)
        => new(key, clr, null, TypeFamily.Text, value, text)
        {
            Checks = ["{0} <> 'no'"],
            Filters = ["{0} IS NOT NULL", "{0} > '1'"],
            Computations = key is "odd type" ? ["{0} || 'x'"] : []
        };
}
