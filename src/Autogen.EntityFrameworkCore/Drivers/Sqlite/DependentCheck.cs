using System.Data.Common;
using Autogen.Schema.Sql;
using Autogen.Schema;
using Autogen.Schema.Sqlite;
using Autogen.Schema.Sqlite.Rows;
using Autogen.Upgrading;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// Views and triggers that can no longer be run. SQLite's own <c>ALTER TABLE … DROP COLUMN</c> refuses to leave such; a rebuild, and
/// <c>DROP TABLE</c>, do not look into them.
/// </summary>
internal static class DependentCheck
{
    private static readonly string[] registered = ["no such function", "no such collation", "no such module"];

    /// <summary>All views and triggers, each with SQLite's own words where it can't be run.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> StatesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, string?>(StringComparer.Ordinal);
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (var view in objects.Where(stored => stored.Type == "view"))
            states[$"view '{view.Name}'"] = await RefusalAsync(
                connection, $"SELECT * FROM {SqlQuote.Name(view.Name)}", cancellationToken).ConfigureAwait(false);
        foreach (var triggers
            in objects.Where(stored => stored.Type == "trigger").GroupBy(stored => stored.Table, StringComparer.OrdinalIgnoreCase))
        {
            var view = objects.FirstOrDefault(
                stored => stored.Type == "view" && string.Equals(stored.Name, triggers.Key, StringComparison.OrdinalIgnoreCase));
            if (view is not null && states[$"view '{view.Name}'"] is not null)
                continue;

            // Triggers are read when their table is written to; all of it fails where one of them can't be run. A view can't be written to
            // in the ways for which it has no trigger.
            string? state = null;
            foreach (var (verb, statement) in await WritesAsync(connection, triggers.Key, cancellationToken).ConfigureAwait(false))
            {
                var refusal = await RefusalAsync(connection, statement, cancellationToken).ConfigureAwait(false);
                if (view is not null)
                    states[$"the {verb} trigger of view '{view.Name}'"] = refusal;
                state ??= refusal;
            }

            foreach (var trigger in triggers.Where(_ => view is null))
                states[$"trigger '{trigger.Name}'"] = state;
        }

        return states;
    }

    /// <summary>Refuses what could be run before and can't any more.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>.</exception>
    public static async Task RequireAllThatWereAsync(
        DbConnection connection, IReadOnlyDictionary<string, string?> before, string revision, CancellationToken cancellationToken)
    {
        if (before.Count == 0)
            return;
        var after = await StatesAsync(connection, cancellationToken).ConfigureAwait(false);
        var texts = after.Where(pair => pair.Value is not null && before.TryGetValue(pair.Key, out var state) && state is null)
            .Select(pair => $"{pair.Key} ({pair.Value})").Order(StringComparer.Ordinal).ToList();
        if (texts.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.RevisionFailed,
                $"After revision {revision} these would no longer run: {string.Join(", ", texts)}. It was rolled back. "
                    + "Drop them at the beginning of the revision, and create them in their new form at its end (op.Sql).");
        }
    }

    private static async Task<IReadOnlyList<(string Verb, string Statement)>> WritesAsync(
        DbConnection connection, string table, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_xinfo($table) WHERE hidden = 0";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$table", table);
        command.Parameters.Add(parameter);
        var columns = new List<string>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            columns.Add(SqlQuote.Name(reader.GetString(0)));
        var name = SqlQuote.Name(table);
        return
        [
            ("INSERT", $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "NULL"))})"),
            ("UPDATE", $"UPDATE {name} SET {string.Join(", ", columns.Select(column => $"{column} = {column}"))}"),
            ("DELETE", $"DELETE FROM {name}"),
        ];
    }

    // Functions and collations may be the application's own, and not registered here.
    private static async Task<string?> RefusalAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN {statement}";
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (DbException exception)
        {
            return registered.Any(words => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
                ? null
                : DatabaseErrors.FirstLine(exception);
        }
    }
}
