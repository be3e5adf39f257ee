using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.Sqlite;

/// <summary>A database in memory, which is gone with its connection.</summary>
internal sealed class SqliteScratch : ScratchDatabases
{
    private const string InMemory = "Data Source=:memory:";

    /// <inheritdoc/>
    public override Task<Func<Task>> CreateAsync(DbContext context, CancellationToken cancellationToken)
        => ConnectAsync(context, InMemory, cancellationToken);

    /// <summary>A file that does not exist, in a folder that does: opening it would create it.</summary>
    public override string? InsteadOfMissing(DbContext context)
    {
        var connection = context.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Closed)
            return null;

        var file = connection.DataSource;
        var mode = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString }.TryGetValue("Mode", out var value)
            ? value.ToString()
            : null;
        return file.Length == 0
            || file.Contains(":memory:", StringComparison.Ordinal)
            || file.StartsWith("file:", StringComparison.Ordinal)
            || string.Equals(mode, "Memory", StringComparison.OrdinalIgnoreCase)
            || File.Exists(file)
            || Directory.Exists(file)
            || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))
                ? null
                : InMemory;
    }
}
