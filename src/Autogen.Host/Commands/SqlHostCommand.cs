using System.Data.Common;
using System.Globalization;
using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary><c>sql</c>: runs one statement.</summary>
internal sealed class SqlHostCommand : HostCommand<ProjectSession, SqlRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, SqlRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForWritingAsync(cancellationToken);
        await using var command = session.Connection.CreateCommand();
        command.CommandText = request.Statement;
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var rows = new List<IReadOnlyList<string?>>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(ordinal => Text(reader, ordinal))]);
            await reader.CloseAsync();
            return (0, new SqlResult
            {
                Command = request.Command,
                Columns = columns,
                Rows = rows,
                Affected = columns.Count == 0 ? reader.RecordsAffected : -1
            });
        }
        catch (DbException exception) when (!cancellationToken.IsCancellationRequested && !IsOfConnection(exception, session.Connection))
        {
            throw new AutogenException(ErrorCode.SqlFailed, exception.Message, exception);
        }
    }

    // A pooler tells that it has no server for a statement, too, not only for a connection.
    private static bool IsOfConnection(DbException exception, DbConnection connection)
        => DatabaseErrors.IsConnectionLost(exception, connection)
            || DatabaseErrors.Explain(exception, connection) is { Code: ErrorCode.ServerUnreachable };

    private static string? Text(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
            return null;
        return reader.GetValue(ordinal) switch
        {
            byte[] bytes => "0x" + Convert.ToHexString(bytes),
            DateTime time => time.ToString(
                time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd HH:mm:ss.FFFFFF'Z'" : "yyyy-MM-dd HH:mm:ss.FFFFFF",
                CultureInfo.InvariantCulture),
            Array array => "{"
                + string.Join(",", array.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "NULL"))
                + "}",
            bool value => value ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
