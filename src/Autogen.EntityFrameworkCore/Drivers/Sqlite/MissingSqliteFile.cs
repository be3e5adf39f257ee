using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.Sqlite;

/// <summary>A SQLite database whose file does not exist, in a folder that does: opening it would create it.</summary>
internal static class MissingSqliteFile
{
    /// <summary>Whether the context's database is such, and the connection string of an empty database to read instead.</summary>
    public static bool Is(DbContext context, [NotNullWhen(true)] out string? inMemory)
    {
        inMemory = null;
        var connection = context.Database.GetDbConnection();
        if (context.Database.ProviderName?.EndsWith(".Sqlite", StringComparison.Ordinal) != true
            || connection.State != System.Data.ConnectionState.Closed)
            return false;

        var file = connection.DataSource;
        var mode = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString }.TryGetValue("Mode", out var value)
            ? value.ToString()
            : null;
        if (file.Length == 0
            || file.Contains(":memory:", StringComparison.Ordinal)
            || file.StartsWith("file:", StringComparison.Ordinal)
            || string.Equals(mode, "Memory", StringComparison.OrdinalIgnoreCase)
            || File.Exists(file)
            || Directory.Exists(file)
            || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            return false;
        }

        inMemory = "Data Source=:memory:";
        return true;
    }
}
