namespace Autogen.Graph;

/// <summary>
/// What happens to a row of the version table: inserted (no <paramref name="Old"/>), deleted (no <paramref name="New"/>) or updated.
/// </summary>
/// <param name="Old">What the row said.</param>
/// <param name="New">What it says.</param>
internal sealed record RowOperation(string? Old, string? New);
