using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Finds and replaces names of columns in expressions, so that the check <c>total &gt; 0</c> is known again when <c>total</c> is renamed.
/// Only what is surely a column's name counts: nothing in a string, no function, no type behind <c>::</c> or before a string, no table
/// before a dot. What is missed makes a difference too many, never one too few.
/// </summary>
internal static class Identifiers
{
    /// <summary>Whether an expression names a column.</summary>
    public static bool Mentions(SqlExpression expression, string column, Dialect dialect)
        => Names(expression.Text).Any(name => Is(name, column, dialect));

    /// <summary>The expression with each column that has a new name under that name, quoted.</summary>
    public static SqlExpression Rename(SqlExpression expression, IReadOnlyDictionary<string, string> names, Dialect dialect)
        => expression with
        {
            Text = Rename(expression.Text, names, dialect),
            Canonical = expression.Canonical is null ? null : Rename(expression.Canonical, names, dialect),
        };

    private static string Rename(string text, IReadOnlyDictionary<string, string> names, Dialect dialect)
    {
        var result = new StringBuilder(text.Length);
        var end = 0;
        foreach (var name in Names(text))
        {
            if (names.FirstOrDefault(pair => Is(name, pair.Key, dialect)) is not { Key: not null } rename)
                continue;

            result.Append(text, end, name.Start - end).Append(dialect.Quote(rename.Value));
            end = name.End;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private static bool Is((int Start, int End, string Text, bool IsQuoted) name, string column, Dialect dialect)
        => string.Equals(name.Text, column, StringComparison.Ordinal)
            || dialect.SameName(name.Text, column)
            || (!name.IsQuoted && string.Equals(name.Text.ToLowerInvariant(), column, StringComparison.Ordinal));

    private static IEnumerable<(int Start, int End, string Text, bool IsQuoted)> Names(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (text[i] is '\'' or '"' or '`')
            {
                i = EndOfQuoted(text, i);
                if (text[start] != '\'' && i - start > 2 && IsColumn(text, start, i))
                    yield return (start, i, Unquoted(text[start..i]), true);
            }
            else if (IsWordPart(text[i]))
            {
                while (i < text.Length && IsWordPart(text[i]))
                    i++;
                if (!char.IsAsciiDigit(text[start]) && IsColumn(text, start, i))
                    yield return (start, i, text[start..i], false);
            }
            else
            {
                i++;
            }
        }
    }

    private static string Unquoted(string name) => name[1..^1].Replace(new string(name[0], 2), name[..1], StringComparison.Ordinal);

    private static int EndOfQuoted(string text, int start)
    {
        var hasEscapes = text[start] == '\'' && start > 0 && text[start - 1] is 'E' or 'e' && (start == 1 || !IsWordPart(text[start - 2]));
        for (var i = start + 1; i < text.Length; i++)
        {
            if (hasEscapes && text[i] == '\\')
                i++;
            else if (text[i] == text[start] && i + 1 < text.Length && text[i + 1] == text[start])
                i++;
            else if (text[i] == text[start])
                return i + 1;
        }

        return text.Length;
    }

    private static bool IsColumn(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        return !before.EndsWith("::") && !after.StartsWith("(") && !after.StartsWith(".") && !after.StartsWith("'");
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
