namespace Autogen.Messages;

/// <summary><c>diff</c>.</summary>
internal sealed record DiffRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "diff";

    /// <summary>The <c>--rename OLD=NEW</c> texts.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>The <c>--backfill TABLE.COLUMN=SQL</c> texts.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];
}
