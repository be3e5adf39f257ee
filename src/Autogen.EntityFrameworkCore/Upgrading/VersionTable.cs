using System.Data.Common;
using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading;

/// <summary>
/// The table that says where a database is: a row a current revision, in the form of Alembic's (<c>version_num</c>), so that a database which Alembic
/// has managed can be taken over. Reading never creates it.
/// </summary>
internal sealed class VersionTable(Dialect dialect, ObjectName name)
{
    /// <summary>The table's name as SQL.</summary>
    public string QuotedName => dialect.Quote(name);

    /// <summary>The statement that creates it.</summary>
    public string CreateSql => $"CREATE TABLE {QuotedName} (version_num VARCHAR(255) NOT NULL, CONSTRAINT {dialect.Quote(name.Name + "_pkc")} PRIMARY KEY (version_num))";

    /// <summary>The statement that creates it where it is not there.</summary>
    public string CreateIfMissingSql => CreateSql.Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal);

    /// <summary>Whether the table is there.</summary>
    public async Task<bool> ExistsAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (dialect.Capabilities.Schemas)
        {
            command.CommandText = "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                + "WHERE c.relkind IN ('r', 'p') AND c.relname = @name AND n.nspname = COALESCE(@schema, current_schema())";
            Add(command, "schema", (object?)name.Schema ?? DBNull.Value, System.Data.DbType.String);
        }
        else
        {
            command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @name COLLATE NOCASE";
        }

        Add(command, "name", name.Name, System.Data.DbType.String);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>The revisions that the database is at, sorted; none where the table is not there.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.VersionTableInvalid"/>.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, transaction, cancellationToken).ConfigureAwait(false))
            return [];

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

    /// <summary>What happens to a row, if nobody else has changed it. The operator is pg_catalog's, whatever the search path says.</summary>
    public TableChange Change(RowOperation row)
        => new(dialect.Capabilities.Schemas ? RowSql(row).Replace(" WHERE version_num = ", " WHERE version_num OPERATOR(pg_catalog.=) ", StringComparison.Ordinal) : RowSql(row), 1);

    /// <summary>The statement for what happens to a row.</summary>
    public string RowSql(RowOperation row) => row switch
    {
        { Old: null, New: { } added } => $"INSERT INTO {QuotedName} (version_num) VALUES ({dialect.StringLiteral(added)})",
        { Old: { } old, New: { } changed } => $"UPDATE {QuotedName} SET version_num = {dialect.StringLiteral(changed)} WHERE version_num = {dialect.StringLiteral(old)}",
        _ => $"DELETE FROM {QuotedName} WHERE version_num = {dialect.StringLiteral(row.Old!)}", // one of the two is there
    };

    private AutogenException Invalid(string why)
        => new(ErrorCode.VersionTableInvalid, $"The version table {name} is none: {why}. Correct it by hand, or name another one with 'versionTable' in autogen.json.");

    private static void Add(DbCommand command, string name, object value, System.Data.DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        parameter.DbType = type;
        command.Parameters.Add(parameter);
    }
}
