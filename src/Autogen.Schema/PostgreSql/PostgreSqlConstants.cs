using System.Globalization;
using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Constants that the server renders differently and that are one value: <c>1.50</c> and <c>1.5</c>, <c>'x'::text</c> and
/// <c>'x'::character varying</c>. It keeps the scale and the cast that a default was written with.
/// </summary>
internal static partial class PostgreSqlConstants
{
    // Digits that a decimal holds without rounding.
    private const int LongestNumber = 28;

    /// <summary>Whether both are constants, and one value.</summary>
    public static bool AreSame(string left, string right)
    {
        if (Number(left) is { } one && Number(right) is { } other)
            return one == other;
        return Text().Match(left) is { Success: true } text && Text().Match(right) is { Success: true } otherText
            && string.Equals(text.Groups["text"].Value, otherText.Groups["text"].Value, StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether two constants are certainly one value of a type, although the server did not write the model's. Equal strings are: a type
    /// reads its own output as the same value.
    /// </summary>
    /// <param name="type">The column's type, in canonical spelling.</param>
    /// <param name="current">The database's expression, as the server writes it.</param>
    /// <param name="target">The model's expression.</param>
    public static bool AreSameOf(string type, string current, string target)
    {
        var name = type.Contains('"', StringComparison.Ordinal) ? type : Facets().Replace(type, "");
        if (IsNumeric(name) && PlainNumber().IsMatch(target) && Number(current) is { } number && !IsRounded(current))
            return number == Number(target);
        return Literal().Match(current) is { Success: true } live && Literal().Match(target) is { Success: true } model
            && string.Equals(live.Groups["text"].Value, model.Groups["text"].Value, StringComparison.Ordinal)
            && IsOf(name, live.Groups["type"].Value)
            && (!model.Groups["type"].Success || IsOf(name, PostgreSqlTypes.Canonical(model.Groups["type"].Value)));
    }

    /// <summary>
    /// An expression in which a constant that was cast to <c>character varying</c> and then to <c>text</c> is a text: a check keeps the
    /// casts that it was made with when its column becomes a <c>text</c>, and they say nothing.
    /// </summary>
    public static string WithoutDoubleCasts(string expression) => DoubleCast().Replace(expression, "${text}::text");

    private static decimal? Number(string text)
        => NumberPattern().Match(text) is { Success: true } match && match.Groups["number"].Length <= LongestNumber
            && decimal.TryParse(
                match.Groups["number"].Value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
            ? number
            : null;

    private static bool IsNumeric(string type) => type is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision";

    private static bool IsRounded(string constant) => NumberPattern().Match(constant).Groups["type"].Value is "real" or "double precision";

    private static bool IsOf(string type, string cast) => type switch
    {
        "text" or "character varying" => cast is "text" or "character varying",
        "character" => cast is "bpchar",
        "bit" or "bit varying" => false, // the server writes them as B'…', too
        _ => string.Equals(type, cast, StringComparison.Ordinal),
    };

    // A negative constant is rendered in parentheses, and in quotes where it is cast: '-1'::integer.
    [GeneratedRegex(
        @"^(?:\(?(?<number>-?\d+(?:\.\d+)?)\)?|'(?<number>-?\d+(?:\.\d+)?)')"
            + "(?:::(?<type>smallint|integer|bigint|numeric|double precision|real))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^-?[0-9]+(?:\.[0-9]+)?$", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex PlainNumber();

    // A length would cut the text, and character(n) ignores spaces at its end: those are other values.
    [GeneratedRegex(
        @"^'(?<text>(?:[^']|'')*)'::(?:text|character varying|citext)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Text();

    [GeneratedRegex(
        @"\((?<text>'(?:[^']|'')*')::character varying\)::text(?!\[)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex DoubleCast();

    // A backslash may be an escape.
    [GeneratedRegex(
        @"^'(?<text>(?:[^'\\]|'')*)'(?:::(?<type>[^':]+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\([0-9, ]*\)", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Facets();
}
