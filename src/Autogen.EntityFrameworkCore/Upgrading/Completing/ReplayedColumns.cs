using Autogen.Drivers;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Completing;

/// <summary>
/// The columns of tables, as operations leave them: what a script knows without running anything. A table that SQL has altered is
/// forgotten, because nobody knows what became of it.
/// </summary>
internal sealed class ReplayedColumns(IRelationalTypeMappingSource mappings, TableColumns driver)
{
    private readonly Dictionary<ObjectName, Dictionary<string, KnownColumn>?> tables = [];
    private readonly ColumnTypes types = new(mappings);

    /// <summary>The columns of a table; <see langword="null"/> where they are not known.</summary>
    public KnownColumns? Find(ObjectName table) => tables.GetValueOrDefault(table) is { } columns ? new KnownColumns(columns) : null;

    /// <summary>Whether the operations so far say anything of a table; where not, a database may be asked.</summary>
    public bool Mentions(ObjectName table) => tables.ContainsKey(table);

    /// <summary>Takes what a database says of a table.</summary>
    public void Learn(ObjectName table, KnownColumns? columns)
        => tables[table] = columns is null ? null : new Dictionary<string, KnownColumn>(columns.Columns, StringComparer.Ordinal);

    /// <summary>Does to the tables what an operation does to them.</summary>
    public void Replay(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                tables[new ObjectName(create.Schema, create.Name)] = create.Columns.ToDictionary(
                    column => column.Name, Known, StringComparer.Ordinal);
                break;
            case DropTableOperation drop:
                tables[new ObjectName(drop.Schema, drop.Name)] = null;
                break;
            case RenameTableOperation rename:
                var old = new ObjectName(rename.Schema, rename.Name);
                tables[new ObjectName(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name)] = tables.GetValueOrDefault(old);
                tables[old] = null;
                break;
            case AddColumnOperation add:
                Change(add.Schema, add.Table, columns => columns[add.Name] = Known(add));
                break;
            case AlterColumnOperation alter:
                Change(alter.Schema, alter.Table, columns => columns[alter.Name] = Altered(alter, columns.GetValueOrDefault(alter.Name)));
                break;
            case DropColumnOperation drop:
                Change(drop.Schema, drop.Table, columns => columns.Remove(drop.Name));
                break;
            case RenameColumnOperation rename:
                Change(rename.Schema, rename.Table, columns => columns[rename.NewName] = columns.Remove(rename.Name, out var column)
                    ? column
                    : new KnownColumn(Type: null));
                break;
            case AlterColumnTypeOperation alter:
                Change(alter.Schema, alter.Table, columns => columns[alter.Column] =
                    (columns.GetValueOrDefault(alter.Column) ?? new KnownColumn(Type: null)) with { Type = alter.Type });
                break;
            case DropIdentityOperation or DropSerialOperation or SerialToIdentityOperation or IdentityToSerialOperation
                or SetIdentityGenerationOperation:
                var numbered = (ColumnStatementOperation)operation;
                tables[new ObjectName(numbered.Schema, numbered.Table)] = null;
                break;
            case SqlOperation { Sql: var sql } when ChangesTables(sql):
                foreach (var table in tables.Keys.Where(table => sql.Contains(table.Name, StringComparison.OrdinalIgnoreCase)).ToList())
                    tables[table] = null;
                break;
        }
    }

    private void Change(string? schema, string table, Action<Dictionary<string, KnownColumn>> change)
    {
        if (tables.GetValueOrDefault(new ObjectName(schema, table)) is { } columns)
            change(columns);
    }

    private KnownColumn Known(ColumnOperation column) => driver.Created(column, types.Find(column));

    private KnownColumn Altered(AlterColumnOperation alter, KnownColumn? existing)
        => Known(alter) with { Type = existing?.Type is { } type ? types.OfExisting(alter, type) : types.Find(alter) };

    // In strings, too, which may be run by a function.
    private static bool ChangesTables(string sql)
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.Any);
        return Statements(tokens).Any(ChangesTables)
            || tokens.Any(token => token.Kind == SqlTokenKind.String && ChangesTables(token.Name));
    }

    // Constraints leave columns as they are. A column's type can also change with a domain or a type of its name,
    // and a table's schema by itself.
    private static bool ChangesTables(IReadOnlyList<SqlToken> statement)
    {
        bool Has(string first, params ReadOnlySpan<string> second)
        {
            for (var i = 0; i + 1 < statement.Count; i++)
            {
                if (statement[i].Is(first) && statement[i + 1].IsAny(second))
                    return true;
            }

            return false;
        }

        var isOfConstraint = Has("ADD", "CONSTRAINT") || Has("DROP", "CONSTRAINT") || Has("VALIDATE", "CONSTRAINT")
            || Has("RENAME", "CONSTRAINT") || Has("ALTER", "CONSTRAINT");
        return (Has("ALTER", "TABLE") && !isOfConstraint)
            || Has("ALTER", "SCHEMA")
            || statement.SkipWhile(token => !token.IsAny("CREATE", "DROP"))
                .TakeWhile(token => !token.IsMark("("))
                .Any(token => token.Is("TABLE"))
            || statement.Any(token => token.IsAny("DO", "EXECUTE"));
    }

    private static IEnumerable<IReadOnlyList<SqlToken>> Statements(IReadOnlyList<SqlToken> tokens)
    {
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].IsMark(";"))
                continue;
            yield return [.. tokens.Skip(start).Take(i - start)];
            start = i + 1;
        }
    }
}
