using System.Data;
using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.PostgreSql;

/// <summary>A database beside the context's own, dropped afterwards.</summary>
internal sealed class PostgreSqlScratch(Dialect dialect) : ScratchDatabases
{
    /// <inheritdoc/>
    public override async Task<Func<Task>> CreateAsync(DbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var connection = context.Database.GetDbConnection();
        var home = connection.Database;
        var name = $"autogen_scratch_{Guid.NewGuid():N}";
        try
        {
            var like = await LikeAsync(connection, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, $"CREATE DATABASE {dialect.Quote(name)}{like}", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (!DatabaseErrors.IsConnectionLost(exception, connection))
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            throw new AutogenException(
                ErrorCode.ScratchDatabase,
                $"A scratch database can't be made on the server: {Sentence.Ended(exception.Message)} Give the role the privilege (ALTER "
                    + "ROLE … CREATEDB), or name an empty database with --scratch.",
                exception);
        }

        // What names mean may be set for the one database alone (ALTER DATABASE … SET search_path).
        var path = await ScalarAsync(
            connection, "SELECT pg_catalog.current_setting('search_path')", cancellationToken).ConfigureAwait(false);
        await connection.ChangeDatabaseAsync(name, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            connection,
            $"SELECT pg_catalog.set_config('search_path', {dialect.StringLiteral(path ?? "")}, false)",
            cancellationToken).ConfigureAwait(false);
        return async () =>
        {
            // A lost connection is reported where it is met first; what is left is dropped over a new one, if there is one to be had.
            try
            {
                await LeaveAsync(context, home, name).ConfigureAwait(false);
            }
            catch (Exception exception) when (DatabaseErrors.IsConnectionLost(exception, connection))
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        };
    }

    private async Task LeaveAsync(DbContext context, string home, string name)
    {
        var connection = context.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            await connection.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await connection.ChangeDatabaseAsync(home, CancellationToken.None).ConfigureAwait(false);

        // Pooled connections to it would keep it; https://www.postgresql.org/docs/12/sql-dropdatabase.html has no FORCE yet.
        await ExecuteAsync(
            connection,
            $"SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname OPERATOR(pg_catalog.=) '{name}' "
                + "AND pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()",
            CancellationToken.None).ConfigureAwait(false);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {dialect.Quote(name)}", CancellationToken.None).ConfigureAwait(false);
        await context.Database.CloseConnectionAsync().ConfigureAwait(false);
    }

    // As the context's own: a collation decides what an index or a comparison means. template0 holds nothing that an administrator added.
    private static async Task<string> LikeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string Query =
            "SELECT pg_catalog.format(' TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', "
                + "pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype) "
                + "FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND datcollate IS NOT "
                + "NULL AND datctype IS NOT NULL";
        return await ScalarAsync(connection, Query, cancellationToken).ConfigureAwait(false) ?? " TEMPLATE template0";
    }

    private static async Task<string?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
