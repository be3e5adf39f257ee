using System.Data.Common;
using Autogen.Drivers;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Host.Fleets;

/// <summary>The databases of a fleet that another database knows: a table of tenants, the catalogue of schemas or databases.</summary>
internal sealed class FleetQuery(ProjectSession session, FleetSource source)
{
    private readonly FleetDatabases fleet = session.Driver.Fleet;

    /// <summary>Asks the session's database.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FleetUnreadable"/>, or the database can't be reached.</exception>
    public async Task<IReadOnlyList<FleetDatabase>> ReadAsync(CancellationToken cancellationToken)
    {
        var home = FleetHome.ConnectionStringOf(session);
        if (source.Query is { } query)
            return await RowsAsync(query, "'query'", Row, cancellationToken);
        if (source.Schemas is { } schemas)
        {
            var sql = fleet.SchemasSql ?? throw Refused($"'schemas' needs a database with schemas: {session.Dialect.Name} has none.");
            var names = await RowsAsync(sql, "'schemas'", reader => reader.GetString(0), cancellationToken);
            return [.. names.Where(name => FleetMembers.Matches(schemas, name)).Select(name => new FleetDatabase(name, home, name))];
        }

        var all = fleet.DatabasesSql ?? throw Refused($"'serverDatabases' needs a server: {session.Dialect.Name} has none.");
        var databases = await RowsAsync(all, "'serverDatabases'", reader => reader.GetString(0), cancellationToken);
        return [.. databases.Where(name => FleetMembers.Matches(source.ServerDatabases!, name)) // the last source that is left
            .Select(name => new FleetDatabase(name, Named(home, name)))];
    }

    private string Named(string home, string database)
    {
        var builder = DbProviderFactories.GetFactory(session.Connection)!.CreateConnectionStringBuilder()!; // it has just been open
        builder.ConnectionString = home;
        fleet.UseDatabase(builder, database);
        return builder.ConnectionString;
    }

    private async Task<List<T>> RowsAsync<T>(string sql, string key, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        try
        {
            var rows = new List<T>();
            await using (await session.Dialect.BeginReadingAsync(session.Connection, cancellationToken))
            {
                using var command = session.Connection.CreateCommand();
                command.CommandText = sql;
                using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    rows.Add(read(reader));
            }

            return rows;
        }
        catch (DbException exception)
        {
            throw new AutogenException(
                ErrorCode.FleetUnreadable,
                $"The databases of the fleet can't be read: {key} of 'fleet' in autogen.json failed: "
                    + $"{Sentence.Ended(DatabaseErrors.FirstLine(exception))} Correct it, or 'database', which says where it runs.",
                exception);
        }
        finally
        {
            await session.Context.Database.CloseConnectionAsync();
        }
    }

    private static FleetDatabase Row(DbDataReader reader)
    {
        var name = Text(reader, "name") is { Length: > 0 } text
            ? text
            : throw Refused("'query' must return a column 'name', and no row without a name.");
        return new FleetDatabase(name, Text(reader, "connection"), Text(reader, "schema"));
    }

    private static string? Text(DbDataReader reader, string column)
    {
        for (var ordinal = 0; ordinal < reader.FieldCount; ordinal++)
        {
            if (string.Equals(reader.GetName(ordinal), column, StringComparison.OrdinalIgnoreCase))
                return reader.IsDBNull(ordinal) ? null : reader.GetValue(ordinal).ToString();
        }

        return null;
    }

    private static AutogenException Refused(string message)
        => new(ErrorCode.FleetUnreadable, $"The databases of the fleet can't be read: {message}");
}
