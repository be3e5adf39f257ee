using System.Data.Common;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Databases of servers, and schemas of databases.</summary>
internal sealed class PostgreSqlFleet(Dialect dialect) : FleetDatabases
{
    /// <inheritdoc/>
    public override string SchemasSql
        => """
            SELECT nspname::pg_catalog.text FROM pg_catalog.pg_namespace
            WHERE nspname OPERATOR(pg_catalog.!~) '^pg_' AND nspname OPERATOR(pg_catalog.<>) 'information_schema'
            ORDER BY nspname::pg_catalog.text COLLATE pg_catalog."C"
            """;

    /// <inheritdoc/>
    public override string DatabasesSql
        => """
            SELECT datname::pg_catalog.text FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate
            ORDER BY datname::pg_catalog.text COLLATE pg_catalog."C"
            """;

    /// <inheritdoc/>
    public override string ServerOf(DbConnectionStringBuilder connection) => $"{connection["Host"]}:{connection["Port"]}";

    /// <inheritdoc/>
    public override string PlaceOf(DbConnectionStringBuilder connection)
    {
        var database = connection["Database"] is string { Length: > 0 } named ? named : connection["Username"];
        return $"{ServerOf(connection)}/{database}/{connection["Search Path"]}/{connection["Options"]}";
    }

    /// <summary>
    /// Npgsql reads the types of a database on the first connection of a data source; what a version table holds is built in.
    /// https://www.npgsql.org/doc/connection-string-parameters.html (Server Compatibility Mode)
    /// </summary>
    public override string ForReading(DbProviderFactory factory, string connection)
    {
        var builder = factory.CreateConnectionStringBuilder()!; // Npgsql has one
        builder.ConnectionString = connection;
        builder["Server Compatibility Mode"] = "NoTypeLoading";
        return builder.ConnectionString;
    }

    /// <summary>Npgsql keeps what it has read of a database for each connection string, unless its data source is disposed.</summary>
    public override IAsyncDisposable? Connect(DbContext context, DbProviderFactory factory, string connection)
    {
        var source = factory.CreateDataSource(connection);
        context.Database.SetDbConnection(source.CreateConnection(), contextOwnsConnection: true);
        return source;
    }

    /// <inheritdoc/>
    public override void UseSchema(DbConnectionStringBuilder connection, string schema)
        => connection["Search Path"] = dialect.Quote(schema)
            + (connection["Search Path"] is string { Length: > 0 } others ? $", {others}" : "");

    /// <inheritdoc/>
    public override void UseDatabase(DbConnectionStringBuilder connection, string database) => connection["Database"] = database;

    /// <inheritdoc/>
    public override FleetLedger CreateLedger(DbConnection connection, string run) => new PostgreSqlLedger(dialect, connection, run);

    /// <inheritdoc/>
    public override async Task<string?> FingerprintAsync(
        DbConnection connection, string? schema, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        var reading = await dialect.BeginReadingAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var ending = reading.ConfigureAwait(false);
        using var command = connection.CreateCommand();

        // What a search path hides or shows makes no difference to the texts.
        command.CommandText = "SET LOCAL search_path TO pg_catalog, pg_temp";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        command.CommandText = CatalogueFingerprint.Sql(dialect, schema, own);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }
}
