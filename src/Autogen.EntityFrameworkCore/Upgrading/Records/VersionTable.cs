using System.Data.Common;
using System.Globalization;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Records;

/// <summary>
/// The table that says where a database is: a row a current revision, in the form of Alembic's (<c>version_num</c>), so that a database
/// which Alembic has managed can be taken over. Reading never creates it.
/// </summary>
internal sealed class VersionTable(DatabaseDriver driver, ObjectName name)
{
    private readonly Dialect dialect = driver.Dialect;

    /// <summary>The table's name.</summary>
    public ObjectName Name => name;

    /// <summary>The table's name as SQL.</summary>
    public string QuotedName => dialect.Quote(name);

    /// <summary>The statement that creates the table.</summary>
    public string CreateSql
        => $"CREATE TABLE {QuotedName} (version_num VARCHAR(255) NOT NULL, CONSTRAINT {dialect.Quote(name.Name + "_pkc")} "
            + "PRIMARY KEY (version_num))";

    /// <summary>The statement that creates it where it does not exist.</summary>
    public string CreateIfMissingSql => CreateSql.Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal);

    /// <summary>Whether the table exists.</summary>
    public Task<bool> ExistsAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
        => driver.Records.ExistsAsync(connection, transaction, name, cancellationToken);

    /// <summary>The revisions that the database is at, sorted; none where the table does not exist.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.VersionTableInvalid"/>.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        return await ExistsAsync(connection, transaction, cancellationToken).ConfigureAwait(false)
            ? await ReadRowsAsync(connection, transaction, cancellationToken).ConfigureAwait(false)
            : [];
    }

    /// <summary>The same of a table that is known to exist.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<IReadOnlyList<string>> ReadRowsAsync(
        DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM {QuotedName}";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var ordinal = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(index => reader.GetName(index) == "version_num", -1);
        if (ordinal < 0)
            throw Invalid("it has no column 'version_num'");

        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var text = await reader.IsDBNullAsync(ordinal, cancellationToken).ConfigureAwait(false)
                ? ""
                : Convert.ToString(reader.GetValue(ordinal), CultureInfo.InvariantCulture)!;
            if (text.Trim().Length == 0)
                throw Invalid("it holds a row without a revision");
            rows.Add(text);
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>What happens to a row, if nobody else has changed it.</summary>
    public TableChange Change(RowOperation row)
        => new(RowSql(row), 1);

    /// <summary>The statement for what happens to a row.</summary>
    public string RowSql(RowOperation row) => row switch
    {
        { Old: null, New: { } added } => $"INSERT INTO {QuotedName} (version_num) VALUES ({dialect.StringLiteral(added)})",
        { Old: { } old, New: { } changed } => $"UPDATE {QuotedName} SET version_num = {dialect.StringLiteral(changed)} WHERE {IsSql(old)}",
        _ => $"DELETE FROM {QuotedName} WHERE {IsSql(row.Old!)}", // one of the two is there
    };

    /// <summary>A condition: a row is of one of the revisions.</summary>
    public string IsSql(params IEnumerable<string> revisions)
        => string.Join(" OR ", revisions.Select(revision => $"version_num {dialect.EqualTo} {dialect.StringLiteral(revision)}"));

    private AutogenException Invalid(string why)
        => new(
            ErrorCode.VersionTableInvalid,
            $"The version table {name} is not a valid version table: {why}. Correct it by hand, "
                + "or name another one with 'versionTable' in autogen.json.");
}
