using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>The values that EF Core's SQLite provider gives to existing rows, by CLR type.</summary>
internal static class SqliteBackfill
{
    private static readonly Dictionary<Type, string> byType = new()
    {
        [typeof(decimal)] = "'0.0'",
        [typeof(DateTime)] = "'0001-01-01 00:00:00'",
        [typeof(DateTimeOffset)] = "'0001-01-01 00:00:00+00:00'",
        [typeof(DateOnly)] = "'0001-01-01'",
        [typeof(TimeOnly)] = "'00:00:00'",
        [typeof(TimeSpan)] = "'00:00:00'",
        [typeof(Guid)] = "'00000000-0000-0000-0000-000000000000'",
        [typeof(byte[])] = "X''",
    };

    // A random UUID (version 4) in capitals, as EF Core writes a Guid; hex() gives capitals.
    private const string RandomGuid =
        "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
            + "substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))";

    private static readonly HashSet<string> texts = new(
        byType.Values.Append("''").Append("'[]'").Append("'{}'").Append("'0'"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a default is one of them.</summary>
    public static bool IsBackfill(string text)
        => texts.Contains(text.Trim())
            || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0);

    /// <summary>An expression that gives each row another value.</summary>
    public static string? DistinctValueFor(Column column)
        => column.ClrType.Value == typeof(Guid) && SqliteAffinity.Of(column.Type) == "TEXT" ? RandomGuid : null;

    /// <summary>The value for a column.</summary>
    public static string ValueFor(Column column)
    {
        if (column.ClrType.Value is { } type && byType.TryGetValue(type, out var value))
            return value;
        return SqliteAffinity.Of(column.Type) switch
        {
            "INTEGER" or "NUMERIC" => "0",
            "REAL" => "0.0",
            "TEXT" => "''",
            _ => "X''",
        };
    }
}
