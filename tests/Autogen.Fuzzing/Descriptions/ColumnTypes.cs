using System.Globalization;

namespace Autogen.Fuzzing.Descriptions;

/// <summary>The types of a database.</summary>
public static class ColumnTypes
{
    private static readonly IReadOnlyDictionary<string, ColumnType> postgreSql = Dictionary(
        [.. Numbers(sqlite: false), .. Texts(sqlite: false), .. PostgreSqlTypes.All]);
    private static readonly IReadOnlyDictionary<string, ColumnType> sqlite = Dictionary(
        [.. Numbers(sqlite: true), .. Texts(sqlite: true), .. SqliteTypes.All]);

    /// <summary>The database's types.</summary>
    public static IReadOnlyDictionary<string, ColumnType> Of(FuzzDatabase database)
        => database == FuzzDatabase.PostgreSql ? postgreSql : sqlite;

    /// <summary>The type of a column.</summary>
    public static ColumnType Of(FuzzDatabase database, ModelDescription model, ColumnDescription column)
        => column.Type.StartsWith("enum:", StringComparison.Ordinal)
            ? OfEnum(model.Enums.First(type => type.Name == column.Type["enum:".Length..]))
            : Of(database)[column.Type];

    private static ColumnType OfEnum(EnumDescription type)
    {
        var quoted = (type.Schema is null ? "" : Quote(type.Schema) + ".") + Quote(type.Name);

        // A row has one of the first labels: the last ones may be removed.
        string Label(long row) => type.Labels[(int)(row % Math.Min(2, type.Labels.Count))];
        return new("enum:" + type.Name, typeof(string), quoted, TypeFamily.Enumeration, Label, Label)
        {
            IsKeyable = false,
            Checks = ["{0} IS NULL OR {0}::text <> 'none'"],
            DefaultSqls = [.. type.Labels.Take(2).Select(label => $"'{label.Replace("'", "''", StringComparison.Ordinal)}'::{quoted}")],
        };
    }

    /// <summary>An identifier as SQL.</summary>
    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Dictionary<string, ColumnType> Dictionary(IEnumerable<ColumnType> types)
        => types.ToDictionary(type => type.Key, StringComparer.Ordinal);

    private static IEnumerable<ColumnType> Numbers(bool sqlite)
    {
        yield return Whole<int>("int", null, row => (int)row, [0, 1, -7, int.MaxValue]);
        yield return Whole<long>("long", null, row => row, [0L, -5L, long.MaxValue, long.MinValue]);
        yield return Whole<short>("short", null, row => (short)row, [(short)0, (short)-3]);
        yield return Whole<byte>("byte", null, row => (byte)row, [(byte)7]) with { IsKeyable = false };
        yield return Whole<ushort>("ushort", null, row => (ushort)row, [(ushort)7]);
        yield return Whole<DayOfWeek>("DayOfWeek", null, row => (DayOfWeek)(row % 7), [DayOfWeek.Friday]) with { IsKeyable = false };
        yield return Fraction<decimal>("decimal", null, row => row + 0.25m, [0m, 1.50m, -0.001m]);
        yield return Fraction<decimal>("decimal(18,2)", sqlite ? "decimal(18,2)" : "decimal(18, 2)", row => row + 0.25m, [0m, 1.5m]);
        yield return Fraction<double>("double", null, row => row + 0.25, [0d, 1.5, 1e300, -1e-7]);
        yield return Fraction<float>("float", null, row => row + 0.25f, [0f, 2.5f]);
    }

    private static IEnumerable<ColumnType> Texts(bool sqlite)
    {
        yield return Text("text", sqlite ? "TEXT" : "text", null, sqlite);
        yield return Text("string", null, null, sqlite);
        yield return Text("varchar(20)", "varchar(20)", 20, sqlite);
        yield return Text("varchar(40)", "character varying(40)", 40, sqlite);
    }

    private static ColumnType Text(string key, string? storeType, int? limit, bool sqlite)
        => new(key, typeof(string), storeType, TypeFamily.Text, TextOf, TextOf)
        {
            Limit = limit,
            Defaults = Named("", "it's", "\"q\" \\ {0}", "line\nline", "größe 尺寸"),
            DefaultSqls = sqlite
                ? ["upper('a')", "'b' || 'c'"]
                : ["upper('a')", "'b' || 'c'", "'x'::text", "lower('A'::character varying)"],
            Checks =
            [
                "length({0}) >= 0", "{0} <> 'it''s impossible'", "{0} NOT IN ('no', 'never', 'ne\"ver')", "{0} IS NULL OR {0} <> 'x y'"
            ],
            Filters = ["{0} IS NOT NULL", "{0} <> 'a'", "{0} IN ('a', 'b')"],
            Computations = ["upper({0})", "{0} || '-x'", "coalesce({0}, 'none')"],
            Methods = ["hash"],
        };

    private static string TextOf(long row) => string.Create(CultureInfo.InvariantCulture, $"t'{row} é");

    internal static ColumnType Whole<T>(string key, string? storeType, Func<long, object> value, IReadOnlyList<object> defaults)
        => new(
            key,
            typeof(T),
            storeType,
            TypeFamily.Integer,
            value,
            row => Convert.ToInt64(value(row), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))
        {
            Defaults = Named([.. defaults]),
            DefaultSqls = ["1 + 2", "5", "-4"],
            Checks =
            [
                "{0} > -1000000", "{0} BETWEEN -30000 AND 32767", "{0} NOT IN (-77, -78)", "{0} <> -1 AND {0} <> -2",
                "{0} >= -5 OR {0} IS NULL"
            ],
            Filters = ["{0} IS NOT NULL", "{0} > 0", "{0} BETWEEN 1 AND 5", "{0} <> 3"],
            Computations = ["{0} * 2", "{0} + 1", "({0} - 1) + ({0} + 1)", "abs({0})"],
        };

    internal static ColumnType Fraction<T>(string key, string? storeType, Func<long, object> value, IReadOnlyList<object> defaults)
        => new(key, typeof(T), storeType, TypeFamily.Number, value, row => Convert.ToString(value(row), CultureInfo.InvariantCulture)!)
        {
            Defaults = Named([.. defaults]),
            DefaultSqls = ["1.5", "0.0"],
            Checks = ["{0} > -1000000.5", "{0} <> -1.5"],
            Filters = ["{0} > 0.5", "{0} IS NOT NULL"],
            Computations = ["{0} * 2"],
        };

    internal static IReadOnlyDictionary<string, object> Named(params object[] values)
        => values.ToDictionary(value => string.Create(CultureInfo.InvariantCulture, $"{value}"), StringComparer.Ordinal);
}
