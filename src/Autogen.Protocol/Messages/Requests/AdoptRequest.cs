namespace Autogen.Messages;

/// <summary><c>adopt</c>.</summary>
internal sealed record AdoptRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "adopt";

    /// <inheritdoc/>
    protected override string? OtherConnection => Scratch;

    /// <summary>The base revision's file.</summary>
    public required NewFile File { get; init; }

    /// <summary>Whether tables that the model does not map are taken over, too.</summary>
    public bool AllTables { get; init; }

    /// <summary>Whether it is written down what EF Core's migrations have applied.</summary>
    public bool FromEf { get; init; }

    /// <summary>Whether the base revision is proven on a scratch database.</summary>
    public bool Verify { get; init; }

    /// <summary>An empty database for the proof: connection string or URL; <see langword="null"/> for one that is made.</summary>
    public string? Scratch { get; init; }

    /// <summary>
    /// The base revision's text, once the face has written its file: then the version is set; <see langword="null"/> for the first half,
    /// which plans and proves it.
    /// </summary>
    public string? WrittenText { get; init; }
}
