using System.Data.Common;
using System.Globalization;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Records;

/// <summary>
/// The table that remembers how far a revision has come. It is there while a revision that is more than one transaction is
/// not whole, and gone afterwards.
/// </summary>
internal sealed class UnfinishedTable(DatabaseDriver driver, ObjectName versionTable)
{
    private readonly Dialect dialect = driver.Dialect;

    /// <summary>What the table is called behind the version table's name.</summary>
    public const string Suffix = "_unfinished";

    private readonly VersionTable table = new(driver, NameBeside.Of(versionTable, Suffix));

    /// <summary>The table's name.</summary>
    public ObjectName Name => table.Name;

    /// <summary>The unfinished step; <see langword="null"/> if none exists.</summary>
    public async Task<UnfinishedStep?> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => await table.ExistsAsync(connection, null, cancellationToken).ConfigureAwait(false)
            ? await ReadExistingAsync(connection, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>The same of a table that was found.</summary>
    public async Task<UnfinishedStep?> ReadExistingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadRowAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (DatabaseErrors.IsTableMissing(exception))
        {
            // Another process has finished the step in between and dropped the table: who only looks holds no lock.
            return null;
        }
    }

    /// <summary>The statements that remember a step, in the transaction of what is done of it.</summary>
    /// <param name="step">How far it has come.</param>
    /// <param name="exists">Whether a note was read before.</param>
    public IReadOnlyList<TableChange> SaveChanges(UnfinishedStep step, bool exists) =>
    [
        .. exists ? Array.Empty<TableChange>() : [new TableChange(CreateSql)],
        new TableChange($"DELETE FROM {table.QuotedName}", exists ? 1 : 0),
        new TableChange(InsertSql(step), 1),
    ];

    private string CreateSql
        => $"CREATE TABLE IF NOT EXISTS {table.QuotedName} (revision VARCHAR NOT NULL, direction VARCHAR NOT NULL, done INTEGER NOT NULL, "
            + "is_begun INTEGER NOT NULL, "
            + "last_key VARCHAR NULL, row_count BIGINT NOT NULL, checksum VARCHAR NOT NULL, begun VARCHAR NULL)";

    private string InsertSql(UnfinishedStep step)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO {table.QuotedName} (revision, direction, done, is_begun, last_key, row_count, checksum, "
                + $"begun) VALUES ({dialect.StringLiteral(step.Revision)}, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{(step.Direction == StepDirection.Upgrade ? "'upgrade'" : "'downgrade'")}, {step.Done}, {(step.IsBegun ? 1 : 0)}, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{(step.LastKey is { } key ? dialect.StringLiteral(key) : "NULL")}, {step.Rows}, {dialect.StringLiteral(step.Checksum)}, "
                    + $"{(step.Begun is { } begun ? dialect.StringLiteral(begun) : "NULL")})");

    /// <summary>The statement that drops the table.</summary>
    public string DropSql => $"DROP TABLE IF EXISTS {table.QuotedName}";

    private async Task<UnfinishedStep?> ReadRowAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT revision, direction, done, is_begun, last_key, row_count, checksum, begun FROM {table.QuotedName}";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return null;
        return new UnfinishedStep(
            reader.GetString(0),
            reader.GetString(1) == "upgrade" ? StepDirection.Upgrade : StepDirection.Downgrade,
            Convert.ToInt32(reader.GetValue(2), CultureInfo.InvariantCulture))
        {
            IsBegun = Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture) != 0,
            LastKey = await reader.IsDBNullAsync(4, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(4),
            Rows = Convert.ToInt64(reader.GetValue(5), CultureInfo.InvariantCulture),
            Checksum = reader.GetString(6),
            Begun = await reader.IsDBNullAsync(7, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(7),
        };
    }
}
