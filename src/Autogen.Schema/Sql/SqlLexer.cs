using System.Buffers;

namespace Autogen.Schema.Sql;

/// <summary>
/// Cuts SQL into tokens, by the rules of a <see cref="SqlSyntax"/>. White space falls between them. What is not closed ends with the text.
/// </summary>
internal sealed class SqlLexer
{
    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS
    private static readonly SearchValues<char> endWithSign = SearchValues.Create("~!@#%^&|`?");

    private readonly string sql;
    private readonly SqlSyntax syntax;

    private SqlLexer(string sql, SqlSyntax syntax) => (this.sql, this.syntax) = (sql, syntax);

    /// <summary>The tokens of a text, but for comments.</summary>
    public static IReadOnlyList<SqlToken> Read(string sql, SqlSyntax syntax)
    {
        var tokens = ReadAll(sql, syntax);
        tokens.RemoveAll(token => token.Kind == SqlTokenKind.Comment);
        return tokens;
    }

    /// <summary>The tokens of a text, and its comments.</summary>
    public static List<SqlToken> ReadAll(string sql, SqlSyntax syntax)
    {
        var lexer = new SqlLexer(sql, syntax);
        var tokens = new List<SqlToken>();
        for (var position = 0; position < sql.Length;)
        {
            if (IsSpace(sql[position]))
            {
                position++;
                continue;
            }

            var (kind, end) = lexer.Next(position);
            tokens.Add(new SqlToken(kind, sql[position..end], position));
            position = end;
        }

        return tokens;
    }

    private (SqlTokenKind Kind, int End) Next(int start)
    {
        var (first, second) = (At(start), At(start + 1));
        if (IsAt(start, "--"))
            return (SqlTokenKind.Comment, EndOfLine(start));
        if (IsAt(start, "/*"))
            return (SqlTokenKind.Comment, EndOfComment(start));
        if (first == '\'')
            return (SqlTokenKind.String, EndOfQuoted(start));
        if (second == '\'' && syntax.EscapePrefixes.Contains(first, StringComparison.Ordinal))
            return (SqlTokenKind.String, EndOfQuoted(start + 1, hasEscapes: true));
        if (second == '\'' && syntax.BinaryPrefixes.Contains(first, StringComparison.Ordinal))
            return (SqlTokenKind.Binary, EndOfQuoted(start + 1));
        if (syntax.HasUnicodeEscapes && first is 'u' or 'U' && second == '&' && At(start + 2) is '\'' or '"')
            return (At(start + 2) == '"' ? SqlTokenKind.QuotedName : SqlTokenKind.String, EndOfQuoted(start + 2));
        if (syntax.NameQuotes.Contains(first, StringComparison.Ordinal))
            return (SqlTokenKind.QuotedName, EndOfQuoted(start));
        if (first == '[' && syntax.HasBrackets)
            return (SqlTokenKind.QuotedName, Behind("]", start));
        if (first == '$' && syntax.HasDollarQuotes && EndOfTag(start) is { } tag)
            return (SqlTokenKind.String, Behind(sql[start..tag], tag));
        if (IsDigit(first) || (first == '.' && IsDigit(second)))
            return (SqlTokenKind.Number, EndOfNumber(start));
        if (first == '$' && IsDigit(second))
            return (SqlTokenKind.Parameter, While(start + 1, IsDigit));
        if (IsNamedParameter(start))
            return (SqlTokenKind.Parameter, While(start + 1, IsWordPart));
        if (IsWordStart(first) || (first == '$' && syntax.WordsBeginWithDollar))
            return (SqlTokenKind.Word, While(start, IsWordPart));
        return (SqlTokenKind.Mark, EndOfMark(start));
    }

    private int EndOfLine(int start)
        => sql.AsSpan(start).IndexOfAny(syntax.LineEnds) is var length && length < 0 ? sql.Length : start + length;

    private int EndOfComment(int start)
    {
        if (!syntax.NestsComments)
            return Behind("*/", start + 2);
        var depth = 1;
        var position = start + 2;
        while (position < sql.Length && depth > 0)
        {
            var step = IsAt(position, "/*") ? 1 : IsAt(position, "*/") ? -1 : 0;
            depth += step;
            position += step == 0 ? 1 : 2;
        }

        return position;
    }

    private int EndOfQuoted(int start, bool hasEscapes = false)
    {
        for (var position = start + 1; position < sql.Length; position++)
        {
            if (hasEscapes && sql[position] == '\\')
                position++;
            else if (sql[position] == sql[start] && At(position + 1) == sql[start])
                position++;
            else if (sql[position] == sql[start])
                return position + 1;
        }

        return sql.Length;
    }

    private int? EndOfTag(int start)
    {
        var end = IsDigit(At(start + 1)) ? start : While(start + 1, character => IsWordPart(character) && character != '$');
        return At(end) == '$' && end > start ? end + 1 : null;
    }

    private int EndOfNumber(int start)
    {
        if (sql[start] == '0' && At(start + 1) is 'x' or 'X')
            return While(start + 2, char.IsAsciiHexDigit);
        var end = While(start, IsDigitOrSeparator);
        if (At(end) == '.' && At(end + 1) != '.')
            end = While(end + 1, IsDigitOrSeparator);
        if (At(end) is not ('e' or 'E'))
            return end;
        var digits = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
        return IsDigit(At(digits)) ? While(digits, IsDigit) : end;
    }

    private int EndOfMark(int start)
    {
        if (syntax.Marks.FirstOrDefault(mark => IsAt(start, mark)) is { } known)
            return start + known.Length;
        var end = start;
        while (end < sql.Length
            && syntax.OperatorCharacters.Contains(sql[end], StringComparison.Ordinal)
            && !(IsAt(end, "--") || IsAt(end, "/*") || syntax.NameQuotes.Contains(sql[end], StringComparison.Ordinal))
            && (end == start || !IsNamedParameter(end)))
            end++;
        while (end > start + 1 && sql[end - 1] is '+' or '-' && !sql.AsSpan(start, end - start).ContainsAny(endWithSign))
            end--;
        return Math.Max(end, start + 1);
    }

    // PostgreSQL's operators @@ and <@ begin no name.
    private bool IsNamedParameter(int start)
        => syntax.HasNamedParameters && At(start) == '@' && IsWordStart(At(start + 1))
            && !(At(start - 1) is '@' or '<' || IsWordPart(At(start - 1)));

    private int Behind(string text, int from)
        => from < sql.Length && sql.IndexOf(text, from, StringComparison.Ordinal) is var found && found >= 0
            ? found + text.Length
            : sql.Length;

    private char At(int position) => position >= 0 && position < sql.Length ? sql[position] : '\0';

    private bool IsAt(int position, string text) => string.CompareOrdinal(sql, position, text, 0, text.Length) == 0;

    private int While(int start, Func<char, bool> condition)
    {
        var end = start;
        while (end < sql.Length && condition(sql[end]))
            end++;
        return end;
    }

    // Other white space is a letter to both databases.
    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private static bool IsDigit(char character) => char.IsAsciiDigit(character);

    private static bool IsDigitOrSeparator(char character) => IsDigit(character) || character == '_';

    private static bool IsWordStart(char character) => char.IsAsciiLetter(character) || character is '_' or > '\u007f';

    private static bool IsWordPart(char character) => IsWordStart(character) || IsDigit(character) || character == '$';
}
