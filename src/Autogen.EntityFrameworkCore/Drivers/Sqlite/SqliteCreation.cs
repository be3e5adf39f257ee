using System.Data.Common;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// Opening a file creates it, unless the connection string says <c>Mode=ReadWrite</c> or the folder is missing. An empty file is an empty
/// database: https://www.sqlite.org/fileformat2.html
/// </summary>
internal sealed class SqliteCreation : DatabaseCreation
{
    /// <inheritdoc/>
    public override string NameOf(DbConnection connection) => $"SQLite file '{connection.DataSource}'";

    /// <summary>Only a file that does not exist; a URI may have a file system of its own, and a read-only database stays missing.</summary>
    public override bool CanCreate(DbConnection connection)
        => connection.DataSource is { Length: > 0 } file
            && !file.StartsWith("file:", StringComparison.Ordinal)
            && !Path.Exists(file)
            && !(new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString }.TryGetValue("Mode", out var mode)
                && string.Equals(mode.ToString(), "ReadOnly", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override Task<bool> CreateAsync(DbContext context, CancellationToken cancellationToken)
        => Task.FromResult(Create(context.Database.GetDbConnection().DataSource));

    private static bool Create(string path)
    {
        var file = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file has a folder
            new FileStream(file, FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AutogenException(
                ErrorCode.DatabaseNotCreated,
                $"The SQLite file '{file}' can't be created: {Sentence.Ended(exception.Message)} "
                    + "Make its folder writable, or correct the connection string.",
                exception);
        }
    }
}
