using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Autogen.Schema.Dialects;

namespace Autogen.Drivers.Sqlite;

/// <summary>Files: each is a server of its own.</summary>
internal sealed class SqliteFleet(Dialect dialect) : FleetDatabases
{
    private const int Length = 12;

    /// <inheritdoc/>
    public override string PlaceOf(DbConnectionStringBuilder connection)
        => connection.TryGetValue("Data Source", out var source) && source.ToString() is { Length: > 0 } file && IsPath(file)
            ? Path.GetFullPath(file)
            : connection.ConnectionString;

    /// <inheritdoc/>
    public override async Task<string?> FingerprintAsync(
        DbConnection connection, string? schema, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') FROM main.sqlite_master
            WHERE name NOT LIKE 'sqlite\_stat%' ESCAPE '\' AND tbl_name NOT IN ({string.Join(", ", own.Select(dialect.StringLiteral))})
            ORDER BY type, name
            """;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            hash.AppendData(Encoding.UTF8.GetBytes(reader.GetString(0) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }

    private static bool IsPath(string file)
        => !file.Contains(":memory:", StringComparison.Ordinal) && !file.StartsWith("file:", StringComparison.Ordinal);
}
