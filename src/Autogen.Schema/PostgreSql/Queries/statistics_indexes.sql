-- The indexes of the same tables.
SELECT i.indrelid::bigint AS table_oid, x.relname AS name, i.indisunique AS is_unique,
       pg_catalog.pg_relation_size(x.oid) AS bytes, s.idx_scan AS scans
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_all_indexes s ON s.indexrelid = i.indexrelid
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C", x.relname COLLATE "C";
