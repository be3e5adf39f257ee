using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// How far a batch of Npgsql's has come. Its errors name the command that failed only if the connection string has
/// <c>Include Failed Batched Command</c>, which is the application's to set; but a command that has ended knows what kind of statement
/// it was, and the first one that does not is the one that failed.
/// </summary>
internal static class BatchedCommand
{
    private const string Kind = "StatementType";

    /// <summary>Whether a connection's provider can tell: else every statement is sent by itself.</summary>
    public static bool IsKnown(DbConnection connection)
        => connection.CanCreateBatch
            && connection.GetType().Assembly.GetType("Npgsql.NpgsqlBatchCommand")?.GetProperty(Kind) is not null;

    /// <summary>The place of the first command that has not ended, from 0; the last one where all have.</summary>
    public static int FirstUnfinished(DbBatch batch)
    {
        for (var index = 0; index < batch.BatchCommands.Count; index++)
        {
            if (!HasEnded(batch.BatchCommands[index]))
                return index;
        }

        return batch.BatchCommands.Count - 1;
    }

    // StatementType.Unknown is 0.
    private static bool HasEnded(DbBatchCommand command)
        => command.GetType().GetProperty(Kind, BindingFlags.Instance | BindingFlags.Public)?.GetValue(command) is { } kind
            && Convert.ToInt32(kind, CultureInfo.InvariantCulture) != 0;
}
