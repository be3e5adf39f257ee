using Autogen.Fuzzing.Descriptions;
using Autogen.Scenarios.Databases;

namespace Autogen.Fuzzing.Running;

/// <summary>
/// What a description becomes on the server's version: a seed is one pair on every server, and each server's model has what it has.
/// </summary>
/// <param name="database">SQLite has one version only.</param>
internal sealed class ServerFeatures(FuzzDatabase database)
{
    /// <summary>Whether one NULL can be no duplicate of another.</summary>
    public bool HasNullsNotDistinct => database == FuzzDatabase.PostgreSql && PostgreSqlServer.Version >= 15;

    /// <summary>The default as SQL.</summary>
    public string Default(string sql)
        => database == FuzzDatabase.PostgreSql && PostgreSqlServer.Version < 13
            ? sql.Replace("gen_random_uuid()", "md5(random()::text)::uuid", StringComparison.Ordinal)
            : sql;

    /// <summary>
    /// Whether a computed column is stored: PostgreSQL 18 computes every second one of those that may be virtual (no
    /// index, no type of a user's own).
    /// </summary>
    public bool IsStored(TableDescription table, ColumnDescription column)
        => database == FuzzDatabase.PostgreSql && PostgreSqlServer.Version >= 18
            ? column.Name.Length % 2 == 0 || !MayBeVirtual(table, column)
            : column.IsStored;

    private static bool MayBeVirtual(TableDescription table, ColumnDescription column)
        => !column.Type.StartsWith("enum:", StringComparison.Ordinal)
            && !table.Indexes.Any(
                index => index.Columns.Contains(column.Name) || index.Included.Contains(column.Name) || index.Filter?.Column == column.Name)
            && !table.Key.Contains(column.Name)
            && !table.AlternateKeys.Any(key => key.Columns.Contains(column.Name))
            && !table.ForeignKeys.Any(key => key.Columns.Contains(column.Name));
}
