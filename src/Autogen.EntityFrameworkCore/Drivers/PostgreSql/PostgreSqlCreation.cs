using System.Data.Common;
using System.Reflection;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// CREATE DATABASE, over a connection to a database that every server has. The role that connects becomes the owner.
/// https://www.postgresql.org/docs/current/manage-ag-createdb.html
/// </summary>
internal sealed class PostgreSqlCreation(Dialect dialect) : DatabaseCreation
{
    /// <inheritdoc/>
    public override string NameOf(DbConnection connection) => $"database '{connection.Database}' on server {connection.DataSource}";

    /// <inheritdoc/>
    public override bool CanCreate(DbConnection connection) => true;

    /// <inheritdoc/>
    public override async Task<bool> CreateAsync(DbContext context, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        var administration = await ConnectAsync(context, connection, cancellationToken).ConfigureAwait(false);
        await using var closing = administration.ConfigureAwait(false);
        try
        {
            using var command = administration.CreateCommand();
            command.CommandText = StatementFor(context, connection.Database);
            command.CommandTimeout = 0; // as long as the template is large
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (IsCreatedByAnother(exception))
        {
            return false;
        }
        catch (DbException exception) when (exception.SqlState is "42501")
        {
            var role = dialect.Quote(await RoleAsync(administration, cancellationToken).ConfigureAwait(false));
            throw Refused(
                connection,
                exception,
                $"Let an administrator run: CREATE DATABASE {dialect.Quote(connection.Database)} OWNER {role}; "
                    + $"or: ALTER ROLE {role} CREATEDB;");
        }
        catch (DbException exception) when (!DatabaseErrors.IsConnectionLost(exception, administration))
        {
            throw Refused(
                connection,
                exception,
                $"Let an administrator run: {StatementFor(context, connection.Database)};");
        }
    }

    // duplicate_database; unique_violation of pg_database_datname_index where both were at it at the same moment.
    private static bool IsCreatedByAnother(DbException exception) => exception.SqlState is "42P04" or "23505";

    private static AutogenException Refused(DbConnection connection, DbException exception, string advice)
        => new(
            ErrorCode.DatabaseNotCreated,
            $"The database '{connection.Database}' can't be created on server {connection.DataSource}: "
                + $"{Sentence.Ended(DatabaseErrors.MessageOf(exception))} {advice}",
            exception);

    // What the model says of the database as a whole, as EF Core's own creation takes it.
    private string StatementFor(DbContext context, string name)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var collation = model.GetCollation();
        var template = Text(model, "Npgsql:DatabaseTemplate") ?? (collation is null ? null : "template0");
        return $"CREATE DATABASE {dialect.Quote(name)}"
            + (template is null ? "" : $" TEMPLATE {dialect.Quote(template)}")
            + (collation is null ? "" : $" LC_COLLATE {dialect.StringLiteral(collation)}")
            + (Text(model, "Npgsql:Tablespace") is { } tablespace ? $" TABLESPACE {dialect.Quote(tablespace)}" : "");
    }

    private static string? Text(IModel model, string annotation) => model.FindAnnotation(annotation)?.Value as string;

    private static async Task<DbConnection> ConnectAsync(DbContext context, DbConnection connection, CancellationToken cancellationToken)
    {
        DbException? first = null;
        foreach (var name in AdministrationDatabases(context).Where(name => name != connection.Database))
        {
            var other = CloneWith(connection, name);
            try
            {
                await other.OpenAsync(cancellationToken).ConfigureAwait(false);
                return other;
            }
            catch (DbException exception) when (exception.SqlState is "3D000" or "42501" or "28000" or "55000")
            {
                first ??= exception; // it does not exist, or does not let this role in
                await other.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                await other.DisposeAsync().ConfigureAwait(false);
                if (DatabaseErrors.Explain(exception, connection, isConnecting: true) is { } explained)
                    throw explained;
                throw;
            }
        }

        throw Refused(
            connection,
            first!, // none of the databases could be opened, and there are two at least
            $"To create it the role must be able to connect to 'postgres' or 'template1'. Or create it yourself: createdb "
                + $"{connection.Database}.");
    }

    // UseAdminDatabase of the provider's options comes first.
    private static IEnumerable<string> AdministrationDatabases(DbContext context)
        => context.GetService<IDbContextOptions>().Extensions
            .Select(extension => extension.GetType().GetProperty("AdminDatabase")?.GetValue(extension))
            .OfType<string>()
            .Concat(["postgres", "template1"])
            .Distinct(StringComparer.Ordinal);

    // Npgsql's own clone keeps the password and what the application has set for certificates.
    private static DbConnection CloneWith(DbConnection connection, string database)
    {
        var settings = DbProviderFactories.GetFactory(connection)!.CreateConnectionStringBuilder()!; // Npgsql has both
        settings.ConnectionString = connection.ConnectionString;
        settings["Database"] = database;
        settings["Pooling"] = false;
        var clone = connection.GetType().GetMethod("CloneWith", BindingFlags.Instance | BindingFlags.Public, [typeof(string)])!;
        return (DbConnection)clone.Invoke(connection, [settings.ConnectionString])!; // it returns the new connection
    }

    private static async Task<string> RoleAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CURRENT_USER";
        return (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!; // never NULL
    }
}
