using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>The values that EF Core's migrations give to rows that are there, by store type.</summary>
internal static partial class PostgreSqlBackfill
{
    /// <summary>The value for a column; <see langword="null"/> where the type has none.</summary>
    public static string? ValueFor(Column column, DatabaseSchema schema, Func<string, string> literal)
    {
        if (column.Type.EndsWith("[]", StringComparison.Ordinal))
            return "'{}'";
        if (schema.EnumTypes.FirstOrDefault(type => IsNamed(type.Name, column.Type)) is { Labels: [var label, ..] })
            return literal(label);
        return Base(column.Type) switch
        {
            "smallint" or "integer" or "bigint" or "real" or "double precision" or "numeric" or "money" or "oid" => "0",
            "boolean" => "FALSE",
            "text" or "character varying" or "character" or "bpchar" or "citext" or "name" or "hstore" or "ltree" or "tsvector" or "tsquery" => "''",
            "bytea" => @"'\x'",
            "uuid" => "'00000000-0000-0000-0000-000000000000'",
            "json" or "jsonb" => "'{}'",
            "timestamp without time zone" or "timestamp with time zone" or "date" => "'-infinity'",
            "time without time zone" => "'00:00:00'",
            "time with time zone" => "'00:00:00+00'",
            "interval" => "'00:00:00'",
            "bit varying" => "''",
            "bit" => BitsOf(column.Type),
            "point" => "'(0,0)'",
            _ when column.Type.EndsWith("multirange", StringComparison.Ordinal) => "'{}'",
            _ when column.Type.EndsWith("range", StringComparison.Ordinal) => "'empty'",
            _ => null,
        };
    }

    /// <summary>Whether a default's rendering is such a value.</summary>
    public static bool IsBackfill(string text)
    {
        var bare = Cast().Replace(text, "").Trim();
        return bare is "''" or "0" or "'0'" or "0.0" or "false" or "FALSE" or "'-infinity'" or "'{}'" or "'[]'" or "'00:00:00'" or @"'\x'" or "'00:00:00+00'" or "'empty'"
            || bare.StartsWith("'0001-01-01", StringComparison.Ordinal)
            || string.Equals(bare, "'00000000-0000-0000-0000-000000000000'", StringComparison.Ordinal)
            || (bare.StartsWith("ARRAY[]", StringComparison.OrdinalIgnoreCase) && bare.Length == 7);
    }

    /// <summary>Whether a required column's default is the first label of its enumerated type.</summary>
    public static bool IsFirstLabel(Column column, DatabaseSchema schema, Func<string, string> literal)
        => column is { Default: { } value, IsNullable: false }
            && schema.EnumTypes.FirstOrDefault(type => IsNamed(type.Name, column.Type)) is { Labels: [var label, ..] }
            && string.Equals(Cast().Replace(value.Text, "").Trim(), literal(label), StringComparison.Ordinal);

    /// <summary>A store type without its facets.</summary>
    public static string Base(string type) => Parentheses().Replace(type, "");

    /// <summary>Whether <c>format_type</c> would write the name so.</summary>
    public static bool IsNamed(ObjectName name, string type)
    {
        return PostgreSqlTypes.AreSame(type, Quoted(name.Name)) || (name.Schema is { } schema && PostgreSqlTypes.AreSame(type, $"{Quoted(schema)}.{Quoted(name.Name)}"));

        static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>As many zeros as the type has places.</summary>
    private static string BitsOf(string type)
        => $"'{new string('0', type.Length > "bit()".Length ? int.Parse(type["bit(".Length..^1], CultureInfo.InvariantCulture) : 1)}'";

    [GeneratedRegex(@"::(?:""[^""]+""|[\w. ""]+)(?:\(\d+(?:,\d+)?\))?(?:[\w ]*)(?:\[\])?$", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Cast();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Parentheses();
}
