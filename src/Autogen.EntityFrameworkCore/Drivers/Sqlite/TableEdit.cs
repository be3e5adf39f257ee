using Autogen.Operations;
using Autogen.Schema.Sql;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Schema.Sqlite;
using Autogen.Upgrading;
using Autogen.Upgrading.Completing;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>Applies operations to a table's text: pure.</summary>
internal sealed class TableEdit
{
    private readonly string table;
    private readonly SqliteTableStatement before;
    private readonly ColumnTypes types;
    private readonly IReadOnlySet<string> recomputed;
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> added = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> numbered = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> backfilled = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> converted = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> fillers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins with the text that exists.</summary>
    public TableEdit(string table, SqliteTableStatement statement, ColumnTypes types, IReadOnlySet<string> recomputed)
    {
        this.table = table;
        this.types = types;
        this.recomputed = recomputed;
        before = statement;
        Result = statement;
    }

    /// <summary>The text with the changes made so far.</summary>
    public SqliteTableStatement Result { get; private set; }

    /// <summary>Whether the text is another one now, or values are converted.</summary>
    public bool IsChanged => Result != before || converted.Count > 0;

    /// <summary>Whether the copy of the rows gives values to those that have none, or converts values.</summary>
    public bool FillsRows => backfilled.Count > 0 || converted.Count > 0;

    /// <summary>The statements of an engine that changes the table without a copy; <see langword="null"/> where none can.</summary>
    public IReadOnlyList<string>? InPlaceStatements => converted.Count > 0 ? null : InPlaceEdit.Statements(table, before, Result);

    /// <summary>Whether the table numbers its rows by AUTOINCREMENT.</summary>
    public bool HasAutoincrement
        => Result.Columns.SelectMany(column => column.Clauses).Concat(Result.Constraints)
            .Any(clause => clause.Kind == SqliteClauseKind.PrimaryKey
                && SqlLexer.Read(clause.Raw, SqlSyntax.Sqlite).Any(token => token.Is("AUTOINCREMENT")));

    /// <summary>Makes one change.</summary>
    /// <exception cref="AutogenException">What is to be changed does not exist.</exception>
    public void Apply(MigrationOperation operation)
    {
        switch (operation)
        {
            case AddColumnOperation add:
                added.Add(add.Name);
                if (add["Sqlite:Autoincrement"] is true)
                    numbered.Add(add.Name);
                Result = Result with { Columns = [.. Result.Columns, ColumnDefinition.Of(add, types.OfNew(add))] };
                break;
            case DropColumnOperation drop:
                Require(drop.Name);
                dropped.Add(drop.Name);
                Result = Result with { Columns = Result.Columns.Where(column => !Same(column.Name, drop.Name)).ToEquatableList() };
                break;
            case AlterColumnOperation alter:
                KeepFiller(alter);
                Replace(alter.Name, Altered(Require(alter.Name), alter));
                break;
            case AlterColumnTypeOperation alter:
                Replace(alter.Column, Retyped(Require(alter.Column), alter));
                if (alter.Conversion is { } conversion)
                    converted[alter.Column] = conversion;
                break;
            case AddPrimaryKeyOperation add:
                if (add["Sqlite:Autoincrement"] is true)
                    numbered.UnionWith(add.Columns);
                Add(add.Name, $"PRIMARY KEY ({Names(add.Columns)})", SqliteClauseKind.PrimaryKey);
                break;
            case DropPrimaryKeyOperation:
                // A key that is recreated, under another name perhaps, numbers rows as before unless its column is said not to.
                numbered.UnionWith(Result.Columns
                    .Where(column => column.Find(SqliteClauseKind.PrimaryKey) is { Flag: true })
                    .Select(column => column.Name));
                DropAll(SqliteClauseKind.PrimaryKey, _ => true, "primary key");
                break;
            case AddUniqueConstraintOperation add:
                Add(add.Name, $"UNIQUE ({Names(add.Columns)})", SqliteClauseKind.Unique);
                break;
            case DropUniqueConstraintOperation drop:
                DropAll(SqliteClauseKind.Unique, clause => IsMeant(clause, drop, drop.Name), $"unique constraint '{drop.Name}'");
                break;
            case AddCheckConstraintOperation add:
                Add(add.Name, $"CHECK ({add.Sql})", SqliteClauseKind.Check);
                break;
            case DropCheckConstraintOperation drop:
                DropAll(SqliteClauseKind.Check, clause => IsMeant(clause, drop, drop.Name), $"check constraint '{drop.Name}'");
                break;
            case AddForeignKeyOperation add:
                Add(add.Name, ColumnDefinition.ForeignKey(add), SqliteClauseKind.ForeignKey);
                break;
            case DropForeignKeyOperation drop:
                DropAll(SqliteClauseKind.ForeignKey, clause => IsMeant(clause, drop, drop.Name), $"foreign key '{drop.Name}'");
                break;
        }
    }

    /// <summary>
    /// Ends the changes: AUTOINCREMENT can only follow the column itself, so once it is known what the key is, the key is put there.
    /// A column that is computed from a dropped one, and gets another expression later, is NULL until then.
    /// </summary>
    public void Complete()
    {
        foreach (var column in Result.Columns.Where(column => recomputed.Contains(column.Name)))
        {
            if (column.Find(SqliteClauseKind.Generated) is not { } generated || !MentionsDropped(generated.Expression))
                continue;
            var placeholder = generated.Flag ? "AS (NULL) STORED" : "AS (NULL)";
            Replace(column.Name, column.Without(SqliteClauseKind.NotNull).With(SqliteClauseKind.Generated, placeholder));
        }

        foreach (var name in numbered)
        {
            if (Result.FindColumn(name) is not { } column || column.Find(SqliteClauseKind.PrimaryKey) is { Flag: true })
                continue;
            var constraint = Result.Constraints.FirstOrDefault(
                clause => clause.Kind == SqliteClauseKind.PrimaryKey && clause.Columns is [var only] && Same(only, name));
            if ((column.Find(SqliteClauseKind.PrimaryKey) ?? constraint) is not { } key)
                continue;
            Result = Result with { Constraints = Result.Constraints.Where(clause => clause != constraint).ToEquatableList() };
            Replace(
                name,
                column.With(
                    SqliteClauseKind.PrimaryKey,
                    (key.Name is null ? "" : $"CONSTRAINT {SqlQuote.Name(key.Name)} ") + "PRIMARY KEY AUTOINCREMENT"));
        }
    }

    /// <summary>The statement that copies the rows.</summary>
    public string CopySql(string from, string to)
    {
        var copied = Result.Columns
            .Where(column => !added.Contains(column.Name) && column.Find(SqliteClauseKind.Generated) is null)
            .ToList();
        var targets = copied.Select(column => column.RawName).ToList();
        var sources = copied.Select(column =>
        {
            var source = converted.GetValueOrDefault(column.Name, column.RawName);
            return backfilled.TryGetValue(column.Name, out var value) ? $"IFNULL({source}, {value})" : source;
        }).ToList();
        foreach (var column in Result.Columns.Where(column => fillers.ContainsKey(column.Name)))
        {
            targets.Add(column.RawName);
            sources.Add(fillers[column.Name]);
        }

        // The rowid is the key of a table that has no INTEGER PRIMARY KEY, and other programs may have kept it.
        if (!Result.IsWithoutRowId && !HasIntegerKey && !before.IsWithoutRowId && Result.FindColumn("rowid") is null)
        {
            targets.Insert(0, "rowid");
            sources.Insert(0, "rowid");
        }

        // As many rows as there were, renumbered.
        return targets.Count == 0
            ? $"INSERT INTO {to} ({Result.Columns.First(column => column.Find(SqliteClauseKind.Generated) is null).RawName}) SELECT NULL "
                + $"FROM {from}"
            : $"INSERT INTO {to} ({string.Join(", ", targets)}) SELECT {string.Join(", ", sources)} FROM {from}";
    }

    private bool MentionsDropped(string expression)
        => SqlLexer.Read(expression, SqlSyntax.Sqlite)
            .Where(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName)
            .Any(token => dropped.Contains(token.Name) && Result.FindColumn(token.Name) is null);

    private bool HasIntegerKey
        => SqliteTableReader.Read(table, Result) is { PrimaryKey: { Columns: [var key] } } read
            && Same(read.FindColumn(key)?.Type.Text, "INTEGER");

    private static SqliteColumnText Retyped(SqliteColumnText column, AlterColumnTypeOperation alter)
    {
        var retyped = column with { Type = alter.Type };
        return alter.Collation is { } collation
            ? retyped.With(SqliteClauseKind.Collate, "COLLATE " + SqlQuote.Name(collation))
            : retyped;
    }

    // A column that is added with a default, which is dropped before the rows are copied: they get it all the same.
    private void KeepFiller(AlterColumnOperation alter)
    {
        if (added.Contains(alter.Name)
            && alter is { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null }
            && Result.FindColumn(alter.Name)?.Find(SqliteClauseKind.Default) is { } value)
            fillers[alter.Name] = value.Expression;
    }

    private SqliteColumnText Altered(SqliteColumnText column, AlterColumnOperation alter)
    {
        var definition = ColumnDefinition.Of(alter, types.OfExisting(alter, column.Type));
        var result = column with { Type = definition.Type };
        foreach (var kind in (SqliteClauseKind[])
        [
            SqliteClauseKind.Default, SqliteClauseKind.Collate, SqliteClauseKind.Generated, SqliteClauseKind.NotNull
        ])
        {
            var target = definition.Find(kind)?.Raw;
            if (kind == SqliteClauseKind.NotNull && target is not null && column.Find(kind) is not null)
                continue;
            result = result.With(kind, target);
        }

        // SQLite reads both NULL and NOT NULL; people do not.
        if (result.Find(SqliteClauseKind.NotNull) is not null)
            result = result.Without(SqliteClauseKind.Null);

        if (!alter.IsNullable
            && (alter.OldColumn.IsNullable || column.Find(SqliteClauseKind.NotNull) is null)
            && definition.Find(SqliteClauseKind.Default) is { } value)
            backfilled[column.Name] = value.Expression;
        if (alter["Sqlite:Autoincrement"] is true)
            numbered.Add(column.Name);
        else
            numbered.Remove(column.Name);
        if (alter["Sqlite:Autoincrement"] is not true && result.Find(SqliteClauseKind.PrimaryKey) is { Flag: true } key)
            result = result.With(SqliteClauseKind.PrimaryKey, WithoutAutoincrement(key.Raw));
        return result;
    }

    private static string WithoutAutoincrement(string raw)
    {
        var token = SqlLexer.Read(raw, SqlSyntax.Sqlite).First(token => token.Is("AUTOINCREMENT"));
        return (raw[..token.Start] + raw[token.End..]).Trim();
    }

    private void Add(string? name, string body, SqliteClauseKind kind)
    {
        var raw = string.IsNullOrEmpty(name) ? body : $"CONSTRAINT {SqlQuote.Name(name)} {body}";
        Result = Result with
        {
            Constraints = [.. Result.Constraints, SqliteClauseParser.Parse(new SqlTokenReader(raw, SqlSyntax.Sqlite)) with { Kind = kind }]
        };
    }

    private void DropAll(SqliteClauseKind kind, Func<SqliteClause, bool> condition, string what)
    {
        bool Goes(SqliteClause clause) => clause.Kind == kind && condition(clause);
        var result = Result with
        {
            Columns = Result.Columns
                .Select(column => column with
                {
                    Clauses = column.Clauses.Where(clause => !Goes(clause with { Columns = [column.Name] })).ToEquatableList()
                })
                .ToEquatableList(),
            Constraints = Result.Constraints.Where(clause => !Goes(clause)).ToEquatableList(),
        };
        if (result == Result)
            throw new AutogenException(ErrorCode.RevisionFailed, $"Table '{table}' has no {what}.");
        Result = result;
    }

    // A constraint without a name is meant by what it is, as the planner says in annotations; or by the name that a base revision gives it.
    // The database that was taken over has none, one that the base revision made has that name, and both must go the same way.
    private bool IsMeant(SqliteClause clause, MigrationOperation drop, string name)
    {
        if (clause.Name is not null)
            return Same(clause.Name, name);
        if (drop["Autogen:Expression"] is string expression)
            return string.Equals(clause.Expression, expression, StringComparison.Ordinal);
        if (drop["Autogen:Columns"] is string[] columns)
            return clause.Columns.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase);
        return Same(NameInRevisions(clause), name);
    }

    // As the planner names what has no name: Autogen.Design/Planning.
    private string? NameInRevisions(SqliteClause clause) => clause.Kind switch
    {
        SqliteClauseKind.Unique => $"AK_{table}_{string.Join('_', clause.Columns)}",
        SqliteClauseKind.Check => $"CK_{table}_{clause.Expression}",
        SqliteClauseKind.ForeignKey => $"FK_{table}_{clause.Reference?.PrincipalTable.Name}_{string.Join('_', clause.Columns)}",
        _ => null,
    };

    private SqliteColumnText Require(string name)
        => Result.FindColumn(name) ?? throw new AutogenException(ErrorCode.RevisionFailed, $"Table '{table}' has no column '{name}'.");

    private void Replace(string name, SqliteColumnText replacement)
        => Result =
            Result with { Columns = Result.Columns.Select(column => Same(column.Name, name) ? replacement : column).ToEquatableList() };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqlQuote.Name));

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
