namespace Autogen.Messages;

/// <summary><c>revision --autogenerate</c>.</summary>
internal sealed record RevisionRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "revision";

    /// <inheritdoc/>
    protected override string? OtherConnection => Scratch;

    /// <summary>The revision's file.</summary>
    public required NewFile File { get; init; }

    /// <summary>The parents; <see langword="null"/> for the one head.</summary>
    public IReadOnlyList<string>? Revises { get; init; }

    /// <summary>What it depends on: ids and labels.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Its branch labels.</summary>
    public IReadOnlyList<string> BranchLabels { get; init; } = [];

    /// <summary>Whether a revision without operations is written, too.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether the upgrade's SQL is printed and no file is written.</summary>
    public bool Sql { get; init; }

    /// <summary>Whether the revision is proven on a scratch database before it is written.</summary>
    public bool Verify { get; init; }

    /// <summary>An empty database for the proof: connection string or URL; <see langword="null"/> for one that is made.</summary>
    public string? Scratch { get; init; }

    /// <summary>The <c>--rename OLD=NEW</c> texts.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>The <c>--backfill TABLE.COLUMN=SQL</c> texts.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];

    /// <summary>
    /// The file that the engine writes the revision's text or the script into, in place of the result: rows can make it hundreds of
    /// megabytes long. <see langword="null"/> for the result.
    /// </summary>
    public string? TextFile { get; init; }
}
