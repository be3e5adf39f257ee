using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// Computed columns that later operations of a revision drop or give another expression. Until then the old one may mention a column that
/// is dropped already, which SQLite rejects (builds that take such a name for a string excepted: sqlite.org, quirks, section 8).
/// </summary>
internal static class RecomputedColumns
{
    /// <summary>Their names before the operations run.</summary>
    public static IReadOnlySet<string> Of(string table, IEnumerable<MigrationOperation> later)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in later.Reverse().OfType<ITableMigrationOperation>().Where(operation => IsOf(table, operation)))
        {
            switch (operation)
            {
                case AlterColumnOperation alter:
                    names.Add(alter.Name);
                    break;
                case DropColumnOperation drop:
                    names.Add(drop.Name);
                    break;
                case RenameColumnOperation rename when names.Remove(rename.NewName):
                    names.Add(rename.Name);
                    break;
            }
        }

        return names;
    }

    private static bool IsOf(string table, ITableMigrationOperation operation)
        => string.Equals(operation.Table, table, StringComparison.OrdinalIgnoreCase);
}
