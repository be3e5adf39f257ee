-- Base tables, and partitioned tables (p) as wholes: partitions come with their parent. Foreign tables and an extension's tables are somebody else's.
SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name,
       c.relpersistence = 'u' AS is_unlogged,
       c.reltuples::bigint AS row_estimate,
       COALESCE(c.reloptions, '{}') AS options,
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
       d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_description d
    ON d.classoid = 'pg_catalog.pg_class'::regclass -- oids are unique within one catalogue only
    AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT 1 FROM pg_catalog.pg_depend e
      WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
