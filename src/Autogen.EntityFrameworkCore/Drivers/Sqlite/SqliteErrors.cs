using System.Data.Common;
using System.Globalization;
using Autogen.Schema;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// The errors of Microsoft.Data.Sqlite, by the message, which names the result code. https://www.sqlite.org/rescode.html
/// </summary>
internal sealed class SqliteErrors : ErrorMapping
{
    /// <inheritdoc/>
    public override bool IsOf(DbException exception) => exception.GetType().Assembly.GetName().Name == "Microsoft.Data.Sqlite";

    /// <inheritdoc/>
    public override AutogenException? Explain(DbException exception, DbConnection connection, bool isConnecting)
    {
        if (Has(exception, 14))
        {
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The SQLite file '{connection.DataSource}' can't be opened. Does its folder exist, and may it be read and written? "
                    + "If it is missing, 'dotnet autogen upgrade --create-database' creates it.",
                exception);
        }

        if (IsFileMoved(exception))
        {
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"The SQLite file '{connection.DataSource}' was replaced, moved or removed while it was in use: "
                    + "nothing more is written to it. Put the right file in its place; 'dotnet autogen current' says where that one is.",
                exception);
        }

        if (Has(exception, 8))
        {
            return new AutogenException(
                ErrorCode.PrivilegeMissing,
                $"The SQLite file '{connection.DataSource}' may only be read. Make the file and its folder writable.",
                exception);
        }

        if (Has(exception, 26))
            return new AutogenException(
                ErrorCode.DatabaseNotFound, $"The file '{connection.DataSource}' is no SQLite database.", exception);
        return null;
    }

    /// <inheritdoc/>
    public override string NameOf(DbConnection connection) => $"SQLite database '{connection.DataSource}'";

    /// <inheritdoc/>
    public override string? Advice(DbException exception)
        => Has(exception, 11) ? "The file is damaged: restore it from a backup, or recover it (sqlite3 FILE .recover)."
            : IsLockConflict(exception) ? "Another process uses it. Run the command again when it has ended."
            : Has(exception, 10) || IsDiskFull(exception) ? "Check the disk, and run the command again."
            : null;

    /// <summary>SQLITE_CANTOPEN.</summary>
    public override bool IsDatabaseMissing(DbException exception) => Has(exception, 14);

    // SQLite has one code for everything that is wrong with a statement.

    /// <inheritdoc/>
    public override bool IsObjectExists(DbException exception)
        => Has(exception, 1) && exception.Message.Contains("already exists", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool IsTableMissing(DbException exception) => exception.Message.Contains("no such table", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) => Has(exception, 19);

    /// <inheritdoc/>
    public override bool IsRefusedInTransaction(DbException exception)
        => Has(exception, 1) && exception.Message.Contains("within a transaction", StringComparison.Ordinal);

    /// <summary>SQLITE_BUSY, SQLITE_LOCKED: another process uses the file.</summary>
    public override bool IsLockConflict(DbException exception) => Has(exception, 5) || Has(exception, 6);

    /// <summary>
    /// SQLITE_READONLY_DBMOVED: https://www.sqlite.org/rescode.html#readonly_dbmoved. The message is that of a file that may only be read.
    /// </summary>
    public override bool IsFileMoved(DbException exception)
        => Has(exception, 8) && exception.GetType().GetProperty("SqliteExtendedErrorCode")?.GetValue(exception) is 1032;

    /// <inheritdoc/>
    public override bool IsDiskFull(DbException exception) => Has(exception, 13);

    private static bool Has(DbException exception, int code)
        => exception.Message.Contains(
            string.Create(CultureInfo.InvariantCulture, $"SQLite Error {code}:"), StringComparison.Ordinal);
}
