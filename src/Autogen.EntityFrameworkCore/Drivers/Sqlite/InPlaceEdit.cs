using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Schema.Sqlite;
using Autogen.Upgrading;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// The changes of a table that SQLite 3.53 and later make without a copy of it: NOT NULL of a column, CHECK constraints
/// (sqlite.org, lang_altertable). Pure.
/// </summary>
internal static class InPlaceEdit
{
    private static readonly Version first = new(3, 53, 0);

    /// <summary>Whether an engine of that version has them.</summary>
    public static bool IsSupported(string engine) => Version.TryParse(engine, out var version) && version >= first;

    /// <summary>
    /// The statements that change one text of a table to the other, except for blanks, comments and the order of clauses;
    /// <see langword="null"/> where a copy of the table is needed.
    /// </summary>
    public static IReadOnlyList<string>? Statements(string table, SqliteTableStatement before, SqliteTableStatement after)
    {
        // Read again: an edited text holds clauses of which only the words are known.
        after = SqliteTableStatement.Parse(after.ToSql("t"));
        if (OtherParts(before) != OtherParts(after))
            return null;
        var (oldChecks, newChecks) = (Checks(before), Checks(after));
        var dropped = Without(oldChecks, newChecks);
        if (!dropped.TrueForAll(check => check.Name is not null && IsOnlyOne(check.Name, before)))
            return null;

        var alter = $"ALTER TABLE {SqlQuote.Name(table)} ";
        return
        [
            .. dropped.Select(check => $"{alter}DROP CONSTRAINT {SqlQuote.Name(check.Name!)}"), // all have a name
            .. before.Columns.Zip(after.Columns).SelectMany(pair => Nullability(pair.First, pair.Second)).Select(change => alter + change),
            .. Without(newChecks, oldChecks).Select(check => $"{alter}ADD {check.Raw}"),
        ];
    }

    private static IEnumerable<string> Nullability(SqliteColumnText before, SqliteColumnText after)
    {
        var (old, target) = (before.Find(SqliteClauseKind.NotNull), after.Find(SqliteClauseKind.NotNull));
        if (old is not null && (target is null || Words(old) != Words(target)))
            yield return $"ALTER COLUMN {before.RawName} DROP NOT NULL";
        if (target is not null && (old is null || Words(old) != Words(target)))
            yield return $"ALTER COLUMN {before.RawName} SET {target.Raw}";
    }

    // All but what can be changed in place.
    private static SqliteTableStatement OtherParts(SqliteTableStatement statement) => new(
        statement.Columns.Select(column => column with { Clauses = Others(column.Clauses) }).ToEquatableList(),
        Others(statement.Constraints),
        $"{statement.IsWithoutRowId} {statement.IsStrict}");

    private static EquatableList<SqliteClause> Others(EquatableList<SqliteClause> clauses)
        => clauses.Where(clause => clause.Kind is not (SqliteClauseKind.NotNull or SqliteClauseKind.Check))
            .Select(clause => clause with { Raw = "" }).OrderBy(clause => clause.Kind).ToEquatableList();

    private static List<SqliteClause> Checks(SqliteTableStatement statement)
        => [.. All(statement).Where(clause => clause.Kind == SqliteClauseKind.Check)];

    private static IEnumerable<SqliteClause> All(SqliteTableStatement statement)
        => statement.Columns.SelectMany(column => column.Clauses).Concat(statement.Constraints);

    // Each of the others takes one away: the same check may be written twice.
    private static List<SqliteClause> Without(List<SqliteClause> checks, List<SqliteClause> others)
    {
        var left = others.Select(Words).ToList();
        return checks.FindAll(check => !left.Remove(Words(check)));
    }

    private static string Words(SqliteClause clause)
        => string.Join(' ', SqlLexer.Read(clause.Raw, SqlSyntax.Sqlite).Select(token => token.Text));

    // SQLite drops the first constraint of a name, of whatever kind.
    private static bool IsOnlyOne(string name, SqliteTableStatement statement)
        => All(statement).Count(clause => string.Equals(clause.Name, name, StringComparison.OrdinalIgnoreCase)) == 1;
}
