using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>
/// A statement on rows of <c>HasData</c> in a revision of version 0.1.0, which had no <see cref="Operations.InsertRowsOperation"/>. A
/// statement without the <see cref="Mark"/> is the author's own: its rows are never deleted because the model does not have them.
/// </summary>
/// <param name="Verb">What the statement does.</param>
/// <param name="Table">The table as written; its schema is <see langword="null"/> where none is written.</param>
/// <param name="Rows">The rows inserted (all their values), or the one row updated or deleted (the key).</param>
/// <param name="Values">The values that the row gets; empty but for an update.</param>
internal sealed partial record RowStatement(
    RowStatement.Verbs Verb,
    ObjectName Table,
    IReadOnlyList<IReadOnlyDictionary<string, SqlLiteral>> Rows,
    IReadOnlyDictionary<string, SqlLiteral> Values)
{
    /// <summary>The line above a statement that tells whose rows they are.</summary>
    public const string Mark = "-- HasData";

    private static readonly Dictionary<string, SqlLiteral> none = new(StringComparer.Ordinal);

    /// <summary>What a statement can do.</summary>
    internal enum Verbs
    {
        Insert,
        Update,
        Delete,
    }

    /// <summary>Reads a statement that this tool wrote; <see langword="null"/> for any other.</summary>
    public static RowStatement? Read(string sql)
    {
        var text = sql.ReplaceLineEndings("\n");
        if (!text.StartsWith(Mark + "\n", StringComparison.Ordinal))
            return null;
        text = text[(Mark.Length + 1)..].TrimEnd().TrimEnd(';');
        var words = Split(text, " ");
        return words[0] switch
        {
            "INSERT" => Insert(words),
            "UPDATE" => Update(words[1], Split(text, " WHERE ")),
            "DELETE" => new RowStatement(Verbs.Delete, Name(words[2]), [Pairs(Split(text, " WHERE ")[^1], " AND ")], none),
            _ => null,
        };
    }

    // INSERT INTO table (columns) … VALUES (row), (row)
    private static RowStatement Insert(List<string> words)
    {
        var columns = Split(words[3][1..^1], ",").ConvertAll(Unquote);
        var rows = words[(words.LastIndexOf("VALUES") + 1)..].ConvertAll(row => Split(row.TrimEnd(',')[1..^1], ","));
        return new RowStatement(Verbs.Insert, Name(words[2]), rows.ConvertAll(row => Row(columns.Zip(row))), none);
    }

    // UPDATE table SET values WHERE key
    private static RowStatement Update(string table, List<string> parts)
        => new(Verbs.Update, Name(table), [Pairs(parts[^1], " AND ")], Pairs(Split(parts[0], " SET ")[^1], ","));

    // = is written as OPERATOR(pg_catalog.=), too.
    [GeneratedRegex("""^("(?:[^"]|"")+"|\w+) OPERATOR\((?:"?pg_catalog"?)\.=\) """, RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Equality();

    private static ObjectName Name(string written)
        => Split(written, ".") is [var schema, var table]
            ? new ObjectName(Unquote(schema), Unquote(table))
            : new ObjectName(null, Unquote(written));

    private static Dictionary<string, SqlLiteral> Pairs(string text, string separator)
        => Row(Split(text, separator)
            .ConvertAll(pair => Split(Equality().Replace(pair, "$1 = ", 1), " = "))
            .Where(pair => pair.Count == 2).Select(pair => (Unquote(pair[0]), pair[1])));

    private static Dictionary<string, SqlLiteral> Row(IEnumerable<(string Column, string Literal)> values)
        => values.ToDictionary(value => value.Column, value => new SqlLiteral(value.Literal), StringComparer.Ordinal);

    private static string Unquote(string identifier)
        => identifier.StartsWith('"') ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : identifier.ToLowerInvariant();

    // At separators that are in no string, no quoted name and no brackets.
    private static List<string> Split(string text, string separator)
    {
        List<string> parts = [];
        var (start, depth) = (0, 0);
        for (var position = 0; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\'' or '"' when text.IndexOf(text[position], position + 1) is var close && close >= 0:
                    position = close;
                    break;
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case var _ when depth == 0 && string.CompareOrdinal(text, position, separator, 0, separator.Length) == 0:
                    parts.Add(text[start..position].Trim());
                    start = position + separator.Length;
                    position = start - 1;
                    break;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
