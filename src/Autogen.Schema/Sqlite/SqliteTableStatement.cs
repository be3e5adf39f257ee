using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// A stored <c>CREATE TABLE</c>, understood and kept: every definition and constraint holds its own text, so that what is not changed comes
/// back as it was written, conflict clauses and all. Immutable; edited with <c>with</c>.
/// </summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Constraints">The constraints that are separate, in order.</param>
/// <param name="Options">What follows the closing parenthesis: <c>WITHOUT ROWID</c>, <c>STRICT</c>; or nothing.</param>
internal sealed record SqliteTableStatement(
    EquatableList<SqliteColumnText> Columns, EquatableList<SqliteClause> Constraints, string Options)
{
    /// <summary>Whether the table has no <c>rowid</c>.</summary>
    public bool IsWithoutRowId
        => SqlLexer.Read(Options, SqlSyntax.Sqlite) is var tokens
            && tokens.Any(token => token.Is("WITHOUT"))
            && tokens.Any(token => token.Is("ROWID"));

    /// <summary>Whether values must have their column's type.</summary>
    public bool IsStrict => SqlLexer.Read(Options, SqlSyntax.Sqlite).Any(token => token.Is("STRICT"));

    /// <summary>The column of that name, in any case, as SQLite compares names.</summary>
    public SqliteColumnText? FindColumn(string name)
        => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The statement for a table of that name.</summary>
    public string ToSql(string quotedName)
        => $"CREATE TABLE {quotedName} (\n    "
            + string.Join(",\n    ", Columns.Select(column => column.ToSql()).Concat(Constraints.Select(constraint => constraint.Raw)))
            + "\n)"
            + (Options.Length == 0 ? "" : " " + Options);

    /// <summary>Reads a stored statement.</summary>
    /// <exception cref="InvalidOperationException">The text is not a CREATE statement.</exception>
    public static SqliteTableStatement Parse(string sql)
    {
        var reader = new SqlTokenReader(sql, SqlSyntax.Sqlite);
        while (!reader.IsAtEnd && !reader.Current.IsMark("("))
            reader.Take();
        var body = reader.TakeParenthesised();
        var columns = new List<SqliteColumnText>();
        var constraints = new List<SqliteClause>();
        foreach (var item in Items(body))
        {
            var inner = new SqlTokenReader(item, SqlSyntax.Sqlite);
            if (!IsConstraint(inner.Current))
            {
                columns.Add(SqliteColumnText.Parse(inner));
                continue;
            }

            // The comma between constraints is optional in SQLite.
            while (!inner.IsAtEnd)
                constraints.Add(SqliteClauseParser.Parse(inner));
        }

        return new SqliteTableStatement(columns.ToEquatableList(), constraints.ToEquatableList(), reader.Rest());
    }

    private static bool IsConstraint(SqlToken token)
        => token.Is("CONSTRAINT") || token.Is("PRIMARY") || token.Is("UNIQUE") || token.Is("CHECK") || token.Is("FOREIGN");

    private static IEnumerable<string> Items(string body)
    {
        var reader = new SqlTokenReader(body, SqlSyntax.Sqlite);
        var first = 0;
        while (!reader.IsAtEnd)
        {
            if (reader.Current.IsMark("("))
            {
                reader.TakeParenthesised();
                continue;
            }

            if (reader.Current.IsMark(","))
            {
                yield return reader.SliceFrom(first);
                reader.Take();
                first = reader.Position;
                continue;
            }

            reader.Take();
        }

        yield return reader.SliceFrom(first);
    }
}
