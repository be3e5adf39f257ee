namespace Autogen.Schema.Sqlite;

/// <summary>The collations of columns.</summary>
internal static class SqliteCollation
{
    // What a column without a collation has: https://www.sqlite.org/datatype3.html#collating_sequences
    private const string Default = "BINARY";

    /// <summary>The collation; <see langword="null"/> for none and for the one that a column without any has.</summary>
    public static string? OrNone(string? collation)
        => string.IsNullOrEmpty(collation) || string.Equals(collation, Default, StringComparison.OrdinalIgnoreCase) ? null : collation;
}
