using Autogen.Schema.Statistics;

namespace Autogen.Messages;

/// <summary>The result of <c>statistics</c>.</summary>
internal sealed record StatisticsResult : CommandResult
{
    /// <summary>The revisions that the database is at.</summary>
    public IReadOnlyList<string> Current { get; init; } = [];

    /// <summary>How large the database is and how it is used.</summary>
    public required DatabaseStatistics Statistics { get; init; }

    /// <summary>What is different from the document of <c>--compare</c>; left out without it.</summary>
    public StatisticsComparison? Changes { get; init; }
}
