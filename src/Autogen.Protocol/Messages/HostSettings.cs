namespace Autogen.Messages;

/// <summary>The settings of <c>autogen.json</c> that the engine needs.</summary>
internal sealed record HostSettings
{
    /// <summary>The version table's name.</summary>
    public string VersionTable { get; init; } = "autogen_version";

    /// <summary>The schema of the version table and the log; <see langword="null"/> for the default one.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>The log's name.</summary>
    public string LogTable { get; init; } = "autogen_log";

    /// <summary>The only schemas to look at; empty for all.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>The only tables to look at, written as <see cref="ExcludeTables"/> are; empty for all.</summary>
    public IReadOnlyList<string> IncludeTables { get; init; } = [];

    /// <summary>Tables that are left alone, with <c>*</c> as a wildcard, optionally <c>schema.table</c>.</summary>
    public IReadOnlyList<string> ExcludeTables { get; init; } = [];

    /// <summary>Whether tables that neither the model nor a revision knows are dropped; else they are listed and left alone.</summary>
    public bool DropUnmanagedTables { get; init; }

    /// <summary>Whether comments are compared.</summary>
    public bool CompareComments { get; init; } = true;

    /// <summary>Whether cosmetic differences are acted on.</summary>
    public bool Strict { get; init; }

    /// <summary>The kinds of cosmetic difference that are acted on in any case, by their names.</summary>
    public IReadOnlyList<string> Significant { get; init; } = [];
}
