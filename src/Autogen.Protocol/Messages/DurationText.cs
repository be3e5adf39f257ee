using System.Globalization;

namespace Autogen.Messages;

/// <summary>Times for people, and as settings have them: <c>500ms</c>, <c>2s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, double Seconds)[] units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>A time with a unit that keeps it short: <c>0.4 ms</c>, <c>37 ms</c>, <c>2.4 s</c>, <c>3.1 min</c>.</summary>
    public static string Of(double milliseconds) => milliseconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.#} ms"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        < 120_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.#} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000:0.#} min"),
    };

    /// <summary>The seconds of a setting; <see langword="null"/> for what is no time.</summary>
    public static double? Seconds(string text)
    {
        foreach (var (unit, seconds) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return number * seconds;
        }

        return null;
    }
}
