-- What belongs to tables (and their schemas) and no operation of EF Core can say: a statement a row, which runs after everything else is made. A schema's rows have no table.
WITH own AS (
    SELECT n.oid, n.nspname::text AS nspname FROM pg_catalog.pg_namespace n WHERE n.nspname::text !~ '^pg_' AND n.nspname::text <> 'information_schema'
), tables AS (
    SELECT c.*, n.nspname, c.oid::regclass::text AS quoted
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
), indexes AS (
    SELECT t.nspname, t.relname, t.quoted, i.*, x.oid::regclass::text AS index_quoted, pg_catalog.quote_ident(x.relname::text) AS index_name, x.reloptions,
           EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u')) AS is_of_constraint
    FROM tables t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND NOT i.indisexclusion JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
), columns AS (
    SELECT t.nspname, t.relname, t.quoted, a.*, pg_catalog.to_jsonb(a.*) AS doc, y.typstorage
    FROM tables t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
), details AS (
    SELECT 1 AS place, n.nspname AS schema, NULL::text AS table_name, pg_catalog.format('COMMENT ON SCHEMA %I IS %L', n.nspname, d.description) AS sql
    FROM own n JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_namespace'::regclass AND d.objoid = n.oid
    WHERE n.nspname <> 'public'
    UNION ALL
    SELECT 2, nspname, relname::text, 'ALTER TABLE ' || quoted || ' ALTER COLUMN ' || pg_catalog.quote_ident(attname::text) || ' SET STATISTICS ' || (doc ->> 'attstattarget')
    FROM columns WHERE doc ->> 'attstattarget' <> '-1' -- NULL since 17
    UNION ALL
    SELECT 2, nspname, relname::text, 'ALTER TABLE ' || quoted || ' ALTER COLUMN ' || pg_catalog.quote_ident(attname::text) || ' SET STORAGE '
           || CASE attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
    FROM columns WHERE attstorage <> typstorage
    UNION ALL
    SELECT 2, nspname, relname::text, 'ALTER TABLE ' || quoted || ' ALTER COLUMN ' || pg_catalog.quote_ident(attname::text) || ' SET COMPRESSION ' || CASE doc ->> 'attcompression' WHEN 'l' THEN 'lz4' ELSE 'pglz' END
    FROM columns WHERE doc ->> 'attcompression' IN ('l', 'p') -- since 14
    UNION ALL
    SELECT 2, nspname, relname::text, 'ALTER TABLE ' || quoted || ' ALTER COLUMN ' || pg_catalog.quote_ident(attname::text) || ' SET (' || pg_catalog.array_to_string(attoptions, ', ') || ')'
    FROM columns WHERE attoptions IS NOT NULL
    UNION ALL
    SELECT 2, t.nspname, t.relname::text, 'ALTER TABLE ' || t.quoted || ' SET (' || (
               SELECT pg_catalog.string_agg('toast.' || pg_catalog.split_part(o.value, '=', 1) || ' = ' || pg_catalog.quote_literal(pg_catalog.split_part(o.value, '=', 2)), ', ') FROM pg_catalog.unnest(s.reloptions) o(value)) || ')'
    FROM tables t JOIN pg_catalog.pg_class s ON s.oid = t.reltoastrelid AND s.reloptions IS NOT NULL
    UNION ALL
    SELECT 3, nspname, relname::text, 'ALTER INDEX ' || index_quoted || ' SET (' || (
               SELECT pg_catalog.string_agg(pg_catalog.split_part(o.value, '=', 1) || ' = ' || pg_catalog.quote_literal(pg_catalog.split_part(o.value, '=', 2)), ', ') FROM pg_catalog.unnest(reloptions) o(value)) || ')'
    FROM indexes WHERE is_of_constraint AND reloptions IS NOT NULL
    UNION ALL
    SELECT 3, i.nspname, i.relname::text, 'ALTER INDEX ' || i.index_quoted || ' ALTER COLUMN ' || a.attnum::text || ' SET STATISTICS ' || (pg_catalog.to_jsonb(a.*) ->> 'attstattarget')
    FROM indexes i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum > 0
    WHERE pg_catalog.to_jsonb(a.*) ->> 'attstattarget' <> '-1'
    UNION ALL
    SELECT 4, t.nspname, t.relname::text, 'ALTER TABLE ' || t.quoted || ' REPLICA IDENTITY '
           || CASE t.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE 'USING INDEX ' || (SELECT i.index_name FROM indexes i WHERE i.indrelid = t.oid AND i.indisreplident) END
    FROM tables t
    WHERE t.relreplident IN ('f', 'n') OR EXISTS (SELECT 1 FROM indexes i WHERE i.indrelid = t.oid AND i.indisreplident)
    UNION ALL
    SELECT 4, nspname, relname::text, 'ALTER TABLE ' || quoted || ' CLUSTER ON ' || index_name FROM indexes WHERE indisclustered
    UNION ALL
    SELECT 5, t.nspname, t.relname::text, 'COMMENT ON CONSTRAINT ' || pg_catalog.quote_ident(k.conname::text) || ' ON ' || t.quoted || ' IS ' || pg_catalog.quote_literal(d.description)
    FROM tables t
    JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'c', 'f')
    JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_constraint'::regclass AND d.objoid = k.oid
    UNION ALL
    SELECT 5, i.nspname, i.relname::text, 'COMMENT ON INDEX ' || i.index_quoted || ' IS ' || pg_catalog.quote_literal(d.description)
    FROM indexes i JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = i.indexrelid AND d.objsubid = 0
    UNION ALL
    SELECT 5, t.nspname, t.relname::text, 'COMMENT ON SEQUENCE ' || s.oid::regclass::text || ' IS ' || pg_catalog.quote_literal(d.description)
    FROM tables t
    JOIN pg_catalog.pg_depend o ON o.refclassid = 'pg_catalog.pg_class'::regclass AND o.refobjid = t.oid AND o.classid = 'pg_catalog.pg_class'::regclass AND o.deptype IN ('a', 'i')
    JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
    JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = s.oid AND d.objsubid = 0
)
SELECT schema, table_name, sql FROM details ORDER BY place, schema COLLATE "C", table_name COLLATE "C" NULLS FIRST, sql COLLATE "C";
