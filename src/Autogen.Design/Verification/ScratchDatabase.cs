using System.Data;
using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Verification;

/// <summary>
/// An empty database that the context is connected to until this is disposed: in memory on SQLite, made beside the context's own and
/// dropped afterwards on PostgreSQL.
/// </summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly Func<Task> leave;

    private ScratchDatabase(Func<Task> leave) => this.leave = leave;

    /// <summary>Creates a scratch database and connects the context to it.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: it can't be made.</exception>
    public static Task<ScratchDatabase> CreateAsync(DbContext context, Dialect dialect, CancellationToken cancellationToken)
        => dialect.Capabilities.AltersInPlace
            ? CreateOnServerAsync(context, dialect, cancellationToken)
            : CreateInMemoryAsync(context, cancellationToken);

    /// <summary>Takes one that the user names; it must hold nothing.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: something is in it.</exception>
    public static async Task<ScratchDatabase> TakeAsync(
        DbContext context, Dialect dialect, string connectionString, CancellationToken cancellationToken)
    {
        var home = await GoAsync(context, connectionString, cancellationToken);
        var scratch = new ScratchDatabase(() => ReturnAsync(context, home));
        try
        {
            var schema = await dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken);
            RequireEmpty(schema);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nothing is in a schema of the database; what belongs to the database as a whole may be an administrator's.</summary>
    private static void RequireEmpty(DatabaseSchema schema)
    {
        var found = schema.Items().Where(item => !item.Kind.IsOfDatabase).GroupBy(item => item.Kind)
            .Select(group => OtherObject.Counted(group.Key.ListedAs, group.Count()))
            .ToList();
        if (found.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.ScratchDatabase,
                $"The database that --scratch names is not empty: it has {string.Join(", ", found)}. Name an empty one, or none.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await leave();

    private static async Task<ScratchDatabase> CreateInMemoryAsync(DbContext context, CancellationToken cancellationToken)
    {
        var home = await GoAsync(context, "Data Source=:memory:", cancellationToken);
        return new ScratchDatabase(() => ReturnAsync(context, home));
    }

    private static async Task<ScratchDatabase> CreateOnServerAsync(DbContext context, Dialect dialect, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var home = connection.Database;
        var name = $"autogen_scratch_{Guid.NewGuid():N}";
        try
        {
            await ExecuteAsync(
                connection, $"CREATE DATABASE {dialect.Quote(name)}{await LikeAsync(connection, cancellationToken)}", cancellationToken);
        }
        catch (DbException exception) when (!DatabaseErrors.IsConnectionLost(exception, connection))
        {
            await context.Database.CloseConnectionAsync();
            throw new AutogenException(
                ErrorCode.ScratchDatabase,
                $"A scratch database can't be made on the server: {Sentence.Ended(exception.Message)} Give the role the privilege (ALTER "
                    + "ROLE … CREATEDB), or name an empty database with --scratch.",
                exception);
        }

        // What names mean may be set for the one database alone (ALTER DATABASE … SET search_path).
        var path = await ScalarAsync(connection, "SELECT pg_catalog.current_setting('search_path')", cancellationToken);
        await connection.ChangeDatabaseAsync(name, cancellationToken);
        await ExecuteAsync(
            connection, $"SELECT pg_catalog.set_config('search_path', {dialect.StringLiteral(path ?? "")}, false)", cancellationToken);
        return new ScratchDatabase(async () =>
        {
            // A lost connection is reported where it is met first; what is left is dropped over a new one, if there is one to be had.
            try
            {
                await LeaveAsync(context, dialect, home, name);
            }
            catch (Exception exception) when (DatabaseErrors.IsConnectionLost(exception, connection))
            {
                await context.Database.CloseConnectionAsync();
            }
        });
    }

    private static async Task LeaveAsync(DbContext context, Dialect dialect, string home, string name)
    {
        var connection = context.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await connection.CloseAsync();
            await connection.OpenAsync(CancellationToken.None);
        }

        await connection.ChangeDatabaseAsync(home, CancellationToken.None);

        // Pooled connections to it would keep it; https://www.postgresql.org/docs/12/sql-dropdatabase.html has no FORCE yet.
        await ExecuteAsync(
            connection,
            $"SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname OPERATOR(pg_catalog.=) '{name}' "
                + "AND pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()",
            CancellationToken.None);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {dialect.Quote(name)}", CancellationToken.None);
        await context.Database.CloseConnectionAsync();
    }

    // As the context's own: a collation decides what an index or a comparison means. template0 holds nothing that an administrator added.
    private static async Task<string> LikeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        const string Query =
            "SELECT pg_catalog.format(' TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', "
                + "pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype) "
                + "FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND datcollate IS NOT "
                + "NULL AND datctype IS NOT NULL";
        return await ScalarAsync(connection, Query, cancellationToken) ?? " TEMPLATE template0";
    }

    private static async Task<string?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    // The connection must stay open: a database in memory is gone with it.
    private static async Task<(string? ConnectionString, bool WasOpen)> GoAsync(
        DbContext context, string connectionString, CancellationToken cancellationToken)
    {
        var home = (context.Database.GetConnectionString(), context.Database.GetDbConnection().State == ConnectionState.Open);
        if (home.Item2)
            await context.Database.CloseConnectionAsync();
        context.Database.SetConnectionString(connectionString);
        await context.Database.OpenConnectionAsync(cancellationToken);
        return home;
    }

    private static async Task ReturnAsync(DbContext context, (string? ConnectionString, bool WasOpen) home)
    {
        await context.Database.CloseConnectionAsync();
        context.Database.SetConnectionString(home.ConnectionString);
        if (home.WasOpen)
            await context.Database.OpenConnectionAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
