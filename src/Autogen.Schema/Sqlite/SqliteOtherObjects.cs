using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sqlite.Rows;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// What a SQLite database has around its tables: views, triggers, virtual tables; and tables of a kind that
/// EF Core's operations can't make.
/// </summary>
internal static class SqliteOtherObjects
{
    /// <summary>Reads the other objects. A table needs no functions: they are the application's.</summary>
    public static async Task<OtherObjects> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        var virtualTables = objects.Where(stored => stored.Type == "table" && SqliteReader.IsVirtual(stored))
            .Select(stored => stored.Name)
            .ToList();
        var others = objects.SelectMany(stored => Kinds(stored, virtualTables).Select(kind => new OtherObject(
            kind, new ObjectName(stored.Type == "trigger" ? stored.Table : stored.Name), stored.Type == "trigger" ? stored.Name : null)));
        return OtherObjects.None with
        {
            Others = [.. others.OrderBy(other => other.Kind, StringComparer.Ordinal).ThenBy(other => other.Text, StringComparer.Ordinal)]
        };
    }

    private static IEnumerable<string> Kinds(StoredObject stored, List<string> virtualTables)
    {
        if (stored.Type is "view" or "trigger")
            return [stored.Type];
        if (stored.Type != "table" || SqliteReader.IsShadow(stored.Name, virtualTables))
            return [];
        if (SqliteReader.IsVirtual(stored))
            return ["virtual table"];
        var statement = SqliteTableStatement.Parse(stored.Sql);
        return
        [
            .. statement.IsWithoutRowId ? new[] { "table WITHOUT ROWID" } : [],
            .. statement.IsStrict ? new[] { "table with STRICT types" } : []
        ];
    }
}
