using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>A stored <c>CREATE INDEX</c>.</summary>
internal static class SqliteIndexStatement
{
    /// <summary>Reads a stored statement.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="name">The index's name, as the catalogue has it.</param>
    public static TableIndex Parse(string sql, string name)
    {
        var reader = new SqlTokenReader(sql, SqlSyntax.Sqlite);
        reader.Take();
        var isUnique = reader.TryTake("UNIQUE");
        while (!reader.IsAtEnd && !reader.Current.IsMark("("))
            reader.Take();
        var parts = Parts(reader.TakeParenthesised()).ToEquatableList();
        var filter = reader.TryTake("WHERE") ? new SqlExpression(reader.Rest()) : null;
        return new TableIndex { Name = name, Parts = parts, IsUnique = isUnique, Filter = filter };
    }

    private static IEnumerable<IndexPart> Parts(string text)
    {
        var reader = new SqlTokenReader(text, SqlSyntax.Sqlite);
        var tokens = new List<SqlToken>();
        var first = 0;
        for (var depth = 0; ; reader.Take())
        {
            if (reader.IsAtEnd || (depth == 0 && reader.Current.IsMark(",")))
            {
                yield return Part(tokens, reader, first);
                if (reader.IsAtEnd)
                    yield break;
                tokens.Clear();
                first = reader.Position + 1;
                continue;
            }

            depth += reader.Current.IsMark("(") ? 1 : reader.Current.IsMark(")") ? -1 : 0;
            tokens.Add(reader.Current);
        }
    }

    private static IndexPart Part(List<SqlToken> tokens, SqlTokenReader reader, int first)
    {
        var end = tokens.Count;
        var isDescending = tokens[^1].Is("DESC");
        if (isDescending || tokens[^1].Is("ASC"))
            end--;
        ObjectName? collation = null;
        if (end >= 3 && tokens[end - 2].Is("COLLATE"))
        {
            collation = new ObjectName(tokens[end - 1].Name);
            end -= 2;
        }

        var isColumn = end == 1 && tokens[0].Kind is not SqlTokenKind.Number and not SqlTokenKind.Binary;
        return new IndexPart
        {
            Column = isColumn ? tokens[0].Name : null,
            Expression = isColumn ? null : new SqlExpression(reader.Slice(first, first + end)),
            IsDescending = isDescending,
            Collation = collation,
        };
    }
}
