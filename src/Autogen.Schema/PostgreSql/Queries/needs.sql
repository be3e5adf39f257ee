-- What tables can't be made without, besides what has a query of its own: extensions, functions, domains and composite types. A row a table and object; what is needed first comes first.
WITH RECURSIVE tables AS (
    SELECT c.oid, n.nspname, c.relname
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), parts AS ( -- what depends on something, of a table
    SELECT t.oid AS table_oid, 'pg_catalog.pg_class'::regclass::oid AS classid, t.oid AS objid FROM tables t
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_class'::regclass, i.indexrelid FROM tables t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_attrdef'::regclass, a.oid FROM tables t JOIN pg_catalog.pg_attrdef a ON a.adrelid = t.oid
    UNION ALL
    SELECT t.oid, 'pg_catalog.pg_constraint'::regclass, k.oid FROM tables t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype <> 'x' -- is not made
), walk AS (
    SELECT p.table_oid, d.refclassid AS classid, d.refobjid AS objid, 1 AS depth
    FROM parts p JOIN pg_catalog.pg_depend d ON d.classid = p.classid AND d.objid = p.objid
    WHERE d.deptype IN ('n', 'i')
    UNION
    SELECT w.table_oid, s.classid, s.objid, w.depth + 1
    FROM walk w
    CROSS JOIN LATERAL (
        SELECT d.refclassid AS classid, d.refobjid AS objid
        FROM pg_catalog.pg_depend d
        WHERE d.classid = w.classid AND d.objid = w.objid AND d.deptype IN ('n', 'i', 'e')
          AND (d.deptype <> 'i' OR w.classid <> 'pg_catalog.pg_class'::regclass) -- a composite type's columns depend on the type, and are asked for below
          -- an extension brings what its members depend on
          AND (d.deptype = 'e' OR NOT EXISTS (
              SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = w.classid AND e.objid = w.objid AND e.deptype = 'e'))
        UNION ALL
        SELECT 'pg_catalog.pg_class'::regclass, r.oid
        FROM pg_catalog.pg_class r
        WHERE w.classid = 'pg_catalog.pg_type'::regclass AND r.reltype = w.objid AND r.relkind = 'c'
        UNION ALL -- a domain's conditions depend on it, not it on them
        SELECT 'pg_catalog.pg_constraint'::regclass, k.oid
        FROM pg_catalog.pg_constraint k
        WHERE w.classid = 'pg_catalog.pg_type'::regclass AND k.contypid = w.objid) s
    WHERE w.depth < 30
      AND (w.classid <> 'pg_catalog.pg_class'::regclass -- other tables are no part of it; a composite type's columns are
           OR EXISTS (SELECT 1 FROM pg_catalog.pg_class r WHERE r.oid = w.objid AND r.relkind = 'c'))
), needed AS (
    SELECT table_oid, classid, objid, max(depth) AS depth FROM walk GROUP BY table_oid, classid, objid
), described AS (
    SELECT d.table_oid, d.depth, 'extension' AS kind, n.nspname AS schema, e.extname::text AS name, NULL::text AS create_sql, NULL::text AS drop_sql
    FROM needed d
    JOIN pg_catalog.pg_extension e ON d.classid = 'pg_catalog.pg_extension'::regclass AND e.oid = d.objid AND e.extname <> 'plpgsql'
    JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    UNION ALL
    SELECT d.table_oid, d.depth, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname,
           p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
           CASE WHEN p.prokind IN ('f', 'p') THEN pg_catalog.pg_get_functiondef(p.oid) END,
           CASE p.prokind WHEN 'f' THEN 'DROP FUNCTION ' || p.oid::regprocedure WHEN 'p' THEN 'DROP PROCEDURE ' || p.oid::regprocedure END
    FROM needed d
    JOIN pg_catalog.pg_proc p ON d.classid = 'pg_catalog.pg_proc'::regclass AND p.oid = d.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
    UNION ALL
    SELECT d.table_oid, d.depth, CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'composite type' END, n.nspname, t.typname,
           CASE t.typtype
               WHEN 'd' THEN concat_ws(' ',
                   'CREATE DOMAIN ' || q.name || ' AS ' || pg_catalog.format_type(t.typbasetype, t.typtypmod),
                   (SELECT 'COLLATE ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
                    FROM pg_catalog.pg_collation l JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
                    WHERE l.oid = t.typcollation AND l.oid <> b.typcollation),
                   'DEFAULT ' || t.typdefault,
                   CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                   (SELECT string_agg('CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname COLLATE "C")
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
               ELSE 'CREATE TYPE ' || q.name || ' AS (' || COALESCE((
                   SELECT string_agg(quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
                   FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' END,
           CASE t.typtype WHEN 'd' THEN 'DROP DOMAIN ' ELSE 'DROP TYPE ' END || q.name
    FROM needed d
    JOIN pg_catalog.pg_type t ON d.classid = 'pg_catalog.pg_type'::regclass AND t.oid = d.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
    CROSS JOIN LATERAL (SELECT CASE WHEN n.nspname = current_schema() THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(t.typname) AS name) q
    WHERE (t.typtype = 'd' OR (t.typtype = 'c' AND r.relkind = 'c'))
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
)
SELECT t.nspname AS table_schema, t.relname AS table_name, d.kind, d.schema, d.name, d.create_sql, d.drop_sql
FROM described d JOIN tables t ON t.oid = d.table_oid
ORDER BY d.depth DESC, d.kind COLLATE "C", d.schema COLLATE "C", d.name COLLATE "C", t.nspname COLLATE "C", t.relname COLLATE "C";
