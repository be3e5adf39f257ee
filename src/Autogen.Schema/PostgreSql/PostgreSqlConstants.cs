using System.Text;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Constants that the server renders differently and that are one value: <c>1.50</c> and <c>1.5</c>, <c>'x'::text</c> and
/// <c>'x'::character varying</c>. It keeps the scale and the cast that a default was written with.
/// </summary>
internal static class PostgreSqlConstants
{
    /// <summary>Whether both are constants, and one value.</summary>
    public static bool AreSame(string left, string right)
    {
        if (PostgreSqlConstant.Read(left) is not { } one || PostgreSqlConstant.Read(right) is not { } other)
            return false;
        if (one.Number is { } number && other.Number is { } otherNumber)
            return number == otherNumber;
        return IsText(one) && IsText(other) && string.Equals(one.Text, other.Text, StringComparison.Ordinal);
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
        if (PostgreSqlConstant.Read(current) is not { } live || PostgreSqlConstant.Read(target) is not { } model)
            return false;
        var name = WithoutModifiers(type);
        if (IsNumeric(name) && model is { IsString: false, Type: null } && live.Number is { } number && !IsRounded(live))
            return number == model.Number;
        return live is { IsString: true, MayHaveEscapes: false }
            && model is { IsString: true, MayHaveEscapes: false }
            && string.Equals(live.Text, model.Text, StringComparison.Ordinal)
            && IsOf(name, live.Type)
            && (model.Type is null || IsOf(name, PostgreSqlTypes.Canonical(model.Type)));
    }

    /// <summary>
    /// An expression in which a constant that was cast to <c>character varying</c> and then to <c>text</c> is a text: a check keeps the
    /// casts that it was made with when its column becomes a <c>text</c>, and they say nothing.
    /// </summary>
    public static string WithoutDoubleCasts(string expression)
    {
        var tokens = SqlLexer.Read(expression, SqlSyntax.PostgreSql);
        var result = new StringBuilder(expression.Length);
        var end = 0;
        for (var i = 0; i + 7 < tokens.Count; i++)
        {
            if (!IsDoubleCast(tokens, i))
                continue;
            result.Append(expression, end, tokens[i].Start - end).Append(tokens[i + 1].Text).Append("::text");
            end = tokens[i + 7].End;
        }

        return result.Append(expression, end, expression.Length - end).ToString();
    }

    // ('a'::character varying)::text
    private static bool IsDoubleCast(IReadOnlyList<SqlToken> tokens, int index)
        => tokens[index].IsMark("(")
            && tokens[index + 1].Kind == SqlTokenKind.String
            && tokens[index + 2].IsMark("::") && tokens[index + 3].Is("character") && tokens[index + 4].Is("varying")
            && tokens[index + 5].IsMark(")")
            && tokens[index + 6].IsMark("::") && tokens[index + 7].Is("text")
            && !tokens.At(index + 8).IsMark("[");

    // A length would cut the text, and character(n) ignores spaces at its end: those are other values.
    private static bool IsText(PostgreSqlConstant constant)
        => constant is { IsString: true, Type: "text" or "character varying" or "citext" };

    private static bool IsNumeric(string type) => type is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision";

    private static bool IsRounded(PostgreSqlConstant constant) => constant.Type is "real" or "double precision";

    private static bool IsOf(string type, string? cast) => type switch
    {
        "text" or "character varying" => cast is "text" or "character varying",
        "character" => cast is "bpchar",
        "bit" or "bit varying" => false, // the server writes them as B'…', too
        _ => string.Equals(type, cast, StringComparison.Ordinal),
    };

    private static string WithoutModifiers(string type)
        => type.IndexOf('(', StringComparison.Ordinal) is var open
            && open >= 0
            && !type.Contains('"', StringComparison.Ordinal)
            && type.IndexOf(')', open) is var close
            && close >= 0
            ? type.Remove(open, close + 1 - open)
            : type;
}
