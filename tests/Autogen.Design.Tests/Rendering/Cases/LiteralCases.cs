using System.Net;
using System.Net.NetworkInformation;
using System.Numerics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Values of every type that a revision can hold, each as an annotation, which has no type of its own to help.</summary>
internal static class LiteralCases
{
    private static readonly object?[] Numbers =
    [
        true, false, (sbyte)-5, (byte)200, (short)-300, (ushort)60000, 1, -1, int.MinValue, int.MaxValue, 7u, uint.MaxValue, 8L,
        long.MinValue, 9UL, ulong.MaxValue,
        1.0, -0.5, 1e300, 1e-300, 0.1, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon,
        1f, -0.1f, 1e30f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0m, 18.50m, -1.5m, decimal.MaxValue, decimal.MinValue,
        BigInteger.Parse("-123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture), BigInteger.Zero,
    ];

    private static readonly object?[] Times =
    [
        new DateTime(2020, 1, 2), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new DateTime(2020, 1, 2, 3, 4, 5, 6, DateTimeKind.Local),
        new DateTime(2020, 1, 2, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(8), DateTime.MinValue, DateTime.MaxValue,
        new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero), new DateTimeOffset(2020, 1, 2, 3, 4, 5, 6, TimeSpan.FromMinutes(-570)),
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        new DateOnly(2020, 2, 29), new TimeOnly(3, 4), new TimeOnly(3, 4, 5, 6, 7), new TimeOnly(123456789L), TimeOnly.MaxValue,
        TimeSpan.Zero, new TimeSpan(1, 2, 3), new TimeSpan(1, 2, 3, 4), -new TimeSpan(0, 1, 2, 3, 4, 5), TimeSpan.FromTicks(1),
        TimeSpan.MinValue, TimeSpan.MaxValue,
    ];

    private static readonly object?[] Texts =
    [
        "", "plain", "a \"quoted\" word", "\"edges\"", "back\\slash", "tab\tand \0 null", "two\nlines", "carriage\r\nreturn",
        "ünïcödé 漢字 😀", "half \ud83d pair",
        "\u202eturned", "\u2028separator", "\ufefffirst", "\u200bzero width", "{braces} {0}", "many \"\"\"\" quotes", "$\"x\"", "a\u0301",
        'a', '\'', '"', '\\', '\n', '\0', '\u202e', '\ud83d', 'é',
        Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), Guid.Empty, new Uri("https://example.org/a b?c=\"d\""),
        new Uri("relative/é", UriKind.Relative), new Version(1, 2, 3),
        IPAddress.Parse("192.168.0.1"), IPAddress.Parse("2001:db8::1"), PhysicalAddress.Parse("00-11-22-33-44-55"),
        JsonDocument.Parse("{\"a\": [1, \"x\\n\"]}"), DBNull.Value, typeof(string), typeof(List<int?>), typeof(int[][,]),
        typeof(Environment.SpecialFolder), typeof(JsonElement.ArrayEnumerator),
    ];

    private static readonly object?[] Arrays =
    [
        Array.Empty<byte>(), new byte[] { 0, 1, 255 }, Enumerable.Range(0, 40).Select(i => (byte)i).ToArray(),
        Array.Empty<string>(), new[] { "a", "b" }, new[] { "a", null }, new[] { 1, 2 }, new int?[] { 1, null }, new short[] { 1, -2 },
        new[] { 1.0, double.NaN }, new[] { 1.5m },
        new[] { DayOfWeek.Friday }, new[] { Guid.Empty }, new object[] { 1, "a", 2L, (short)3 }, new object?[] { null },
        new[] { new[] { 1, 2 }, [3] }, new int[,] { { 1, 2 }, { 3, 4 } },
        new int[,,] { { { 1 }, { 2 } } }, new int[0, 3], new List<string> { "a" }, new List<int>(), new List<int?> { 1, null },
        new string?[][] { ["a", null] },
        Enumerable.Range(1, 12).Select(i => $"an item with a rather long text, number {i}").ToArray(),
    ];

    private static readonly object?[] Enums =
    [
        ReferentialAction.Cascade, DayOfWeek.Monday, (DayOfWeek)42, (DayOfWeek)(-1), FileAttributes.Archive | FileAttributes.Hidden,
        Environment.SpecialFolder.Desktop,
    ];

    internal static IReadOnlyList<RenderingCase> All =>
    [
        Of("LiteralNumbers", "numbers", Numbers),
        Of("LiteralTimes", "times", Times),
        Of("LiteralTexts", "texts", Texts),
        Of("LiteralArrays", "arrays", Arrays),
        Of("LiteralEnums", "enums", Enums),
        Of("LiteralNull", "null", [null]),
    ];

    private static RenderingCase Of(string name, string message, object?[] values)
    {
        var operation = new AlterDatabaseOperation();
        foreach (var (index, value) in values.Index())
            operation.AddAnnotation($"A:{index:00}", value);
        return RenderingCase.Of(name, message, RenderingCase.Plain(operation));
    }
}
