namespace Autogen.Design.Providers.Npgsql;

/// <summary>
/// Columns that PostgreSQL has of itself; a model maps <c>xmin</c> as a concurrency token (PostgreSQL's documentation, 5.6 System Columns).
/// </summary>
internal static class SystemColumns
{
    private static readonly HashSet<string> names = new(StringComparer.Ordinal) { "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid" };

    /// <summary>Whether a column of that name is one.</summary>
    public static bool Has(string column) => names.Contains(column);
}
