using Autogen.Schema.Dialects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>A hash over the catalogue's texts, made by the server: one row is all that is sent.</summary>
internal static class CatalogueFingerprint
{
    /// <summary>The query; with <c>pg_catalog</c> as the search path the texts name all schemas.</summary>
    /// <param name="dialect">Quotes.</param>
    /// <param name="schema">The schema, which is taken out of the texts; <see langword="null"/> for every one.</param>
    /// <param name="own">The names of the tool's own tables.</param>
    public static string Sql(Dialect dialect, string? schema, IReadOnlyCollection<string> own)
    {
        var names = string.Join(", ", own.Select(dialect.StringLiteral));
        var inSchema = schema is null ? "" : $" AND n.nspname OPERATOR(pg_catalog.=) {dialect.StringLiteral(schema)}";
        var line = schema is null ? "line" : Without(Without("line", dialect.Quote(schema)), schema);
        return
            $"""
            WITH rel AS (
                SELECT c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'v', 'm', 'S', 'f']::pg_catalog."char"[])
                  AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'{inSchema}
                  AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY[{names}]::pg_catalog.name[])
                  AND NOT EXISTS (
                      SELECT 1 FROM pg_catalog.pg_depend e
                      WHERE e.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                        AND e.objid OPERATOR(pg_catalog.=) c.oid AND e.deptype OPERATOR(pg_catalog.=) 'e')),
            texts AS (
                SELECT pg_catalog.concat_ws(' ', 'relation', relkind, name) AS line FROM rel
                UNION ALL
                SELECT pg_catalog.concat_ws(
                    ' ', 'column', name, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                    a.attgenerated, l.collname, pg_catalog.pg_get_expr(d.adbin, d.adrelid))
                FROM rel
                JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) rel.oid
                    AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum
                LEFT JOIN pg_catalog.pg_collation l ON l.oid OPERATOR(pg_catalog.=) a.attcollation
                WHERE rel.relkind OPERATOR(pg_catalog.<>) 'S'
                UNION ALL
                SELECT pg_catalog.concat_ws(' ', 'constraint', name, k.conname, pg_catalog.pg_get_constraintdef(k.oid), k.convalidated)
                FROM rel JOIN pg_catalog.pg_constraint k ON k.conrelid OPERATOR(pg_catalog.=) rel.oid
                WHERE k.contype OPERATOR(pg_catalog.<>) 'n'
                UNION ALL
                SELECT pg_catalog.concat_ws(' ', 'index', pg_catalog.pg_get_indexdef(i.indexrelid), i.indisvalid)
                FROM rel JOIN pg_catalog.pg_index i ON i.indrelid OPERATOR(pg_catalog.=) rel.oid
                UNION ALL
                SELECT pg_catalog.concat_ws(' ', 'view', name, pg_catalog.pg_get_viewdef(rel.oid)) FROM rel
                WHERE relkind OPERATOR(pg_catalog.=) ANY (ARRAY['v', 'm']::pg_catalog."char"[])
                UNION ALL
                SELECT pg_catalog.concat_ws(
                    ' ', 'enum', pg_catalog.format('%I.%I', n.nspname, t.typname), l.enumlabel,
                    pg_catalog.row_number() OVER (PARTITION BY t.oid ORDER BY l.enumsortorder))
                FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
                JOIN pg_catalog.pg_enum l ON l.enumtypid OPERATOR(pg_catalog.=) t.oid
                WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_'{inSchema})
            SELECT pg_catalog.substr(pg_catalog.md5(COALESCE(
                pg_catalog.string_agg({line}, pg_catalog.chr(10) ORDER BY {line} COLLATE pg_catalog."C"), '')), 1, 12)
            FROM texts
            """;

        // With and without quotation marks: as format's %I and the catalogue's functions write the name.
        string Without(string text, string qualifier)
            => $"pg_catalog.replace({text}, {dialect.StringLiteral(qualifier + ".")}, '')";
    }
}
