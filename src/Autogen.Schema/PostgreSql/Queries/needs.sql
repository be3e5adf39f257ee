-- What depends on what, as far as the server knows it, through all steps: of every table, and of every object of needable.sql (its id is the root).
WITH RECURSIVE members AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
), own AS (
    SELECT n.oid, n.nspname::text AS nspname FROM pg_catalog.pg_namespace n WHERE n.nspname::text !~ '^pg_' AND n.nspname::text <> 'information_schema'
), tables AS (
    SELECT c.oid, n.nspname, c.relname::text AS relname
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
), parts AS ( -- what depends on something, of a table; constraints of triggers and exclusion constraints are not made
    SELECT t.oid AS table_oid, 'pg_catalog.pg_class'::regclass::oid AS classid, t.oid AS objid FROM tables t
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_class'::regclass, i.indexrelid FROM tables t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND NOT i.indisexclusion
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_attrdef'::regclass, a.oid FROM tables t JOIN pg_catalog.pg_attrdef a ON a.adrelid = t.oid
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_constraint'::regclass, k.oid FROM tables t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype NOT IN ('x', 't')
), roots AS (
    SELECT p.table_oid, NULL::text AS root_id, p.classid, p.objid FROM parts p
    UNION ALL
    SELECT '0'::oid, o.classid::text || '.' || o.oid::text, o.classid, o.oid
    FROM (SELECT 'pg_catalog.pg_proc'::regclass::oid AS classid, p.oid FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace
          UNION ALL SELECT 'pg_catalog.pg_type'::regclass, t.oid FROM pg_catalog.pg_type t JOIN own n ON n.oid = t.typnamespace LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
                    WHERE t.typtype IN ('d', 'r') OR (t.typtype = 'c' AND r.relkind = 'c')
          UNION ALL SELECT 'pg_catalog.pg_ts_dict'::regclass, x.oid FROM pg_catalog.pg_ts_dict x JOIN own n ON n.oid = x.dictnamespace
          UNION ALL SELECT 'pg_catalog.pg_ts_config'::regclass, x.oid FROM pg_catalog.pg_ts_config x JOIN own n ON n.oid = x.cfgnamespace
          UNION ALL SELECT 'pg_catalog.pg_operator'::regclass, x.oid FROM pg_catalog.pg_operator x JOIN own n ON n.oid = x.oprnamespace
          UNION ALL SELECT 'pg_catalog.pg_opclass'::regclass, x.oid FROM pg_catalog.pg_opclass x JOIN own n ON n.oid = x.opcnamespace
          UNION ALL SELECT 'pg_catalog.pg_cast'::regclass, x.oid FROM pg_catalog.pg_cast x WHERE x.oid >= '16384'::oid) o
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = o.classid AND m.objid = o.oid)
), walk AS (
    SELECT r.table_oid, r.root_id, d.refclassid AS classid, d.refobjid AS objid
    FROM roots r JOIN pg_catalog.pg_depend d ON d.classid = r.classid AND d.objid = r.objid
    WHERE d.deptype IN ('n', 'i')
    UNION
    SELECT r.table_oid, r.root_id, s.classid, s.objid
    FROM roots r
    CROSS JOIN LATERAL (
        SELECT 'pg_catalog.pg_class'::regclass::oid AS classid, c.oid AS objid FROM pg_catalog.pg_class c WHERE r.classid = 'pg_catalog.pg_type'::regclass AND c.reltype = r.objid AND c.relkind = 'c'
        UNION ALL
        SELECT 'pg_catalog.pg_constraint'::regclass, k.oid FROM pg_catalog.pg_constraint k WHERE r.classid = 'pg_catalog.pg_type'::regclass AND k.contypid = r.objid) s
    WHERE r.root_id IS NOT NULL
    UNION
    SELECT w.table_oid, w.root_id, s.classid, s.objid
    FROM walk w
    CROSS JOIN LATERAL (
        SELECT d.refclassid AS classid, d.refobjid AS objid
        FROM pg_catalog.pg_depend d
        WHERE d.classid = w.classid AND d.objid = w.objid AND d.deptype IN ('n', 'i', 'e')
          AND (d.deptype <> 'i' OR w.classid <> 'pg_catalog.pg_class'::regclass) -- a composite type's columns depend on the type, and are asked for below
          -- an extension brings what its members depend on
          AND (d.deptype = 'e' OR NOT EXISTS (SELECT 1 FROM members e WHERE e.classid = w.classid AND e.objid = w.objid))
        UNION ALL
        SELECT 'pg_catalog.pg_class'::regclass, r.oid
        FROM pg_catalog.pg_class r
        WHERE w.classid = 'pg_catalog.pg_type'::regclass AND r.reltype = w.objid AND r.relkind = 'c'
        UNION ALL -- a domain's conditions depend on it, not it on them
        SELECT 'pg_catalog.pg_constraint'::regclass, k.oid
        FROM pg_catalog.pg_constraint k
        WHERE w.classid = 'pg_catalog.pg_type'::regclass AND k.contypid = w.objid
        UNION ALL -- the operators and functions of a class depend on it
        SELECT d.refclassid, d.refobjid
        FROM pg_catalog.pg_depend m JOIN pg_catalog.pg_depend d ON d.classid = m.classid AND d.objid = m.objid
        WHERE w.classid = 'pg_catalog.pg_opclass'::regclass AND m.refclassid = w.classid AND m.refobjid = w.objid AND m.deptype = 'i' AND d.refclassid IN ('pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_proc'::regclass)) s
    WHERE w.classid <> 'pg_catalog.pg_class'::regclass -- other tables are no part of it; a composite type's columns are
       OR EXISTS (SELECT 1 FROM pg_catalog.pg_class r WHERE r.oid = w.objid AND r.relkind = 'c')
)
SELECT DISTINCT t.nspname AS table_schema, t.relname AS table_name, w.root_id, w.classid::text || '.' || w.objid::text AS need_id
FROM walk w LEFT JOIN tables t ON t.oid = w.table_oid
WHERE w.classid IN ('pg_catalog.pg_extension'::regclass, 'pg_catalog.pg_class'::regclass, 'pg_catalog.pg_collation'::regclass, 'pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_type'::regclass, 'pg_catalog.pg_ts_dict'::regclass,
                    'pg_catalog.pg_ts_config'::regclass, 'pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_opclass'::regclass)
  AND w.root_id IS DISTINCT FROM w.classid::text || '.' || w.objid::text
  AND (w.objid >= '16384'::oid) -- nothing of the server's own
ORDER BY 1, 2, 3, 4;
