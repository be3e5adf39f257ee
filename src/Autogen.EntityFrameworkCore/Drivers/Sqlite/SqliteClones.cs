using System.Data.Common;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// A file beside the database's, made by SQLite's online backup: others may go on reading and writing.
/// https://www.sqlite.org/backup.html
/// </summary>
internal sealed class SqliteClones : DatabaseClones
{
    private const string Mark = ".autogen-rehearsal-";

    /// <inheritdoc/>
    public override async Task<DatabaseClone> CreateAsync(DbContext context, TimeSpan patience, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        var file = FileOf(connection);
        var clone = (file ?? Path.Combine(Path.GetTempPath(), "memory")) + Mark + Guid.NewGuid().ToString("N")[..8];
        if (file is not null)
            RequireSpace(file, clone);
        var settings = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString };
        settings.Remove("Mode");
        settings.Remove("Cache");
        foreach (var name in new[] { "Filename", "DataSource" })
            settings.Remove(name);
        settings["Data Source"] = clone;
        settings["Pooling"] = false;
        try
        {
            CopyTo(connection, settings.ConnectionString);
            var leave = await ScratchDatabases.ConnectAsync(context, settings.ConnectionString, cancellationToken).ConfigureAwait(false);
            return new DatabaseClone(clone, async () =>
            {
                await leave().ConfigureAwait(false);
                Delete(clone);
            });
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            Delete(clone);
            throw new AutogenException(
                ErrorCode.CloneFailed,
                $"The database can't be copied to '{clone}': {Sentence.Ended(DatabaseErrors.FirstLine(exception))} "
                    + "Make room and the folder writable.",
                exception);
        }
        catch
        {
            Delete(clone);
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> FindLeftAsync(DbContext context, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>(
            FileOf(context.Database.GetDbConnection()) is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder
                ? [.. Directory.EnumerateFiles(folder)
                    .Where(path => Path.GetFileName(path).StartsWith(Path.GetFileName(file) + Mark, StringComparison.Ordinal))
                    .Where(path => !path.EndsWith("-journal", StringComparison.Ordinal) && !path.EndsWith("-wal", StringComparison.Ordinal)
                        && !path.EndsWith("-shm", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)]
                : []);

    /// <inheritdoc/>
    public override Task DropLeftAsync(DbContext context, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
            Delete(name);
        return Task.CompletedTask;
    }

    // The provider's own method; this package does not depend on any provider.
    private static void CopyTo(DbConnection connection, string connectionString)
    {
        using var clone = (DbConnection)Activator.CreateInstance(connection.GetType(), connectionString)!; // it has that constructor
        clone.Open();
        var backup = connection.GetType().GetMethod("BackupDatabase", [connection.GetType()])!; // Microsoft.Data.Sqlite has it since 2.0
        try
        {
            backup.Invoke(connection, [clone]);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    private static void RequireSpace(string file, string clone)
    {
        var size = new FileInfo(file).Length;
        if (RebuildSpace.FreeSpace(file) is { } free && free < size)
        {
            throw new AutogenException(
                ErrorCode.CloneFailed,
                $"A copy of '{file}' needs {RebuildSpace.Size(size)} for '{clone}', and the file system has {RebuildSpace.Size(free)}. "
                    + "Make room, and rehearse again.");
        }
    }

    private static string? FileOf(DbConnection connection)
        => connection.DataSource is { Length: > 0 } file && File.Exists(file) ? file : null;

    private static void Delete(string clone)
    {
        foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" })
            File.Delete(clone + suffix);
    }
}
