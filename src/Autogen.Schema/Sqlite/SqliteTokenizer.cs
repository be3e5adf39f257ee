namespace Autogen.Schema.Sqlite;

/// <summary>
/// Cuts SQLite's SQL into tokens; comments and white space fall between them. Follows the rules of
/// sqlite.org's lang_keywords and lang_expr.
/// </summary>
internal static class SqliteTokenizer
{
    private static readonly string[] longMarks = ["->>", "||", "<=", ">=", "<>", "==", "!=", "<<", ">>", "->"];

    /// <summary>The tokens of a text. What is not closed ends with the text.</summary>
    public static IReadOnlyList<SqliteToken> Tokenize(string sql)
    {
        var tokens = new List<SqliteToken>();
        for (var position = 0; position < sql.Length;)
        {
            var (kind, end) = Next(sql, position);
            if (kind is { } known)
                tokens.Add(new SqliteToken(known, sql[position..end], position));
            position = end;
        }

        return tokens;
    }

    private static (SqliteTokenKind? Kind, int End) Next(string sql, int start)
    {
        var first = sql[start];
        var second = start + 1 < sql.Length ? sql[start + 1] : '\0';
        if (char.IsWhiteSpace(first))
            return (null, start + 1);
        if (first == '-' && second == '-')
            return (null, sql.IndexOf('\n', start) is var line && line < 0 ? sql.Length : line + 1);
        if (first == '/' && second == '*')
            return (null, sql.IndexOf("*/", start + 2, StringComparison.Ordinal) is var close && close < 0 ? sql.Length : close + 2);
        if (first == '\'')
            return (SqliteTokenKind.String, Quoted(sql, start, '\''));
        if (first is ('x' or 'X') && second == '\'')
            return (SqliteTokenKind.Blob, Quoted(sql, start + 1, '\''));
        if (first is '"' or '`')
            return (SqliteTokenKind.QuotedIdentifier, Quoted(sql, start, first));
        if (first == '[')
            return (SqliteTokenKind.QuotedIdentifier, sql.IndexOf(']', start) is var bracket && bracket < 0 ? sql.Length : bracket + 1);
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(second)))
            return (SqliteTokenKind.Number, Number(sql, start));
        if (IsWordPart(first))
            return (SqliteTokenKind.Word, While(sql, start, IsWordPart));
        var mark = longMarks.FirstOrDefault(mark => string.CompareOrdinal(sql, start, mark, 0, mark.Length) == 0);
        return (SqliteTokenKind.Mark, start + (mark?.Length ?? 1));
    }

    private static bool IsWordPart(char character)
        => char.IsAsciiLetterOrDigit(character) || character is '_' or '$' || character > '\u007f';

    private static int Quoted(string sql, int start, char quote)
    {
        for (var position = start + 1; position < sql.Length; position++)
        {
            if (sql[position] != quote)
                continue;
            if (position + 1 < sql.Length && sql[position + 1] == quote)
                position++;
            else
                return position + 1;
        }

        return sql.Length;
    }

    private static int Number(string sql, int start)
    {
        if (sql[start] == '0' && start + 1 < sql.Length && sql[start + 1] is ('x' or 'X'))
            return While(sql, start + 2, char.IsAsciiHexDigit);
        var end = While(sql, start, character => char.IsAsciiDigit(character) || character is '.' or '_');
        if (end < sql.Length && sql[end] is ('e' or 'E'))
        {
            var digits = end + 1 < sql.Length && sql[end + 1] is ('+' or '-') ? end + 2 : end + 1;
            if (digits < sql.Length && char.IsAsciiDigit(sql[digits]))
                end = While(sql, digits, char.IsAsciiDigit);
        }

        return end;
    }

    private static int While(string sql, int start, Func<char, bool> condition)
    {
        var end = start;
        while (end < sql.Length && condition(sql[end]))
            end++;
        return end;
    }
}
