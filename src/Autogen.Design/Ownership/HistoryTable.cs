using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>
/// The table in which EF Core's migrations keep what was applied. A context may call it as it likes (<c>MigrationsHistoryTable</c>), and in
/// one database every context may have its own: it is known by its two columns. It is nobody's data: never listed, never dropped.
/// </summary>
internal static class HistoryTable
{
    /// <summary>Whether the table is one.</summary>
    public static bool Is(Table table)
        => table.Columns.Count == 2
            && table.PrimaryKey?.Columns.Count == 1
            && table.Columns.Any(column => IsNamed(column, "MigrationId"))
            && table.Columns.Any(column => IsNamed(column, "ProductVersion"));

    /// <summary>The names of its columns: the migration's, the version's.</summary>
    public static IReadOnlyList<string> Columns(Table table)
        =>
        [
            table.Columns.First(column => IsNamed(column, "MigrationId")).Name,
            table.Columns.First(column => IsNamed(column, "ProductVersion")).Name
        ];

    // Conventions for names spell them otherwise: migration_id.
    private static bool IsNamed(Column column, string name)
        => string.Equals(column.Name.Replace("_", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase);
}
