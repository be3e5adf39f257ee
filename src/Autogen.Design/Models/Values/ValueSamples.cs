using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Values;

/// <summary>A value whose stored text shows the form of all.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Value">The value.</param>
/// <param name="Forms">The texts that it has, with the name of the form; bytes as capital digits.</param>
internal sealed record ValueSample(ValueKind Kind, object Value, IReadOnlyList<(string Text, string Form)> Forms)
{
    /// <summary>The form that a stored text has; <see langword="null"/> for an unknown one.</summary>
    public string? FormOf(string text, bool isBytes)
        => Forms.Where(form => isBytes == (form.Form == ValueForms.Bytes) && AreSame(form.Text, text))
            .Select(form => form.Form).FirstOrDefault();

    private static bool AreSame(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal)
            || (decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
                && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
                && left == right
                && one.Length > 1
                && !one.Contains('.', StringComparison.Ordinal));
}

/// <summary>The samples of the types whose values have several forms.</summary>
internal static class ValueSamples
{
    private static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    /// <summary>The samples of a type; a later one is tried where the converter refuses the first.</summary>
    public static IEnumerable<ValueSample> Of(Type type)
    {
        if (type == typeof(Guid))
            return [OfGuid(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"))];
        if (type == typeof(TimeSpan))
            return [OfSpan(new TimeSpan(1, 2, 3, 4), new TimeSpan(1, 2, 3, 4), "c")];
        if (type == typeof(TimeOnly))
            return [OfSpan(new TimeOnly(2, 3, 4), new TimeSpan(2, 3, 4), "c")];
        if (type == typeof(DateTime))
            return [OfTime(DateTimeKind.Utc), OfTime(DateTimeKind.Unspecified)];
        if (type == typeof(DateTimeOffset))
            return [OfOffset(TimeSpan.FromHours(2)), OfOffset(TimeSpan.Zero)];
        if (type == typeof(DateOnly))
            return [OfDate(new DateOnly(2001, 2, 3))];
        if (type == typeof(decimal))
            return [new ValueSample(ValueKind.Decimal, 12m, [("12.0", ValueForms.Text), ("12", ValueForms.Number)])];
        return type == typeof(char)
            ? [new ValueSample(ValueKind.Char, 'k', [("k", ValueForms.Text), ("107", ValueForms.Number)])]
            : [];
    }

    private static ValueSample OfGuid(Guid guid) => new(
        ValueKind.Guid,
        guid,
        [
            (guid.ToString(), ValueForms.Text), (guid.ToString().ToUpperInvariant(), ValueForms.UpperText),
            (guid.ToString("N"), ValueForms.Digits), (Convert.ToHexString(guid.ToByteArray()), ValueForms.Bytes),
        ]);

    private static ValueSample OfSpan(object value, TimeSpan span, string format) => new(
        ValueKind.TimeSpan,
        value,
        [
            (span.ToString(format, invariant), ValueForms.Text),
            .. ValueForms.Units.Where(unit => span.Ticks % unit.Value == 0)
                .Select(unit => ((span.Ticks / unit.Value).ToString(invariant), unit.Key)),
        ]);

    private static ValueSample OfTime(DateTimeKind kind)
    {
        var time = new DateTime(2001, 2, 3, 4, 5, 6, kind);
        return new ValueSample(
            ValueKind.DateTime,
            time,
            [
                (time.ToString("yyyy-MM-dd HH:mm:ss", invariant), ValueForms.Text), (time.Ticks.ToString(invariant), "ticks"),
                (time.ToBinary().ToString(invariant), ValueForms.Binary), .. Unix(time.Ticks),
            ]);
    }

    private static ValueSample OfOffset(TimeSpan offset)
    {
        var time = new DateTimeOffset(2001, 2, 3, 4, 5, 6, offset);
        var binary = ((time.Ticks / 1000) << 11) | ((long)offset.TotalMinutes & 0x7FF);
        return new ValueSample(
            ValueKind.DateTimeOffset,
            time,
            [
                (time.ToString("yyyy-MM-dd HH:mm:sszzz", invariant), ValueForms.Text), (time.UtcTicks.ToString(invariant), "ticks"),
                (binary.ToString(invariant), ValueForms.Binary), .. Unix(time.UtcTicks),
            ]);
    }

    private static ValueSample OfDate(DateOnly date) => new(
        ValueKind.DateOnly,
        date,
        [(date.ToString("yyyy-MM-dd", invariant), ValueForms.Text), (date.DayNumber.ToString(invariant), ValueForms.Number)]);

    private static IEnumerable<(string Text, string Form)> Unix(long ticks)
        => ValueForms.UnixUnits.Select(
            unit => (((ticks - DateTime.UnixEpoch.Ticks) / unit.Value).ToString(invariant), unit.Key));
}
