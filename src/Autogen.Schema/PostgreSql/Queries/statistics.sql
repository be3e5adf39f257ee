-- Tables, partitions and materialized views, each with its own pages only. The sizes of a table that is dropped while they are read are null.
SELECT n.nspname AS schema, c.relname AS name, c.oid::bigint AS oid,
       pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::bigint AS pages,
       CASE WHEN c.reltuples >= 0 THEN GREATEST(c.reltuples::bigint, COALESCE(s.n_live_tup, 0)) ELSE s.n_live_tup END AS row_estimate,
       -- A policy's functions must not run, and rows that it hides would not be counted.
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND NOT pg_catalog.row_security_active(c.oid)
           AND (c.relkind <> 'm' OR c.relispopulated) AS is_countable,
       pg_catalog.pg_table_size(c.oid) - COALESCE(pg_catalog.pg_total_relation_size(NULLIF(c.reltoastrelid, 0)), 0) AS heap_bytes,
       pg_catalog.pg_total_relation_size(NULLIF(c.reltoastrelid, 0)) AS toast_bytes,
       pg_catalog.pg_indexes_size(c.oid) AS index_bytes,
       s.seq_scan AS sequential_scans, s.idx_scan AS index_scans, s.n_dead_tup AS dead_rows,
       pg_catalog.to_char(GREATEST(s.last_vacuum, s.last_autovacuum) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS last_vacuum,
       pg_catalog.to_char(GREATEST(s.last_analyze, s.last_autoanalyze) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS last_analyze
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = c.oid
WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
