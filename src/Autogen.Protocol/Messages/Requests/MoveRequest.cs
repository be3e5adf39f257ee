namespace Autogen.Messages;

/// <summary><c>upgrade</c> and <c>downgrade</c>.</summary>
internal abstract record MoveRequest : HostRequest
{
    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>Whether the script is printed and nothing is done.</summary>
    public bool Sql { get; init; }

    /// <summary>Whether the script can be run on a database at any revision of the line.</summary>
    public bool Idempotent { get; init; }

    /// <summary>Only lists what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The file that the script is written into, in place of the result; <see langword="null"/> for the result.</summary>
    public string? TextFile { get; init; }
}

/// <summary><c>upgrade</c>.</summary>
internal sealed record UpgradeRequest : MoveRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "upgrade";

    /// <summary>Whether a missing database is created.</summary>
    public bool CreateDatabase { get; init; }
}

/// <summary><c>downgrade</c>.</summary>
internal sealed record DowngradeRequest : MoveRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "downgrade";
}
