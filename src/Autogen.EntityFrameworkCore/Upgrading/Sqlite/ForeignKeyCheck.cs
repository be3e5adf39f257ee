using System.Data.Common;
using System.Globalization;
using Autogen.Schema;

namespace Autogen.Upgrading.Sqlite;

/// <summary>SQLite's <c>foreign_key_check</c>: rows that refer to rows that are not there.</summary>
internal static class ForeignKeyCheck
{
    private const int Listed = 5;

    /// <summary>Such rows, for people; those that were there before are not the revision's doing.</summary>
    public static async Task<IReadOnlyList<string>> OrphansAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var orphans = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            orphans.Add(string.Create(CultureInfo.InvariantCulture, $"row {reader.GetValue(1)} of '{reader.GetValue(0)}' (refers to '{reader.GetValue(2)}')"));
        return orphans;
    }

    /// <summary>Refuses new ones.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ForeignKeyViolated"/>.</exception>
    public static async Task RequireNoneButAsync(DbConnection connection, IReadOnlyList<string> known, string revision, CancellationToken cancellationToken)
    {
        var orphans = (await OrphansAsync(connection, cancellationToken).ConfigureAwait(false)).Except(known, StringComparer.Ordinal).ToList();
        if (orphans.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.ForeignKeyViolated,
                $"After revision {revision} {orphans.Count} rows would refer to rows that are not there: {string.Join(", ", orphans.Take(Listed))}"
                + $"{(orphans.Count > Listed ? ", …" : "")}. It was rolled back. Delete or correct these rows, then upgrade again.");
        }
    }
}
