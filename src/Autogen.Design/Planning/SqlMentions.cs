namespace Autogen.Design.Planning;

/// <summary>Finds names in SQL expressions, by their tokens: cautious, never clever.</summary>
internal static class SqlMentions
{
    /// <summary>
    /// Whether a text has the identifier in it, quoted or, where the database folds to lower case, bare. Text in
    /// string literals is no identifier.
    /// </summary>
    public static bool Identifier(string sql, string name)
    {
        for (var i = 0; i < sql.Length;)
        {
            var start = i;
            if (sql[i] is '\'' or '"')
            {
                var text = Quoted(sql, ref i);
                if (sql[start] == '"' && string.Equals(text, name, StringComparison.Ordinal))
                    return true;
            }
            else if (char.IsLetter(sql[i]) || sql[i] == '_')
            {
                while (i < sql.Length && (char.IsLetterOrDigit(sql[i]) || sql[i] is '_' or '$'))
                    i++;
                if (sql.AsSpan(start, i - start).Equals(name, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            else
            {
                i++;
            }
        }

        return false;
    }

    private static string Quoted(string sql, ref int i)
    {
        var quote = sql[i];
        var begin = ++i;
        while (i < sql.Length && (sql[i] != quote || (i + 1 < sql.Length && sql[i + 1] == quote)))
            i += sql[i] == quote ? 2 : 1;
        var text = sql[begin..Math.Min(i, sql.Length)].Replace($"{quote}{quote}", quote.ToString(), StringComparison.Ordinal);
        i++;
        return text;
    }
}
