using Autogen.Schema.Dialects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>A hash over the catalogue's texts, made by the server: one row is all that is sent.</summary>
internal static class CatalogueFingerprint
{
    /// <summary>The query; it expects <c>pg_catalog</c> as the search path.</summary>
    /// <param name="dialect">Quotes.</param>
    /// <param name="schema">The schema, which is taken out of the texts; <see langword="null"/> for every one.</param>
    /// <param name="own">The names of the tool's own tables.</param>
    public static string Sql(Dialect dialect, string? schema, IReadOnlyCollection<string> own)
    {
        var names = string.Join(", ", own.Select(dialect.StringLiteral));
        var inSchema = schema is null ? "" : $" AND n.nspname = {dialect.StringLiteral(schema)}";
        var line = schema is null ? "line" : $"replace(line, {dialect.StringLiteral(Qualifier(schema))}, '')";
        if (schema is not null)
            line = $"replace({line}, {dialect.StringLiteral(dialect.Quote(schema) + ".")}, '')";
        return
            $"""
            WITH rel AS (
                SELECT c.oid, c.relkind, format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'{inSchema}
                  AND c.relname NOT IN ({names})
                  AND NOT EXISTS (
                      SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')),
            texts AS (
                SELECT concat_ws(' ', 'relation', relkind, name) AS line FROM rel
                UNION ALL
                SELECT concat_ws(' ', 'column', name, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                                 a.attgenerated, a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid))
                FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE rel.relkind <> 'S'
                UNION ALL
                SELECT concat_ws(' ', 'constraint', name, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
                FROM rel JOIN pg_constraint k ON k.conrelid = rel.oid WHERE k.contype <> 'n'
                UNION ALL
                SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM rel JOIN pg_index i ON i.indrelid = rel.oid
                UNION ALL
                SELECT concat_ws(' ', 'view', name, pg_get_viewdef(rel.oid)) FROM rel WHERE relkind IN ('v', 'm')
                UNION ALL
                SELECT concat_ws(' ', 'enum', format('%I.%I', n.nspname, t.typname), l.enumlabel, l.enumsortorder)
                FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum l ON l.enumtypid = t.oid
                WHERE n.nspname !~ '^pg_'{inSchema})
            SELECT substr(md5(COALESCE(string_agg({line}, chr(10) ORDER BY {line} COLLATE "C"), '')), 1, 12) FROM texts
            """;
    }

    // As format's %I and the catalogue's functions write a name that needs no quotation marks.
    private static string Qualifier(string schema) => schema + ".";
}
