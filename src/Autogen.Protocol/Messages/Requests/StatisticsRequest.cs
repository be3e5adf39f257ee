namespace Autogen.Messages;

/// <summary><c>statistics</c>.</summary>
internal sealed record StatisticsRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "statistics";

    /// <summary>Whether the rows of every table are counted, however long it takes.</summary>
    public bool IsExact { get; init; }
}
