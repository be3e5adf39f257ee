using System.Data.Common;
using Autogen.Schema.Dialects;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Has SQLite compile statements that name objects, without running them. The connection answers, because functions, modules and attached
/// databases are in no file.
/// </summary>
internal static class SqliteMappedObjects
{
    /// <summary>The objects that do not exist.</summary>
    public static async Task<IReadOnlyList<MappedObject>> FindMissingAsync(
        DbConnection connection, IReadOnlyList<MappedObject> objects, Dialect dialect, CancellationToken cancellationToken)
    {
        var missing = new List<MappedObject>();
        using var command = connection.CreateCommand();
        foreach (var item in objects)
        {
            var name = dialect.Quote(item.Name.Name);
            command.CommandText = item.Kind switch
            {
                MappedKind.Function => $"EXPLAIN SELECT {name}()",
                MappedKind.TableFunction => $"EXPLAIN SELECT 1 FROM {name}()",
                _ => $"EXPLAIN SELECT 1 FROM {name}",
            };
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (IsUnknown(exception, item.Name.Name))
            {
                missing.Add(item);
            }
            catch (DbException)
            {
                // It exists, and is used otherwise: with arguments, or with a table that its own text names and that is missing.
            }
        }

        return missing;
    }

    // Microsoft.Data.Sqlite puts SQLite's own words in quotes behind the error's number.
    private static bool IsUnknown(DbException exception, string name)
        => exception.Message.Contains($"'no such table: {name}'", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains($"'no such function: {name}'", StringComparison.OrdinalIgnoreCase);
}
