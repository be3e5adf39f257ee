using System.Data.Common;
using System.Globalization;
using Autogen.Operations;
using Autogen.Schema.Sql;
using Autogen.Schema;
using Autogen.Schema.Sqlite;
using Autogen.Schema.Sqlite.Rows;
using Autogen.Upgrading;
using Autogen.Upgrading.Completing;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// Alters a SQLite table in the ways that ALTER TABLE can't: makes a new one from the text of the one that exists, copies the rows, and
/// puts it in its place, by the procedure of sqlite.org's lang_altertable, section 7. Rows with their rowids, indexes, triggers, views,
/// AUTOINCREMENT's counter, and all of the text that is not changed, stay. Runs inside the revision's transaction; <c>foreign_keys</c> is
/// off during the rebuild (else dropping the old table would delete the rows that refer to it), and checked at the end. An engine that can
/// make the changes without a copy does so (<see cref="InPlaceEdit"/>).
/// </summary>
/// <param name="connection">The database.</param>
/// <param name="table">The table.</param>
/// <param name="types">The store types of columns that are given none.</param>
/// <param name="recomputed">The columns that later operations of the revision drop or give another expression.</param>
/// <param name="tell">Gets every statement that is run, for a script; that copies the table, because it must run on older engines.</param>
internal sealed class TableRebuild(
    DbConnection connection, string table, ColumnTypes types, IReadOnlySet<string> recomputed, Action<string>? tell = null)
{
    /// <summary>
    /// The table that an operation needs a rebuild of, or <see langword="null"/> for an operation that SQLite can do by itself.
    /// </summary>
    public static string? TableOf(MigrationOperation operation) => operation switch
    {
        DropColumnOperation or AlterColumnOperation
            or AddForeignKeyOperation or DropForeignKeyOperation
            or AddPrimaryKeyOperation or DropPrimaryKeyOperation
            or AddUniqueConstraintOperation or DropUniqueConstraintOperation
            or AddCheckConstraintOperation or DropCheckConstraintOperation => ((ITableMigrationOperation)operation).Table,
        AddColumnOperation add when !CanAddInPlace(add) => add.Table,
        AlterColumnTypeOperation alter => alter.Table,
        AlterTableOperation alter => alter.Name,
        RenameIndexOperation rename => rename.Table,
        _ => null,
    };

    /// <summary>Whether an operation can be part of a rebuild of that table.</summary>
    public static bool IsFor(MigrationOperation operation, string table)
        => operation is AddColumnOperation add
            ? string.Equals(add.Table, table, StringComparison.OrdinalIgnoreCase)
            : string.Equals(TableOf(operation), table, StringComparison.OrdinalIgnoreCase);

    /// <summary>Does the changes.</summary>
    public async Task RunAsync(IReadOnlyList<MigrationOperation> changes, CancellationToken cancellationToken)
    {
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        var stored = Find(objects) ?? throw new AutogenException(ErrorCode.RevisionFailed, $"There is no table '{table}' to be altered.");
        var edit = Edit(stored, changes);
        if (edit.IsChanged && !await AlterInPlaceAsync(edit, cancellationToken).ConfigureAwait(false))
            await ReplaceAsync(stored, edit, objects, cancellationToken).ConfigureAwait(false);
        foreach (var rename in changes.OfType<RenameIndexOperation>())
            await RenameIndexAsync(rename, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the changes need space for a copy of the table, as far as can be known before the revision runs.</summary>
    public async Task<bool> NeedsCopyAsync(IReadOnlyList<MigrationOperation> changes, CancellationToken cancellationToken)
    {
        if (Find(await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false)) is not { } stored)
            return true;
        try
        {
            var edit = Edit(stored, changes);
            return edit.IsChanged && (edit.FillsRows || !AltersInPlace || edit.InPlaceStatements is null);
        }
        catch (AutogenException)
        {
            // What is to be changed is added by an operation before.
            return true;
        }
    }

    private bool AltersInPlace => tell is null && InPlaceEdit.IsSupported(connection.ServerVersion);

    private StoredObject? Find(IReadOnlyList<StoredObject> objects)
        => objects.FirstOrDefault(candidate => candidate.Type == "table" && IsSame(candidate.Name));

    private bool IsSame(string name) => string.Equals(name, table, StringComparison.OrdinalIgnoreCase);

    private TableEdit Edit(StoredObject stored, IReadOnlyList<MigrationOperation> changes)
    {
        var edit = new TableEdit(stored.Name, SqliteTableStatement.Parse(stored.Sql), types, recomputed);
        foreach (var change in changes)
            edit.Apply(change);
        edit.Complete();
        return edit;
    }

    // SQLite names neither the column nor the check that a row violates. The copy does, and it gives a column's default to rows that have
    // no value: it follows every refusal. It follows, too, where the text that SQLite has written is not the one that was meant.
    private async Task<bool> AlterInPlaceAsync(TableEdit edit, CancellationToken cancellationToken)
    {
        if (!AltersInPlace || edit.InPlaceStatements is not { } statements)
            return false;
        try
        {
            foreach (var statement in statements)
                await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (IsRefusal(exception))
        {
            return false;
        }

        var altered = Find(await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false));
        return altered is not null && InPlaceEdit.Statements(table, SqliteTableStatement.Parse(altered.Sql), edit.Result) is [];
    }

    private static bool IsRefusal(DbException exception)
        => exception.Message.Contains("SQLite Error 1:", StringComparison.Ordinal)
            || exception.Message.Contains("SQLite Error 19:", StringComparison.Ordinal);

    private async Task ReplaceAsync(
        StoredObject stored, TableEdit edit, IReadOnlyList<StoredObject> objects, CancellationToken cancellationToken)
    {
        var name = SqlQuote.Name(stored.Name);
        var free = FreeName(stored.Name, objects);
        var temporary = SqlQuote.Name(free);

        // Views and triggers that mention the table are not looked into while it is away.
        await ExecuteAsync("PRAGMA legacy_alter_table = ON", cancellationToken).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(edit.Result.ToSql(temporary), cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(edit.CopySql(name, temporary), cancellationToken).ConfigureAwait(false);
            if (edit.HasAutoincrement)
                await KeepCounterAsync(stored.Name, free, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync($"DROP TABLE {name}", cancellationToken).ConfigureAwait(false);
            await ExecuteAsync($"ALTER TABLE {temporary} RENAME TO {name}", cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ExecuteAsync("PRAGMA legacy_alter_table = OFF", CancellationToken.None).ConfigureAwait(false);
        }

        foreach (var belonging in objects.Where(candidate => candidate.Type is "index" or "trigger"
            && string.Equals(candidate.Table, stored.Name, StringComparison.OrdinalIgnoreCase)))
            await ExecuteAsync(belonging.Sql, cancellationToken).ConfigureAwait(false);
    }

    private async Task RenameIndexAsync(RenameIndexOperation rename, CancellationToken cancellationToken)
    {
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        var index = objects.FirstOrDefault(
            candidate => candidate.Type == "index" && string.Equals(candidate.Name, rename.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new AutogenException(ErrorCode.RevisionFailed, $"There is no index '{rename.Name}' to be renamed.");
        var tokens = SqlLexer.Read(index.Sql, SqlSyntax.Sqlite);
        var old = tokens.First(token => string.Equals(token.Name, index.Name, StringComparison.OrdinalIgnoreCase));
        await ExecuteAsync($"DROP INDEX {SqlQuote.Name(index.Name)}", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            index.Sql[..old.Start] + SqlQuote.Name(rename.NewName) + index.Sql[old.End..], cancellationToken).ConfigureAwait(false);
    }

    // What ALTER TABLE ADD COLUMN accepts on a table with rows (sqlite.org, lang_altertable, section 4).
    private static bool CanAddInPlace(AddColumnOperation add)
    {
        if (add.ComputedColumnSql is not null)
            return add.IsStored != true;
        if (add.DefaultValueSql is { } sql)
            return ColumnDefinition.IsLiteral(sql);
        return add.IsNullable || add.DefaultValue is not null;
    }

    // The number of a last row that has been deleted is not given again: the counter may be ahead of the rows, and goes with
    // the table when that is renamed.
    private async Task KeepCounterAsync(string name, string temporary, CancellationToken cancellationToken)
    {
        var (own, next) = (SqlQuote.Text(name), SqlQuote.Text(temporary));
        await ExecuteAsync(
            $"UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sqlite_sequence WHERE name IN ({own}, {next})) WHERE name = {next}",
            cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            $"INSERT INTO sqlite_sequence (name, seq) SELECT {next}, seq FROM sqlite_sequence WHERE name = {own} AND NOT EXISTS (SELECT 1 "
                + $"FROM sqlite_sequence WHERE name = {next})",
            cancellationToken).ConfigureAwait(false);
    }

    private static string FreeName(string name, IReadOnlyList<StoredObject> objects)
    {
        for (var number = 0; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"autogen_rebuild_{number}_{name}");
            if (!objects.Any(stored => string.Equals(stored.Name, candidate, StringComparison.OrdinalIgnoreCase)))
                return candidate;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        tell?.Invoke(sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
