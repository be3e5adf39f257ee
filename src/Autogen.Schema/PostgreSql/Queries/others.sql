-- What is there and never compared: by kind and name; what only a table can have by the table's name and its own. Nothing of an extension's.
WITH own AS (
    SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), members AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
), tables AS (
    SELECT c.oid, n.nspname, c.relname, c.relrowsecurity
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_class'::regclass AND m.objid = c.oid)
), others AS (
    SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialised view' WHEN 'f' THEN 'foreign table' ELSE 'partition' END AS kind,
           n.nspname AS schema, c.relname::text AS name, NULL::text AS part
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE (c.relkind IN ('v', 'm', 'f') OR (c.relkind IN ('r', 'p') AND c.relispartition))
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_class'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname,
           p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', NULL
    FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_proc'::regclass AND m.objid = p.oid)
    UNION ALL
    SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'composite type' END, n.nspname, t.typname, NULL
    FROM pg_catalog.pg_type t JOIN own n ON n.oid = t.typnamespace LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
    WHERE (t.typtype = 'd' OR (t.typtype = 'c' AND r.relkind = 'c'))
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_type'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 'statistics object', n.nspname, s.stxname, NULL
    FROM pg_catalog.pg_statistic_ext s JOIN own n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'event trigger', NULL, e.evtname, NULL
    FROM pg_catalog.pg_event_trigger e
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_event_trigger'::regclass AND m.objid = e.oid)
    UNION ALL
    SELECT 'trigger', t.nspname, t.relname, g.tgname FROM tables t JOIN pg_catalog.pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
    UNION ALL
    SELECT 'rule', t.nspname, t.relname, r.rulename FROM tables t JOIN pg_catalog.pg_rewrite r ON r.ev_class = t.oid
    UNION ALL
    SELECT 'policy', t.nspname, t.relname, p.polname FROM tables t JOIN pg_catalog.pg_policy p ON p.polrelid = t.oid
    UNION ALL
    SELECT 'exclusion constraint', t.nspname, t.relname, k.conname FROM tables t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'x'
    UNION ALL
    SELECT 'table with row security', t.nspname, t.relname, NULL FROM tables t WHERE t.relrowsecurity
    UNION ALL
    SELECT 'table that inherits', t.nspname, t.relname, NULL FROM tables t WHERE EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid)
    UNION ALL
    SELECT 'table with partitions', t.nspname, t.relname, NULL FROM tables t JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = t.oid
)
SELECT kind, schema, name, part FROM others ORDER BY kind COLLATE "C", schema COLLATE "C" NULLS FIRST, name COLLATE "C", part COLLATE "C";
