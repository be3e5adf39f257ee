using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>The values that EF Core's migrations give to existing rows, by what the store type is.</summary>
internal static class PostgreSqlBackfill
{
    private const int UuidVersion = 13;

    /// <summary>The value for a column; <see langword="null"/> where the type has none.</summary>
    public static string? ValueFor(Column column, DatabaseSchema schema, Func<string, string> literal)
        => ValueFor(column.Type, new PostgreSqlTypeResolver(schema), literal);

    /// <summary>
    /// An expression that gives each row another value. <c>gen_random_uuid</c> is in the server since version 13:
    /// https://www.postgresql.org/docs/13/functions-uuid.html
    /// </summary>
    public static string? DistinctValueFor(StoreType type, int serverVersion)
        => PostgreSqlKnownTypes.KnownName(type.Underlying) is not "uuid" ? null
            : serverVersion >= UuidVersion ? "pg_catalog.gen_random_uuid()"
            : "pg_catalog.md5(pg_catalog.concat(pg_catalog.random(), pg_catalog.clock_timestamp()))::pg_catalog.uuid";

    private static string? ValueFor(StoreType type, PostgreSqlTypeResolver types, Func<string, string> literal)
    {
        var known = types.Resolve(type);
        if (known.IsArray)
            return "'{}'";
        return known.Kind switch
        {
            StoreTypeKind.Enum => LabelsOf(known, types) is [var label, ..] ? literal(label) : null,
            StoreTypeKind.Domain when known.Definition is { } domain
                => domain.Default ?? (domain.Of is { } inner ? ValueFor(inner, types, literal) : null),
            StoreTypeKind.Range => "'empty'",
            StoreTypeKind.Multirange => "'{}'",
            _ => OfBase(known),
        };
    }

    private static EquatableList<string> LabelsOf(StoreType type, PostgreSqlTypeResolver types)
        => type.Definition is { } definition ? types.LabelsOf(definition) : [];

    private static string? OfBase(StoreType type) => PostgreSqlKnownTypes.KnownName(type) switch
    {
        "smallint" or "integer" or "bigint" or "real" or "double precision" or "numeric" or "money" or "oid" => "0",
        "boolean" => "FALSE",
        "text" or "character varying" or "character" or "bpchar" or "citext" or "name" => "''",
        "hstore" or "ltree" or "tsvector" or "tsquery" => "''",
        "bytea" => @"'\x'",
        "uuid" => "'00000000-0000-0000-0000-000000000000'",
        "json" or "jsonb" => "'{}'",
        "timestamp without time zone" or "timestamp with time zone" or "date" => "'-infinity'",
        "time without time zone" => "'00:00:00'",
        "time with time zone" => "'00:00:00+00'",
        "interval" => "'00:00:00'",
        "bit varying" => "''",
        "bit" => $"'{new string('0', type.Length ?? 1)}'",
        "point" => "'(0,0)'",
        _ => null,
    };

    /// <summary>Whether a default's rendering is such a value.</summary>
    public static bool IsBackfill(string text)
    {
        var bare = PostgreSqlConstant.WithoutCasts(text);
        return bare is "''" or "0" or "'0'" or "0.0" or "false" or "FALSE" or "'-infinity'" or "'{}'" or "'[]'" or "'00:00:00'" or @"'\x'"
            or "'00:00:00+00'" or "'empty'"
            || bare.StartsWith("'0001-01-01", StringComparison.Ordinal)
            || string.Equals(bare, "'00000000-0000-0000-0000-000000000000'", StringComparison.Ordinal)
            || (bare.StartsWith("ARRAY[]", StringComparison.OrdinalIgnoreCase) && bare.Length == 7);
    }

    /// <summary>Whether a required column's default is the first label of its enumerated type, or of the one beneath its domain.</summary>
    public static bool IsFirstLabel(Column column, DatabaseSchema schema, Func<string, string> literal)
    {
        if (column is not { Default: { } value, IsNullable: false })
            return false;
        var types = new PostgreSqlTypeResolver(schema);
        var type = types.Resolve(types.Resolve(column.Type).Underlying);
        return type is { IsArray: false, Kind: StoreTypeKind.Enum }
            && LabelsOf(type, types) is [var label, ..]
            && string.Equals(PostgreSqlConstant.WithoutCasts(value.Text), literal(label), StringComparison.Ordinal);
    }
}
