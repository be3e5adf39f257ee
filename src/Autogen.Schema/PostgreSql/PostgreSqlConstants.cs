using System.Globalization;
using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Constants that the server renders differently and that are one value: <c>1.50</c> and <c>1.5</c>, <c>'x'::text</c> and <c>'x'::character varying</c>. It keeps the scale and the cast that a default
/// was written with.
/// </summary>
internal static partial class PostgreSqlConstants
{
    /// <summary>Whether both are constants, and one value.</summary>
    public static bool AreSame(string left, string right)
    {
        if (Number(left) is { } one && Number(right) is { } other)
            return one == other;
        return Text().Match(left) is { Success: true } text && Text().Match(right) is { Success: true } otherText
            && string.Equals(text.Groups["text"].Value, otherText.Groups["text"].Value, StringComparison.Ordinal);
    }

    /// <summary>
    /// An expression in which a constant that was cast to <c>character varying</c> and then to <c>text</c> is a text: a check keeps the casts that it was made with when its column becomes a
    /// <c>text</c>, and they say nothing.
    /// </summary>
    public static string WithoutDoubleCasts(string expression) => DoubleCast().Replace(expression, "${text}::text");

    private static decimal? Number(string text)
        => NumberPattern().Match(text) is { Success: true } match
            && decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // A negative constant is rendered in parentheses, and in quotes where it is cast: '-1'::integer.
    [GeneratedRegex(@"^(?:\(?(?<number>-?\d+(?:\.\d+)?)\)?|'(?<number>-?\d+(?:\.\d+)?)')(?:::(?:smallint|integer|bigint|numeric|double precision|real))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex NumberPattern();

    // A length would cut the text, and character(n) ignores spaces at its end: those are other values.
    [GeneratedRegex(@"^'(?<text>(?:[^']|'')*)'::(?:text|character varying|citext)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\((?<text>'(?:[^']|'')*')::character varying\)::text(?!\[)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex DoubleCast();
}
