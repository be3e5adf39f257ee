using Autogen.Drivers;

namespace Autogen.Upgrading;

/// <summary>
/// The columns that the text behind SET assigns to. https://www.postgresql.org/docs/current/sql-update.html,
/// https://www.sqlite.org/lang_update.html
/// </summary>
internal static class BackfillAssignments
{
    /// <summary>Their names, without quotes.</summary>
    public static IEnumerable<string> Of(string set, BackfillSql driver)
    {
        var (depth, start, isTarget) = (0, 0, true);
        for (var index = 0; index < set.Length; index++)
        {
            switch (set[index])
            {
                case '(' or '[' when set[index] == '(' || !isTarget:
                    depth++;
                    break;
                case ')' or ']' when depth > 0:
                    depth--;
                    break;
                case '\'' or '"' or '`':
                    index = EndOfQuoted(set, index);
                    break;
                case '=' when depth == 0 && isTarget:
                    foreach (var name in set[start..index].Trim().TrimStart('(').TrimEnd(')').Split(','))
                        yield return Identifier(name.Trim(), driver);
                    isTarget = false;
                    break;
                case ',' when depth == 0:
                    (start, isTarget) = (index + 1, true);
                    break;
            }
        }
    }

    private static int EndOfQuoted(string text, int start)
    {
        for (var index = start + 1; index < text.Length; index++)
        {
            if (text[index] != text[start])
                continue;
            if (index + 1 < text.Length && text[index + 1] == text[start])
                index++;
            else
                return index;
        }

        return text.Length;
    }

    private static string Identifier(string text, BackfillSql driver)
        => text switch
        {
            ['"', .. var name, '"'] => name.Replace("\"\"", "\"", StringComparison.Ordinal),
            ['`', .. var name, '`'] => name,
            ['[', .. var name, ']'] => name,
            _ => driver.Folded(text),
        };
}
