using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Statistics;

namespace Autogen.Host.Commands;

/// <summary><c>statistics</c>: rows, sizes and counters. Reads only.</summary>
internal sealed class StatisticsHostCommand : HostCommand<ProjectSession, StatisticsRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, StatisticsRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        var statistics = await session.Dialect.ReadStatisticsAsync(
            session.Connection, request.IsExact ? RowCounting.All : RowCounting.Small, cancellationToken);
        return (0, new StatisticsResult
        {
            Command = request.Command,
            Current = current,
            Statistics = statistics with
            {
                Tables = [.. statistics.Tables.Where(table => !session.OwnTableNames.Contains(table.Name, StringComparer.Ordinal))],
            },
        });
    }
}
