using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Schema.Sqlite.Rows;

namespace Autogen.Schema.Sqlite;

/// <summary>Reads a SQLite database: one query, and the texts that it returns.</summary>
internal static class SqliteReader
{
    // What the modules that come with SQLite append to a virtual table's name (sqlite.org: fts3, fts5, rtree).
    private static readonly string[] shadowSuffixes =
        ["data", "idx", "content", "docsize", "config", "segments", "segdir", "stat", "node", "rowid", "parent"];

    /// <summary>Reads everything but rows.</summary>
    public static async Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var objects = await ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        var virtualTables = objects.Where(stored => stored.Type == "table" && IsVirtual(stored)).Select(stored => stored.Name).ToList();
        var tables = objects.Where(stored => stored.Type == "table" && !IsVirtual(stored) && !IsShadow(stored.Name, virtualTables))
            .Select(stored => SqliteTableReader.Read(stored.Name, SqliteTableStatement.Parse(stored.Sql)))
            .ToList();
        var indexes = objects.Where(stored => stored.Type == "index")
            .ToLookup(
                stored => stored.Table, stored => SqliteIndexStatement.Parse(stored.Sql, stored.Name), StringComparer.OrdinalIgnoreCase);
        return new DatabaseSchema
        {
            Tables = tables
                .Select(table => SqliteTableReader.Resolve(table, tables) with
                {
                    Indexes = indexes[table.Name.Name]
                        .Select(index => SqliteTableReader.WithColumnSpelling(index, table))
                        .OrderBy(index => index.Name, StringComparer.Ordinal)
                        .ToEquatableList(),
                })
                .OrderBy(table => table.Name)
                .ToEquatableList(),
            Views = objects.Where(stored => stored.Type == "view")
                .Select(stored => new View(new ObjectName(stored.Name), IsMaterialized: false))
                .OrderBy(view => view.Name)
                .ToEquatableList(),
        };
    }

    /// <summary>The rows of <c>objects.sql</c>.</summary>
    public static async Task<IReadOnlyList<StoredObject>> ReadObjectsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteQueries.Objects;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var (type, name, table, sql) =
            (reader.GetOrdinal("type"), reader.GetOrdinal("name"), reader.GetOrdinal("tbl_name"), reader.GetOrdinal("sql"));
        var objects = new List<StoredObject>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            objects.Add(new StoredObject(reader.GetString(type), reader.GetString(name), reader.GetString(table), reader.GetString(sql)));
        return objects;
    }

    /// <summary>Whether a table is a module's.</summary>
    public static bool IsVirtual(StoredObject stored)
        => SqlLexer.Read(stored.Sql, SqlSyntax.Sqlite) is [_, var second, ..] && second.Is("VIRTUAL");

    /// <summary>Whether a table is one in which a virtual table keeps what is in it.</summary>
    public static bool IsShadow(string name, List<string> virtualTables)
        => virtualTables.Exists(
            table => shadowSuffixes.Any(suffix => string.Equals(name, $"{table}_{suffix}", StringComparison.OrdinalIgnoreCase)));
}
