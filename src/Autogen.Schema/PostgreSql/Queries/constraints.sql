-- Primary keys, unique constraints, checks (with the columns they use) and foreign keys (not NOT NULL, which is a constraint, too, since 18: columns say it). What a table inherits or a partition has from its parent is the parent's.
SELECT k.conrelid::bigint AS table_oid, k.contype::text AS kind, k.conname AS name,
       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place) AS columns,
       pn.nspname AS principal_schema, p.relname AS principal_table,
       ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.place) AS principal_columns,
       k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
       k.condeferrable AS is_deferrable, k.condeferred AS is_deferred, k.convalidated AS is_validated,
       k.convalidated OR COALESCE((to_jsonb(k) ->> 'conenforced')::boolean, true) AS is_enforced, -- the column came with 18
       CASE WHEN k.contype = 'f' THEN (SELECT x.relname FROM pg_catalog.pg_class x WHERE x.oid OPERATOR(pg_catalog.=) k.conindid) END AS rests_on,
       CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END AS expression,
       COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct -- the column came with 15
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
LEFT JOIN pg_catalog.pg_class p ON p.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype = 'u'
WHERE k.contype IN ('p', 'u', 'c', 'f') AND k.conislocal
  AND k.conparentid = 0 -- a foreign key to a partitioned table has a copy for every partition
ORDER BY k.conrelid, k.conname COLLATE "C";
