using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;

namespace Autogen.Drivers.PostgreSql;

/// <summary>The lock is a lease: a row of a table beside the version table.</summary>
internal sealed class PostgreSqlLocks : UpgradeLocks
{
    /// <inheritdoc/>
    public override async Task<(string? Schema, UpgradeLock Lock, IReadOnlyList<string>? Found)> ResolveAsync(
        UpgradeSession session, bool makesSchema, CancellationToken cancellationToken)
    {
        var options = session.Options;
        var settings = await ServerSettings.ReadAsync(session.Connection, options, cancellationToken).ConfigureAwait(false);
        if (makesSchema
            && options.VersionTableSchema is null
            && settings.Schema is null
            && await SearchPathSchema.MakeAsync(session, settings.SearchPath, cancellationToken).ConfigureAwait(false))
            settings = await ServerSettings.ReadAsync(session.Connection, options, cancellationToken).ConfigureAwait(false);
        var schema = DefaultSchema.Resolve(options.VersionTableSchema, settings.Schema);
        var table = new ObjectName(schema, options.VersionTable);
        string[] names = [options.VersionTable, options.LogTable, .. OwnTables.BesideVersionTable(table).Select(beside => beside.Name)];
        var found = await OwnTable.FindAsync(session.Connection, null, schema, names, cancellationToken).ConfigureAwait(false);
        return (schema, new LeaseLock(session, settings, table), found);
    }

    /// <inheritdoc/>
    public override Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken)
        => TableLocks.HolderAsync(session, exception, cancellationToken);
}
