using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>A column's affinity, by the rules of sqlite.org's datatype3, section 3.1.</summary>
internal static class SqliteAffinity
{
    /// <summary>The affinity of a declared type.</summary>
    public static string Of(StoreType declared)
    {
        var type = declared.Text;
        if (type.Contains("INT", StringComparison.OrdinalIgnoreCase))
            return "INTEGER";
        if (Any(type, "CHAR", "CLOB", "TEXT"))
            return "TEXT";
        if (type.Length == 0 || Any(type, "BLOB"))
            return "BLOB";
        return Any(type, "REAL", "FLOA", "DOUB") ? "REAL" : "NUMERIC";
    }

    private static bool Any(string type, params string[] parts)
        => Array.Exists(parts, part => type.Contains(part, StringComparison.OrdinalIgnoreCase));
}
