using System.Data.Common;
using Autogen.Schema.Objects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Records are read only from tables that can be trusted (<see cref="OwnTable"/>).</summary>
internal sealed class PostgreSqlRecords : RecordTables
{
    /// <inheritdoc/>
    public override async Task<bool> ExistsAsync(
        DbConnection connection, DbTransaction? transaction, ObjectName name, CancellationToken cancellationToken)
        => (await OwnTable.FindAsync(
            connection, transaction, name.Schema, [name.Name], cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> FindAsync(
        DbConnection connection, string? schema, IReadOnlyList<string> names, CancellationToken cancellationToken)
        => OwnTable.FindAsync(connection, null, schema, names, cancellationToken);

    /// <inheritdoc/>
    public override string NowSql
        => """pg_catalog.to_char(pg_catalog.timezone('UTC', pg_catalog.now()), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')""";

    /// <inheritdoc/>
    public override string ActorSql(string actor) => $"pg_catalog.concat({actor}, ' as ', current_user)";

    /// <inheritdoc/>
    public override string UserSql => "current_user";
}
