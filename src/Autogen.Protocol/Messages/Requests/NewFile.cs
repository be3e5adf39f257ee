namespace Autogen.Messages;

/// <summary>The file of a new revision.</summary>
internal sealed record NewFile
{
    /// <summary>The revision's id; <see langword="null"/> for a random one.</summary>
    public string? Id { get; init; }

    /// <summary>What the revision is about.</summary>
    public string Message { get; init; } = "";

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>How the file is named; <see langword="null"/> for the default.</summary>
    public string? NamePattern { get; init; }

    /// <summary>The revision's number.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Lines above everything in the file.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];
}
