using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Sqlite;
using Autogen.Schema.Sqlite.Rows;

namespace Autogen.Upgrading.Sqlite;

/// <summary>
/// Views and triggers that can no longer be run. SQLite's own <c>ALTER TABLE … DROP COLUMN</c> refuses to leave such; a rebuild, and <c>DROP TABLE</c>, do not look into them.
/// </summary>
internal static class DependentCheck
{
    /// <summary>Such views and triggers, each with SQLite's own words; those that were so before are not the revision's doing.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> BrokenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (var view in objects.Where(stored => stored.Type == "view"))
            await TryAsync(connection, $"view '{view.Name}'", $"SELECT * FROM {Quote(view.Name)}", broken, cancellationToken).ConfigureAwait(false);
        foreach (var triggers in objects.Where(stored => stored.Type == "trigger").GroupBy(stored => stored.Table, StringComparer.OrdinalIgnoreCase))
        {
            // Triggers are read when what they stand on is written to.
            var what = $"trigger {string.Join(", ", triggers.Select(trigger => $"'{trigger.Name}'").Order(StringComparer.Ordinal))}";
            foreach (var statement in await WritesAsync(connection, triggers.Key, objects, cancellationToken).ConfigureAwait(false))
                await TryAsync(connection, what, statement, broken, cancellationToken).ConfigureAwait(false);
        }

        return broken;
    }

    /// <summary>Refuses new ones.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>.</exception>
    public static async Task RequireNoneButAsync(DbConnection connection, IReadOnlyDictionary<string, string> known, string revision, CancellationToken cancellationToken)
    {
        var broken = await BrokenAsync(connection, cancellationToken).ConfigureAwait(false);
        var texts = broken.Where(pair => !known.ContainsKey(pair.Key)).Select(pair => $"{pair.Key} ({pair.Value})").Order(StringComparer.Ordinal).ToList();
        if (texts.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.RevisionFailed,
                $"After revision {revision} these could not be run any more: {string.Join(", ", texts)}. It was rolled back. Drop them at the beginning of the revision, and create them as they shall be at its end (op.Sql).");
        }
    }

    private static async Task<IReadOnlyList<string>> WritesAsync(DbConnection connection, string table, IReadOnlyList<StoredObject> objects, CancellationToken cancellationToken)
    {
        // What triggers on a view do stands in their own text; which events they are for, too.
        if (objects.Any(stored => stored.Type == "view" && string.Equals(stored.Name, table, StringComparison.OrdinalIgnoreCase)))
            return [];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_xinfo($table) WHERE hidden = 0";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$table", table);
        command.Parameters.Add(parameter);
        var columns = new List<string>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            columns.Add(Quote(reader.GetString(0)));
        var name = Quote(table);
        return
        [
            $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "NULL"))})",
            $"UPDATE {name} SET {string.Join(", ", columns.Select(column => $"{column} = {column}"))}",
            $"DELETE FROM {name}",
        ];
    }

    private static async Task TryAsync(DbConnection connection, string what, string statement, Dictionary<string, string> broken, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN {statement}";
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            broken.TryAdd(what, DatabaseErrors.FirstLine(exception));
        }
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
