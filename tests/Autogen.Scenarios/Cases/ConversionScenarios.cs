using System.Text;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// A property's values are stored in another way, with rows of the model beneath a unique index: one stays, one changes, and one
/// comes that has what the second had.
/// </summary>
internal static class ConversionScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        .. Between(
            "A day of the week",
            (DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday),
            [
                ("a number", _ => { }), ("a name", day => day.HasConversion<string>().HasMaxLength(9).HasDefaultValue(DayOfWeek.Sunday)),
                ("a letter", day => day.HasConversion(one => (char)('a' + (int)one), letter => (DayOfWeek)(letter - 'a'))),
                ("a number with a fraction", day => day.HasConversion<decimal>()),
            ],
            ("a number", "a name"), ("a name", "a letter"), ("a number", "a letter"), ("a number with a fraction", "a number")),
        .. Between(
            "A truth value",
            (true, (bool?)false, null),
            [
                ("a truth value", _ => { }),
                ("a number", yes => yes.HasConversion<int>()),
                ("Y or N", yes => yes.HasConversion(one => one == true ? "Y" : "N", text => text == "Y").HasMaxLength(1)),
                ("a byte", yes => yes.HasConversion<byte[]>())
            ],
            ("a truth value", "a number"), ("Y or N", "a truth value"), ("a byte", "Y or N"), ("a byte", "a number")),
        .. Between(
            "An identifier",
            (Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), Guid.Empty, Guid.Parse("ffffffff-d9cb-469f-a165-70867728950f")),
            [
                ("one", _ => { }),
                ("its letters", id => id.HasConversion<string>().HasMaxLength(36).IsFixedLength()),
                ("its bytes", id => id.HasConversion<byte[]>())
            ],
            ("one", "its bytes"), ("its bytes", "its letters"), ("its bytes", "one")),
        .. Between(
            "A time with an offset",
            (
                new DateTimeOffset(2020, 2, 29, 1, 2, 3, 123, TimeSpan.Zero),
                DateTimeOffset.UnixEpoch,
                new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero)),
            [
                ("one", time => time.HasPrecision(3).HasDefaultValueSql("CURRENT_TIMESTAMP")),
                ("milliseconds", time =>
                    time.HasConversion(one => one.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number)))
            ],
            ("milliseconds", "one"), ("one", "milliseconds")),
        .. Between(
            "A day",
            (new DateOnly(2020, 2, 29), new DateOnly(2020, 2, 28), new DateOnly(1999, 12, 31)),
            [
                ("one", _ => { }), ("a number", day => day.HasConversion(one => one.DayNumber, number => DateOnly.FromDayNumber(number))),
                ("a time in UTC", day =>
                    day.HasConversion(one => one.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), time => DateOnly.FromDateTime(time))),
            ],
            ("a number", "one"), ("one", "a time in UTC"), ("a time in UTC", "a number")),
        .. Between(
            "A duration",
            (TimeSpan.FromSeconds(90), TimeSpan.FromDays(2.5), TimeSpan.Zero),
            [("one", _ => { }), ("seconds", time => time.HasConversion(one => one.TotalSeconds, seconds => TimeSpan.FromSeconds(seconds)))],
            ("seconds", "one")),
        .. Between(
            "A price",
            (1.5m, -2.25m, 0m),
            [
                ("one", price => price.HasPrecision(18, 2)),
                ("a floating number", price => price.HasConversion<double>()),
                ("its digits", price => price.HasConversion<string>())
            ],
            ("one", "a floating number"), ("its digits", "a floating number")),
        .. Between(
            "An address",
            (new Uri("http://a.b/c?d='e'"), new Uri("http://x/"), new Uri("mailto:a@b")),
            [("a text", one => one.HasMaxLength(100).IsRequired()), ("bytes", one =>
                one.HasConversion(uri => Encoding.UTF8.GetBytes(uri.ToString()), bytes => new Uri(Encoding.UTF8.GetString(bytes))))],
            ("a text", "bytes"), ("bytes", "a text")),
        .. Between(
            "A letter",
            ('a', '\'', 'z'),
            [
                ("one", _ => { }),
                ("a number", letter => letter.HasConversion<int>()),
                ("a text", letter => letter.HasConversion<string>().HasColumnType("text"))
            ],
            ("a number", "one"), ("a text", "one")),
        .. Between(
            "A large number",
            (5UL, ulong.MaxValue / 4, 7UL),
            [
                ("one", _ => { }), ("its digits", number => number.HasConversion<string>()),
                ("bytes", number => number.HasConversion<byte[]>())
            ],
            ("its digits", "one"), ("bytes", "one"), ("bytes", "its digits")),
    ];

    private static IEnumerable<Scenario> Between<T>(
        string name,
        (T One, T Two, T Three) values,
        (string Name, Action<PropertyBuilder<T>> Build)[] ways,
        params (string Current, string Target)[] pairs)
    {
        Action<ModelBuilder> Model(string way, params T[] rows) => model => model.Map("t", table =>
        {
            ways.First(one => one.Name == way).Build(table.Property<T>("v"));
            table.HasIndex("v").IsUnique();
            table.HasData(rows.Select((value, place) => Row(("Id", place + 1), ("v", value!)))); // null, where a row has none
        });
        return from pair in pairs
               select new Scenario(
                   $"{name} of rows was {pair.Current}, and is {pair.Target}",
                   Model(pair.Current, values.One, values.Two),
                   Model(pair.Target, values.One, values.Three, values.Two))
               {
                   Kept = "SELECT \"Id\" FROM t ORDER BY 1"
               };
    }
}
