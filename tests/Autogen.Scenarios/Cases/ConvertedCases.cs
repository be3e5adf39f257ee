using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Autogen.Scenarios.Cases;

/// <summary>A property's values are stored in another way; EF Core must read and write them as before, in both directions.</summary>
internal static class ConvertedCases
{
    // case D2
    private static readonly Dictionary<string, Func<DbContextOptions, Task<(string Written, string Read, string ReadBack)>>> cases =
        new(StringComparer.Ordinal);

    static ConvertedCases()
    {
        Between(
            "enum",
            [State.Draft, State.Sent, State.Returned, (State)77],
            [("number", _ => { }), ("name", state => state.HasConversion<string>())],
            ("number", "name"), ("name", "number"));
        Between(
            "enum",
            [State.Draft, State.Sent, State.Returned],
            [
                ("number", _ => { }),
                ("letter", state => state.HasConversion(one => ((char)('a' + (int)one)).ToString(), text => (State)(text[0] - 'a'))),
            ],
            ("number", "letter"));
        Between(
            "nullable enum",
            [State.Draft, (State?)null, State.Returned],
            [("number", _ => { }), ("name", state => state.HasConversion<string>().HasMaxLength(20))],
            ("number", "name"));
        Between(
            "flags",
            [Access.Read, Access.None, Access.Read | Access.Delete, Access.Edit, Access.Edit | Access.Delete],
            [
                ("number", _ => { }), ("name", access => access.HasConversion<string>()),
                ("letters", access => access.HasConversion(one => Letters(one), text => AccessOf(text))),
            ],
            ("number", "name"), ("name", "number"), ("number", "letters"));
        Between(
            "flags without a zero",
            [Days.Mon, Days.Mon | Days.Sun, (Days)0],
            [("number", _ => { }), ("name", days => days.HasConversion<string>())],
            ("number", "name"), ("name", "number"));
        Between(
            "bool",
            [true, false],
            [
                ("own", _ => { }), ("text", yes => yes.HasConversion<string>()),
                ("letter", yes => yes.HasConversion(new BoolToStringConverter("N", "Y"))), ("number", yes => yes.HasConversion<int>()),
                ("words", yes => yes.HasConversion(one => one ? "yes" : "no", text => text == "yes").HasMaxLength(3)),
            ],
            ("own", "text"), ("text", "own"), ("letter", "own"), ("number", "letter"), ("words", "number"),
            ("text", "words on PostgreSQL"));
        Between(
            "Guid",
            [Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), Guid.Empty, Guid.Parse("ffffffff-1234-469f-a165-70867728950f")],
            [
                ("own", _ => { }), ("text", id => id.HasConversion<string>()), ("bytes", id => id.HasConversion<byte[]>()),
                ("digits", id => id.HasConversion(one => one.ToString("N"), text => Guid.Parse(text)).HasMaxLength(32)),
            ],
            ("own", "bytes"), ("bytes", "text"), ("digits", "bytes"), ("own", "text on PostgreSQL"), ("text", "digits on PostgreSQL"));
        Between(
            "TimeSpan",
            [
                TimeSpan.FromSeconds(90), new TimeSpan(2, 3, 4, 5, 678, 900), TimeSpan.Zero, -new TimeSpan(2, 3, 4, 5, 600),
                -TimeSpan.FromMinutes(1), TimeSpan.FromDays(1000)
            ],
            [("own", _ => { }), ("ticks", time => time.HasConversion<long>()), ("text", time => time.HasConversion<string>())],
            ("own", "ticks"), ("ticks", "text"), ("text", "own on PostgreSQL"));
        Times("SQLite", _ => { }, ("own", "binary"), ("ticks", "own"));
        Times(
            "PostgreSQL",
            time => time.HasColumnType("timestamp without time zone"),
            ("own", "binary"), ("ticks", "own"), ("text", "binary"), ("own", "text"));
        Between(
            "DateTime in UTC",
            [new DateTime(2020, 2, 29, 1, 2, 3, DateTimeKind.Utc), new DateTime(1969, 12, 31, 23, 59, 59, 500, DateTimeKind.Utc)],
            [("own", _ => { }), ("binary", time => time.HasConversion<long>()), ("text", time => time.HasConversion<string>())],
            ("own", "binary on PostgreSQL"), ("own", "text on PostgreSQL"));
        Between(
            "DateTimeOffset",
            [
                new DateTimeOffset(2020, 2, 29, 1, 2, 3, 120, TimeSpan.Zero), new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero),
            ],
            [
                ("own", _ => { }), ("binary", time => time.HasConversion<long>()),
                ("milliseconds", time =>
                    time.HasConversion(one => one.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number))),
            ],
            ("own", "binary"), ("milliseconds", "own"));
        Between(
            "DateTimeOffset with an offset",
            [new DateTimeOffset(2020, 2, 29, 1, 2, 3, 120, TimeSpan.FromMinutes(-210)), DateTimeOffset.UnixEpoch],
            [("own", _ => { }), ("binary", time => time.HasConversion<long>())],
            ("own", "binary on SQLite"));
        Between(
            "DateOnly",
            [new DateOnly(2020, 2, 29), new DateOnly(1000, 1, 1), new DateOnly(2500, 12, 31)],
            [("own", _ => { }), ("number", day => day.HasConversion(one => one.DayNumber, number => DateOnly.FromDayNumber(number)))],
            ("own", "number"));
        Between("char", ['a', '\'', 'ß', '€'], [("own", _ => { }), ("number", one => one.HasConversion<int>())], ("own", "number"));
        Between(
            "decimal", [1.5m, -2.25m, 0m, 3m], [("own", _ => { }), ("double", one => one.HasConversion<double>())], ("double", "own"));
        Between("int", [1, -20, int.MaxValue], [("own", _ => { }), ("text", one => one.HasConversion<string>())], ("text", "own"));
    }

    /// <summary>The names of the cases.</summary>
    /// <param name="other">The database on which they do not run.</param>
    public static IEnumerable<string> Names(string other)
        => cases.Keys.Where(name => !name.EndsWith($" on {other}", StringComparison.Ordinal));

    /// <summary>Runs a case.</summary>
    /// <returns>The values as text: as they were written, as they were read after the upgrade and after the downgrade.</returns>
    public static Task<(string Written, string Read, string ReadBack)> RunAsync(string name, DbContextOptions options)
        => cases[name](options);

    private static void Times(
        string database, Action<PropertyBuilder<DateTime>> own, params (string Current, string Target)[] pairs)
        => Between(
            "DateTime",
            [new DateTime(2020, 2, 29, 1, 2, 3), new DateTime(1969, 12, 31, 23, 59, 59, 500), new DateTime(2101, 1, 1).AddTicks(1230)],
            [
                ("own", own), ("binary", time => time.HasConversion<long>()), ("text", time => time.HasConversion<string>()),
                ("ticks", time => time.HasConversion<DateTimeToTicksConverter>()),
            ],
            [.. pairs.Select(pair => (pair.Current, $"{pair.Target} on {database}"))]);

    private static void Between<T>(
        string type, T[] values, (string Name, Action<PropertyBuilder<T>> Build)[] ways, params (string Current, string Target)[] pairs)
    {
        foreach (var (current, target) in pairs)
        {
            var before = ways.First(way => way.Name == current).Build;
            var after = ways.First(way => target.Split(' ')[0] == way.Name).Build;
            cases[$"{type}: {current} -> {target}"] = async options =>
            {
                var walk = new ConvertedValues<T>(options, before, after);
                var (read, back) = await walk.RunAsync(values, CancellationToken.None);
                return (Text(values), Text(read), Text(back));
            };
        }
    }

    private static string Text<T>(IEnumerable<T> values)
        => string.Join(" | ", values.Select(value => value is decimal number ? $"{number:G29}" : $"{value}"));

    private static string Letters(Access access)
        => string.Concat(new[] { Access.Read, Access.Write, Access.Delete }.Where(one => access.HasFlag(one)).Select(one => $"{one}"[0]));

    private static Access AccessOf(string letters)
        => letters.Aggregate(
            Access.None, (sum, letter) => sum | (letter == 'R' ? Access.Read : letter == 'W' ? Access.Write : Access.Delete));

    [Flags]
    private enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        Edit = Read | Write,
        Delete = 4,
    }

    [Flags]
    private enum Days : byte
    {
        Mon = 1,
        Tue = 2,
        Wed = 4,
        Sun = 64,
    }

    internal enum State
    {
        Draft,
        Sent = 2,
        Returned = 30,
#pragma warning disable CA1069 // Two names of a value are what is tested.
        Alias = 2,
#pragma warning restore CA1069
    }
}
