-- Indexes that no constraint owns, a row a key (included columns have rows, too). Bit 1 of indoption is DESC, bit 2 NULLS FIRST.
SELECT i.indrelid::bigint AS table_oid, x.relname AS name,
       i.indisunique AS is_unique, i.indisvalid AS is_valid,
       CASE WHEN m.amname <> 'btree' THEN m.amname END AS method,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS filter,
       COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct, -- the column came with 15
       COALESCE(x.reloptions, '{}') AS options,
       u.place > i.indnkeyatts AS is_included,
       a.attname AS column_name,
       CASE WHEN u.number = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, u.place::int, true) END AS expression,
       m.amname = 'btree' AND (i.indoption[u.place - 1] & 1) = 1 AS is_descending,
       m.amname = 'btree' AND (i.indoption[u.place - 1] & 2) = 2 AS is_nulls_first,
       CASE WHEN NOT o.opcdefault THEN CASE WHEN pg_catalog.pg_opclass_is_visible(o.oid) THEN o.opcname ELSE opn.nspname || '.' || o.opcname END END AS operator_class,
       CASE WHEN o.opcdefault THEN o.opcname END AS default_operator_class,
       CASE WHEN u.number <> 0 AND i.indcollation[u.place - 1] <> 0 AND i.indcollation[u.place - 1] <> a.attcollation
            THEN l.collname END AS collation,
       CASE WHEN NOT pg_catalog.pg_collation_is_visible(l.oid) THEN ln.nspname END AS collation_schema,
       CASE WHEN i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
            THEN ARRAY(SELECT DISTINCT da.attname::text COLLATE "C" FROM pg_catalog.pg_depend d
                       JOIN pg_catalog.pg_attribute da ON da.attrelid = d.refobjid AND da.attnum = d.refobjsubid
                       WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = i.indexrelid AND d.objsubid = 0
                         AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = i.indrelid AND d.refobjsubid > 0
                       ORDER BY 1) END AS used_columns
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = x.relam
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY u(number, place)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number AND u.number <> 0
LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[u.place - 1] AND u.place <= i.indnkeyatts
LEFT JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace
LEFT JOIN pg_catalog.pg_collation l ON l.oid = i.indcollation[u.place - 1] AND u.place <= i.indnkeyatts
LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
WHERE NOT EXISTS (
    SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indrelid, x.relname COLLATE "C", u.place;
