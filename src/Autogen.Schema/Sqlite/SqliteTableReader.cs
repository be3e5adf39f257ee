using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>A table's text into the vocabulary.</summary>
internal static class SqliteTableReader
{
    /// <summary>The table, without indexes; foreign keys as the text has them.</summary>
    public static Table Read(string name, SqliteTableStatement statement)
    {
        var clauses = statement.Columns.SelectMany(column => column.Clauses.Select(clause => OnColumn(clause, column.Name)))
            .Concat(statement.Constraints)
            .ToList();
        var key = clauses.Find(clause => clause.Kind == SqliteClauseKind.PrimaryKey);
        var table = new Table
        {
            Name = new ObjectName(name),
            Columns = statement.Columns.Select(column => ReadColumn(column, key)).ToEquatableList(),
        };
        return table with
        {
            PrimaryKey = key is null ? null : new PrimaryKey(key.Name, Spelled(key.Columns, table)),
            UniqueConstraints = Of(clauses, SqliteClauseKind.Unique)
                .Select(clause => new UniqueConstraint(clause.Name, Spelled(clause.Columns, table)))
                .OrderBy(constraint => constraint.Name, StringComparer.Ordinal)
                .ThenBy(constraint => constraint.Columns.ToString(), StringComparer.Ordinal)
                .ToEquatableList(),
            CheckConstraints = Of(clauses, SqliteClauseKind.Check)
                .Select(clause => new CheckConstraint(clause.Name, new SqlExpression(clause.Expression)))
                .OrderBy(constraint => constraint.Name, StringComparer.Ordinal)
                .ThenBy(constraint => constraint.Expression.Text, StringComparer.Ordinal)
                .ToEquatableList(),
            ForeignKeys = Of(clauses, SqliteClauseKind.ForeignKey)
                // a foreign key's clause has its reference
                .Select(clause => clause.Reference! with { Name = clause.Name, Columns = Spelled(clause.Columns, table) })
                .OrderBy(foreignKey => foreignKey.Name, StringComparer.Ordinal)
                .ThenBy(foreignKey => foreignKey.Columns.ToString(), StringComparer.Ordinal)
                .ToEquatableList(),
        };
    }

    /// <summary>
    /// The table with foreign keys in the spelling of the tables that they refer to; one without columns refers to the primary key.
    /// </summary>
    public static Table Resolve(Table table, IReadOnlyList<Table> tables)
        => table with { ForeignKeys = table.ForeignKeys.Select(foreignKey => Resolve(foreignKey, tables)).ToEquatableList() };

    /// <summary>The index with its columns as the table spells them.</summary>
    public static TableIndex WithColumnSpelling(TableIndex index, Table table)
        => index with
        {
            Parts = index.Parts
                .Select(part => part.Column is { } column ? part with { Column = Spelled([column], table)[0] } : part)
                .ToEquatableList(),
        };

    private static ForeignKey Resolve(ForeignKey foreignKey, IReadOnlyList<Table> tables)
    {
        var principal = tables.FirstOrDefault(
            table => string.Equals(table.Name.Name, foreignKey.PrincipalTable.Name, StringComparison.OrdinalIgnoreCase));
        if (principal is null)
            return foreignKey;
        return foreignKey with
        {
            PrincipalTable = principal.Name,
            PrincipalColumns = foreignKey.PrincipalColumns.Count == 0
                ? principal.PrimaryKey?.Columns ?? []
                : Spelled(foreignKey.PrincipalColumns, principal),
        };
    }

    private static Column ReadColumn(SqliteColumnText text, SqliteClause? key)
    {
        var isKey = key is not null && key.Columns.Contains(text.Name, StringComparer.OrdinalIgnoreCase);
        return new Column
        {
            Name = text.Name,
            Type = text.Type,
            IsNullable = !isKey && text.Find(SqliteClauseKind.NotNull) is null,
            Default = text.Find(SqliteClauseKind.Default) is { } value
                && !string.Equals(value.Expression, "NULL", StringComparison.OrdinalIgnoreCase)
                ? new SqlExpression(value.Expression)
                : null,
            Generated = text.Find(SqliteClauseKind.Generated) is { } generated
                ? new GeneratedColumn(new SqlExpression(generated.Expression), generated.Flag)
                : null,
            Identity = isKey && key!.Flag ? new Identity(IdentityKind.Autoincrement) : null,
            Collation = SqliteCollation.OrNone(text.Find(SqliteClauseKind.Collate)?.Expression) is { } collation
                ? new ObjectName(collation)
                : null,
        };
    }

    private static SqliteClause OnColumn(SqliteClause clause, string column)
        => clause.Kind is SqliteClauseKind.PrimaryKey or SqliteClauseKind.Unique or SqliteClauseKind.ForeignKey
            ? clause with { Columns = [column] }
            : clause;

    private static IEnumerable<SqliteClause> Of(IEnumerable<SqliteClause> clauses, SqliteClauseKind kind)
        => clauses.Where(clause => clause.Kind == kind);

    // SQLite's names do not tell cases apart: a key may spell a column otherwise than its definition.
    private static EquatableList<string> Spelled(EquatableList<string> names, Table table)
        => names.Select(
            name => table.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))?.Name
                ?? name)
            .ToEquatableList();
}
