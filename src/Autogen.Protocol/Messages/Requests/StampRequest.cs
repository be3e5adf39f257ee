namespace Autogen.Messages;

/// <summary><c>stamp</c>.</summary>
internal sealed record StampRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "stamp";

    /// <summary>The targets.</summary>
    public required IReadOnlyList<string> Revisions { get; init; }

    /// <summary>Whether the version table is emptied first.</summary>
    public bool Purge { get; init; }

    /// <summary>Whether the statements are printed and nothing is done.</summary>
    public bool Sql { get; init; }
}
