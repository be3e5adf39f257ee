using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// What of SQLite's tables the vocabulary has no word for, by their texts: conflict clauses, directions and collations of keys, and
/// whether columns of a key may be NULL.
/// </summary>
internal static class SqliteDefinitions
{
    /// <summary>
    /// Reads it. Constraints are distinguished by their columns or their condition, because they may have no
    /// name, or another one in a copy.
    /// </summary>
    public static async Task<IReadOnlyList<TableDefinition>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        return [.. objects.Where(stored => stored.Type == "table" && !SqliteReader.IsVirtual(stored))
            .SelectMany(stored => Of(new ObjectName(stored.Name), SqliteTableStatement.Parse(stored.Sql)))
            .GroupBy(item => (item.Table, item.Part))
            .Select(parts =>
                parts.First() with { Text = string.Join("; ", parts.Select(part => part.Text).Distinct(StringComparer.Ordinal)) })];
    }

    /// <summary>What of one table.</summary>
    public static IEnumerable<TableDefinition> Of(ObjectName table, SqliteTableStatement statement)
    {
        var onColumns = statement.Columns.SelectMany(
            column => column.Clauses.Select(clause => (Clause: clause, Columns: (EquatableList<string>)[column.Name])));
        foreach (var (clause, columns) in onColumns.Concat(statement.Constraints.Select(clause => (clause, clause.Columns))))
        {
            var text = string.Join(' ', new[]
            {
                string.Join(", ", clause.KeyOptions),
                clause.Conflict is null ? "" : $"ON CONFLICT {clause.Conflict}",
                clause.Match is null ? "" : $"MATCH {clause.Match}"
            }.Where(word => word.Length > 0));
            if (text.Length > 0)
                yield return new TableDefinition(
                    table, $"{Noun(clause.Kind)} ({(clause.Kind == SqliteClauseKind.Check ? clause.Expression : columns)})", text);
        }

        foreach (var column in statement.Columns.Where(column => IsKey(statement, column) && MayBeNull(statement, column)))
            yield return new TableDefinition(table, $"key column '{column.Name}'", "may be NULL");
    }

    // https://www.sqlite.org/lang_createtable.html#the_primary_key: only an INTEGER PRIMARY KEY, a STRICT table's and
    // one's WITHOUT ROWID are never NULL.
    private static bool MayBeNull(SqliteTableStatement statement, SqliteColumnText column)
        => column.Find(SqliteClauseKind.NotNull) is null && !statement.IsWithoutRowId && !statement.IsStrict && !IsRowId(statement, column);

    private static bool IsRowId(SqliteTableStatement statement, SqliteColumnText column)
        => string.Equals(column.Type, "INTEGER", StringComparison.OrdinalIgnoreCase)
            && (column.Find(SqliteClauseKind.PrimaryKey) is { } own
                ? own.KeyOptions.Count == 0
                : statement.Constraints.Any(clause => clause.Kind == SqliteClauseKind.PrimaryKey && clause.Columns.Count == 1));

    private static bool IsKey(SqliteTableStatement statement, SqliteColumnText column)
        => column.Find(SqliteClauseKind.PrimaryKey) is not null
            || statement.Constraints.Any(clause => clause.Kind == SqliteClauseKind.PrimaryKey
                && clause.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase));

    private static string Noun(SqliteClauseKind kind) => kind switch
    {
        SqliteClauseKind.PrimaryKey => "primary key",
        SqliteClauseKind.Unique => "unique constraint",
        SqliteClauseKind.Check => "check",
        SqliteClauseKind.ForeignKey => "foreign key",
        SqliteClauseKind.NotNull => "NOT NULL",
        _ => "clause",
    };
}
