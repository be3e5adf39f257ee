using System.Globalization;
using System.Net;
using System.Numerics;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Defaults of every CLR type: one is added, changed and taken away; and a required column is added to existing rows.
/// </summary>
internal static class DefaultScenarios
{
    private static readonly DateTime utc = new(2020, 2, 29, 1, 2, 3, 456, DateTimeKind.Utc);

    public static IEnumerable<Scenario> All { get; } =
    [
        Of(false, true),
        Of<byte>(1, 255),
        Of<sbyte>(-1, 1),
        Of<short>(-1, 2),
        Of<ushort>(1, 2),
        Of(-1, int.MaxValue),
        Of(1u, uint.MaxValue),
        Of(-1L, long.MinValue),
        Of(1ul, ulong.MaxValue),
        Of(1.5f, -0.25f),
        Of(1e100, -1.5e-7),
        Of(1.50m, -123456789.123456789m),
        Of('a', '\''),
        Of("it's", "\\ \"é\"\n{0}"),
        Of(Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")),
        Of(utc, DateTime.UnixEpoch),
        Of(new DateTimeOffset(utc), DateTimeOffset.UnixEpoch),
        Of(new DateOnly(2020, 2, 29), new DateOnly(1, 1, 2)),
        Of(new TimeOnly(1, 2, 3), new TimeOnly(23, 59, 59, 999)),
        Of(new TimeSpan(1, 2, 3), new TimeSpan(0, 1, 2, 3, 4)),
        Of(new byte[] { 0, 1, 255 }, Array.Empty<byte>()),
        Of(DayOfWeek.Monday, DayOfWeek.Sunday),
        OnPostgreSqlOnly<int[]>([1, 2], []),
        OnPostgreSqlOnly<string[]>(["a", "it's \"{}\""], []),
        OnPostgreSqlOnly(new List<long> { 1 }, new List<long>()),
        OnPostgreSqlOnly(BigInteger.Parse("123456789012345678901234567890", CultureInfo.InvariantCulture), BigInteger.MinusOne),
        OnPostgreSqlOnly(IPAddress.Loopback, IPAddress.IPv6Loopback, isEverRequired: false),
        OnPostgreSqlOnly(new NpgsqlRange<int>(1, 3), new NpgsqlRange<int>(1, true, 3, false)),
        Bare(
            "Defaults become expressions of SQL and back",
            table => table.Property<int>(OddColumn).HasDefaultValue(3),
            table => table.Property<int>(OddColumn).HasDefaultValueSql("(1 + 2)")),
        Bare(
            "A default of an expression changes a little",
            table => table.Property<string>(OddColumn).HasDefaultValueSql("upper('a') || 'b'"),
            table => table.Property<string>(OddColumn).HasDefaultValueSql("upper('a') || 'B'")),
        Bare(
            "A text for an enumeration has a default",
            table => table.Property<DayOfWeek>(OddColumn).HasConversion<string>().HasDefaultValue(DayOfWeek.Monday),
            table => table.Property<DayOfWeek>(OddColumn).HasConversion<string>().HasDefaultValue(DayOfWeek.Friday)),
        Bare(
            "The date of today is a default",
            table => table.Property<DateTime>(OddColumn).HasDefaultValueSql("CURRENT_TIMESTAMP"),
            table => table.Property<DateTime>(OddColumn).HasDefaultValueSql("now() + interval '1 day'")).OnPostgreSql(),
        Bare(
            "A default takes a sequence of another schema",
            table => table.Property<long>(OddColumn).HasDefaultValue(1L),
            table =>
            {
                table.Metadata.Model.AddSequence("Nümbers", "Other Schema");
                table.Property<long>(OddColumn).HasDefaultValueSql("nextval('\"Other Schema\".\"Nümbers\"')");
            }).OnPostgreSql(),
        Bare(
            "A default leaves a sequence that goes",
            table =>
            {
                table.Metadata.Model.AddSequence("numbers");
                table.Property<long>(OddColumn).HasDefaultValueSql("nextval('numbers')");
            },
            table => table.Property<long>(OddColumn).HasDefaultValue(5L)).OnPostgreSql(),
    ];

    private static Scenario Of<T>(T current, T target, bool isEverRequired = true)
        => Bare(
            $"Defaults of {typeof(T).Name.Split('`')[0]} come, change and go; required columns are new",
            table =>
            {
                Nullable<T>(table, "comes");
                table.Property<T>("Chänges").IsRequired().HasDefaultValue(current);
                Nullable<T>(table, "goes").HasDefaultValue(current);
                Nullable<T>(table, "is \"required\"");
                Nullable<T>(table, "is required with a default");
                table.Property<T>("is optional").IsRequired().HasDefaultValue(current);
            },
            table =>
            {
                Nullable<T>(table, "comes").HasDefaultValue(target);
                table.Property<T>("Chänges").IsRequired().HasDefaultValue(target);
                Nullable<T>(table, "goes");
                table.Property<T>("is \"required\"").IsRequired(isEverRequired);
                table.Property<T>("is required with a default").IsRequired().HasDefaultValue(target);
                Nullable<T>(table, "is optional").HasDefaultValue(target);
                table.Property<T>("is 'new'").IsRequired(isEverRequired);
                table.Property<T>("is new with a default").IsRequired().HasDefaultValue(target);
            });

    private static Scenario OnPostgreSqlOnly<T>(T current, T target, bool isEverRequired = true)
        => Of(current, target, isEverRequired).OnPostgreSql();

    private static Scenario Bare(string name, Action<Entity> current, Action<Entity> target)
        => new(name, model => model.Map(OddTable, current), model => model.Map(OddTable, target))
        {
            Populate = $"INSERT INTO {OddTableSql} DEFAULT VALUES",
            Kept = $"SELECT \"Id\" FROM {OddTableSql} ORDER BY 1",
        };

    private static PropertyBuilder Nullable<T>(Entity table, string name)
        => table.Property(typeof(T).IsValueType ? typeof(Nullable<>).MakeGenericType(typeof(T)) : typeof(T), name);
}
