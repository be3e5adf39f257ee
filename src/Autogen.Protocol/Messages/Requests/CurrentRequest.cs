namespace Autogen.Messages;

/// <summary><c>current</c>; and where the database is, for other commands of the face.</summary>
internal sealed record CurrentRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "current";

    /// <summary>Whether it fails when the database is not at every head.</summary>
    public bool CheckHeads { get; init; }

    /// <summary>Whether it fails when the database is at a revision that no file has.</summary>
    public bool RequiresKnown { get; init; }
}
