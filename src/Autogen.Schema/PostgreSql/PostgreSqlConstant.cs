using System.Buffers;
using System.Globalization;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>A constant in an expression's text: <c>-1.5</c>, <c>(-1)::numeric</c>, <c>'a'::text</c>.</summary>
/// <param name="Text">The number with its sign, or the string without quotes.</param>
/// <param name="IsString">Whether it is in quotes.</param>
/// <param name="MayHaveEscapes">Whether a backslash in the string may be an escape.</param>
/// <param name="Type">The type that it is cast to, as written; <see langword="null"/> for none.</param>
internal sealed record PostgreSqlConstant(string Text, bool IsString, bool MayHaveEscapes, string? Type)
{
    // Digits that a decimal holds without rounding.
    private const int LongestNumber = 28;

    private static readonly SearchValues<char> ofNumbers = SearchValues.Create("0123456789.");

    /// <summary>The number, in quotes or not; <see langword="null"/> for another constant.</summary>
    public decimal? Number
        => Type is null or "smallint" or "integer" or "bigint" or "numeric" or "double precision" or "real"
            && Text.Length <= LongestNumber
            && Text.AsSpan().TrimStart('-').IndexOfAnyExcept(ofNumbers) < 0
            && !Text.EndsWith('.') && !Text.StartsWith('.')
            && decimal.TryParse(
                Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Reads an expression; <see langword="null"/> where it is no constant.</summary>
    public static PostgreSqlConstant? Read(string text)
    {
        var tokens = SqlLexer.Read(text, SqlSyntax.PostgreSql);
        var cast = tokens.Count;
        for (var i = 0; i < tokens.Count && cast == tokens.Count; i++)
        {
            if (tokens[i].IsMark("::"))
                cast = i;
        }

        if (cast < tokens.Count && SqlTypeNames.End(tokens, cast + 1) != tokens.Count)
            return null;
        var type = cast < tokens.Count - 1 ? text[tokens[cast + 1].Start..tokens[^1].End] : null;
        IReadOnlyList<SqlToken> value = [.. tokens.Take(cast)];
        if (value is [{ Kind: SqlTokenKind.String } quoted] && quoted.Text.StartsWith('\''))
            return new PostgreSqlConstant(quoted.Name, IsString: true, quoted.MayHaveEscapes, type);
        if (value.IsEnclosed())
            value = [.. value.Skip(1).SkipLast(1)];
        return value switch
        {
            [{ Kind: SqlTokenKind.Number } number] => new(number.Text, IsString: false, MayHaveEscapes: false, type),
            [var sign, { Kind: SqlTokenKind.Number } number] when sign.IsMark("-")
                => new("-" + number.Text, IsString: false, MayHaveEscapes: false, type),
            _ => null,
        };
    }

    /// <summary>
    /// An expression without the casts at its end and the parentheses around it: the server casts a second time where a type has a length
    /// or a precision (<c>(ARRAY[]::character varying[])::character varying(20)[]</c>).
    /// </summary>
    public static string WithoutCasts(string text)
    {
        while (true)
        {
            text = text.Trim();
            var tokens = SqlLexer.Read(text, SqlSyntax.PostgreSql);
            var cast = Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).LastOrDefault(index => tokens[index].IsMark("::"));
            if (tokens.IsEnclosed())
                text = text[tokens[0].End..tokens[^1].Start];
            else if (cast > 0 && SqlTypeNames.End(tokens, cast + 1) == tokens.Count)
                text = text[..tokens[cast].Start];
            else
                return text;
        }
    }
}
