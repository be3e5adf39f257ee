using System.Data;
using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// A database beside the context's own, made by <c>CREATE DATABASE … TEMPLATE</c>: the server copies the files, and nobody may be
/// connected to the original while it does. https://www.postgresql.org/docs/current/manage-ag-templatedbs.html
/// </summary>
internal sealed class PostgreSqlClones(Dialect dialect) : DatabaseClones
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public override async Task<DatabaseClone> CreateAsync(DbContext context, TimeSpan patience, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        var home = connection.Database;
        var settings = await ListAsync(connection, SettingsSql, cancellationToken).ConfigureAwait(false);
        var name = PrefixOf(home) + Guid.NewGuid().ToString("N")[..8];

        // A pool would keep this session connected to the original, and one of a data source can't be cleared from here.
        var own = await ListAsync(
            connection, "SELECT pg_catalog.pg_backend_pid()::pg_catalog.text", cancellationToken).ConfigureAwait(false);
        ClearPool(connection);
        await LeaveForAsync(connection, cancellationToken).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(connection, $"SELECT pg_catalog.pg_terminate_backend({own[0]})", cancellationToken).ConfigureAwait(false);
            await CopyAsync(connection, home, name, patience, cancellationToken).ConfigureAwait(false);
            foreach (var sql in settings.Select(setting => $"ALTER DATABASE {dialect.Quote(name)} SET {setting}")
                .Prepend($"COMMENT ON DATABASE {dialect.Quote(name)} IS {dialect.StringLiteral(CommentOn(home))}"))
                await ExecuteAsync(connection, sql, cancellationToken).ConfigureAwait(false);
            await connection.ChangeDatabaseAsync(name, cancellationToken).ConfigureAwait(false);
            return new DatabaseClone(name, () => LeaveAsync(connection, home, name));
        }
        catch
        {
            await LeaveAsync(connection, home, name).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindLeftAsync(DbContext context, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        return await ListAsync(
            connection,
            $"""
            SELECT d.datname::pg_catalog.text
            FROM pg_catalog.pg_database d
            WHERE d.datname OPERATOR(pg_catalog.~) '^{PrefixOf(connection.Database)}[0-9a-f]+$'
              AND NOT EXISTS (
                  SELECT 1 FROM pg_catalog.pg_stat_activity a
                  WHERE a.datid OPERATOR(pg_catalog.=) d.oid AND a.backend_type OPERATOR(pg_catalog.=) 'client backend')
            ORDER BY 1
            """,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task DropLeftAsync(DbContext context, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
            await ExecuteAsync(context.Database.GetDbConnection(), $"DROP DATABASE IF EXISTS {dialect.Quote(name)}", cancellationToken)
                .ConfigureAwait(false);
    }

    // The name tells whose copy it is: a command that is killed right behind CREATE DATABASE leaves one without a comment.
    private static string PrefixOf(string home)
        => $"autogen_rehearsal_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..8]}_";

    private static string CommentOn(string home) => $"Copy of \"{home}\" by 'dotnet autogen rehearse'. It may be dropped.";

    // What is set for the one database alone (ALTER DATABASE … SET search_path) is not copied with it.
    private const string SettingsSql =
        """
        SELECT pg_catalog.format(
            '%I = %s', v.name,
            CASE WHEN pg_catalog.lower(v.name) OPERATOR(pg_catalog.=) 'search_path' THEN v.value ELSE pg_catalog.quote_literal(v.value) END)
        FROM pg_catalog.pg_db_role_setting r
        JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) r.setdatabase
        CROSS JOIN LATERAL pg_catalog.unnest(r.setconfig) AS setting
        CROSS JOIN LATERAL (
            SELECT pg_catalog.split_part(setting, '=', 1) AS name,
                   pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') OPERATOR(pg_catalog.+) 1) AS value) v
        WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND r.setrole OPERATOR(pg_catalog.=) 0
        """;

    private async Task CopyAsync(
        DbConnection connection, string home, string name, TimeSpan patience, CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                await ExecuteAsync(
                    connection,
                    $"CREATE DATABASE {dialect.Quote(name)} TEMPLATE {dialect.Quote(home)}",
                    cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException exception) when (exception.SqlState is "55006" && DateTime.UtcNow < end)
            {
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (!DatabaseErrors.IsConnectionLost(exception, connection))
            {
                throw await RefusedAsync(connection, home, exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<AutogenException> RefusedAsync(
        DbConnection connection, string home, DbException exception, CancellationToken cancellationToken)
    {
        var role = dialect.Quote(
            (await ListAsync(connection, "SELECT CURRENT_USER::pg_catalog.text", cancellationToken).ConfigureAwait(false))[0]);
        var advice = exception.SqlState switch
        {
            "55006" => $"The server copies a database only while nobody else is connected to it: "
                + $"{await SessionsAsync(connection, home, cancellationToken).ConfigureAwait(false)}. "
                + "Rehearse on a restored backup or a replica's copy, end these sessions, or wait for them with --wait SECONDS.",
            "42501" => $"Let an administrator run: ALTER ROLE {role} CREATEDB; and connect as the database's owner: "
                + $"ALTER DATABASE {dialect.Quote(home)} OWNER TO {role};",
            "53100" => $"The server's disk is full; a copy is as large as the database. Make room, and rehearse again.",
            _ => "The server's log says more.",
        };
        return new AutogenException(
            ErrorCode.CloneFailed,
            $"The database '{home}' can't be copied: {Sentence.Ended(DatabaseErrors.MessageOf(exception))} {advice}",
            exception);
    }

    // psql (4711, postgres), shop-api (4712, shop_app)
    private async Task<string> SessionsAsync(DbConnection connection, string home, CancellationToken cancellationToken)
    {
        var sessions = await ListAsync(
            connection,
            $"""
            SELECT pg_catalog.format(
                '%s (process %s, role %s)',
                CASE WHEN a.application_name OPERATOR(pg_catalog.=) '' THEN a.backend_type ELSE a.application_name END, a.pid, a.usename)
            FROM pg_catalog.pg_stat_activity a
            WHERE a.datname OPERATOR(pg_catalog.=) {dialect.StringLiteral(home)}
              AND a.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
            ORDER BY a.pid
            LIMIT 10
            """,
            cancellationToken).ConfigureAwait(false);
        return sessions.Count == 0 ? "somebody was" : string.Join(", ", sessions);
    }

    // Every server has them; the original must be left.
    private static async Task LeaveForAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ChangeDatabaseAsync("postgres", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState is "3D000" or "42501" or "28000" or "55000")
        {
            await connection.ChangeDatabaseAsync("template1", cancellationToken).ConfigureAwait(false);
        }
    }

    // Not cancelled: nothing is to be left. A lost connection is reported where it is met first.
    private async Task LeaveAsync(DbConnection connection, string home, string name)
    {
        try
        {
            if (connection.State != ConnectionState.Open)
            {
                await connection.CloseAsync().ConfigureAwait(false);
                await connection.OpenAsync(CancellationToken.None).ConfigureAwait(false);
            }

            ClearPool(connection);
            await connection.ChangeDatabaseAsync(home, CancellationToken.None).ConfigureAwait(false);

            // https://www.postgresql.org/docs/12/sql-dropdatabase.html has no FORCE yet.
            await ExecuteAsync(
                connection,
                $"SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity "
                    + $"WHERE datname OPERATOR(pg_catalog.=) {dialect.StringLiteral(name)}",
                CancellationToken.None).ConfigureAwait(false);
            await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {dialect.Quote(name)}", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (DatabaseErrors.IsConnectionLost(exception, connection))
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    // The provider's own method; this package does not depend on any provider.
    private static void ClearPool(DbConnection connection)
        => connection.GetType()
            .GetMethod("ClearPool", BindingFlags.Public | BindingFlags.Static, [connection.GetType()])?
            .Invoke(null, [connection]);

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var list = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            list.Add(reader.GetString(0));
        return list;
    }
}
