-- What two databases are compared by besides the vocabulary: what the vocabulary has no word for, a row a part of a table, in the server's own words.
-- Expressions are not among it: the server writes one that it has read once more otherwise than before.
-- Not obj_description(): up to version 13 its body is a text of SQL, which the server parses when it runs, with the application's path.
WITH tables AS (
    SELECT c.*, n.nspname::text AS nspname
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname::text !~ '^pg_' AND n.nspname::text <> 'information_schema'
), parts AS (
    SELECT t.nspname, t.relname::text AS relname, 'column ' || pg_catalog.quote_ident(a.attname::text) AS part,
           pg_catalog.concat_ws(', ',
               CASE WHEN a.attstorage <> y.typstorage THEN 'STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
               'COMPRESSION ' || NULLIF(pg_catalog.to_jsonb(a.*) ->> 'attcompression', ''),
               'STATISTICS ' || NULLIF(pg_catalog.to_jsonb(a.*) ->> 'attstattarget', '-1'),
               'options ' || pg_catalog.array_to_string(a.attoptions, ', ')) AS definition
    FROM tables t
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
    UNION ALL
    SELECT t.nspname, t.relname::text, 'sequence of column ' || pg_catalog.quote_ident(a.attname::text),
           s.relname::text || ' AS ' || pg_catalog.format_type(q.seqtypid, NULL) || CASE WHEN s.relpersistence = 'u' THEN ' UNLOGGED' ELSE '' END
               || COALESCE(' COMMENT ' || pg_catalog.quote_literal((
                   SELECT d.description FROM pg_catalog.pg_description d
                   WHERE d.objsubid = 0 AND d.objoid = s.oid AND d.classoid = 'pg_catalog.pg_class'::regclass)), '')
    FROM tables t
    JOIN pg_catalog.pg_depend o ON o.refclassid = 'pg_catalog.pg_class'::regclass AND o.refobjid = t.oid AND o.classid = 'pg_catalog.pg_class'::regclass AND o.deptype IN ('a', 'i')
    JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
    JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.refobjsubid
    UNION ALL
    SELECT t.nspname, t.relname::text, 'constraint ' || pg_catalog.quote_ident(k.conname::text),
           CASE WHEN k.contype IN ('p', 'u', 'f') THEN pg_catalog.pg_get_constraintdef(k.oid) ELSE 'CHECK' || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END END
               || COALESCE(' COMMENT ' || pg_catalog.quote_literal((
                   SELECT d.description FROM pg_catalog.pg_description d
                   WHERE d.objsubid = 0 AND d.objoid = k.oid AND d.classoid = 'pg_catalog.pg_constraint'::regclass)), '')
    FROM tables t
    JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'f', 'c') AND k.conislocal AND k.conparentid = '0'::oid
    UNION ALL
    SELECT t.nspname, t.relname::text, 'NOT NULL of column ' || pg_catalog.quote_ident(a.attname::text), pg_catalog.concat_ws(' ', CASE WHEN k.connoinherit THEN 'NO INHERIT' END, CASE WHEN NOT k.convalidated THEN 'NOT VALID' END)
    FROM tables t
    JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'n' AND (k.connoinherit OR NOT k.convalidated) -- a constraint since 18
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
    UNION ALL
    SELECT t.nspname, t.relname::text, 'index ' || pg_catalog.quote_ident(x.relname::text),
           pg_catalog.concat_ws(' ',
               CASE WHEN i.indisunique THEN 'UNIQUE' END, m.amname::text,
               (SELECT '(' || pg_catalog.string_agg(pg_catalog.concat_ws(' ',
                           CASE WHEN i.indkey[a.attnum - 1] = 0 THEN '(expression)' ELSE pg_catalog.pg_get_indexdef(x.oid, a.attnum::integer, false) END,
                           CASE WHEN a.attnum > i.indnkeyatts THEN 'INCLUDED' END,
                           CASE WHEN a.attnum <= i.indnkeyatts AND i.indoption[a.attnum - 1] <> 0 THEN 'OPTION ' || i.indoption[a.attnum - 1]::text END,
                           CASE WHEN NOT o.opcdefault THEN o.opcname::text END,
                           'STATISTICS ' || NULLIF(pg_catalog.to_jsonb(a.*) ->> 'attstattarget', '-1'),
                           '(' || pg_catalog.array_to_string(a.attoptions, ', ') || ')'), ', ' ORDER BY a.attnum) || ')'
                FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_opclass o ON a.attnum <= i.indnkeyatts AND o.oid = i.indclass[a.attnum - 1]
                WHERE a.attrelid = x.oid AND a.attnum > 0),
               CASE WHEN i.indpred IS NOT NULL THEN 'WHERE (expression)' END,
               'WITH (' || NULLIF(pg_catalog.array_to_string(ARRAY(SELECT r.value FROM pg_catalog.unnest(x.reloptions) r(value) ORDER BY r.value COLLATE "C"), ', '), '') || ')',
               'TABLESPACE ' || (SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = x.reltablespace),
               CASE WHEN i.indisclustered THEN 'CLUSTERED' END, CASE WHEN i.indisreplident THEN 'REPLICA IDENTITY' END, CASE WHEN NOT i.indisvalid AND t.relkind = 'r' THEN 'INVALID' END,
               'COMMENT ' || pg_catalog.quote_literal((
                   SELECT d.description FROM pg_catalog.pg_description d
                   WHERE d.objsubid = 0 AND d.objoid = x.oid AND d.classoid = 'pg_catalog.pg_class'::regclass)))
    FROM tables t
    JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND NOT i.indisexclusion
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_am m ON m.oid = x.relam
    UNION ALL
    SELECT t.nspname, t.relname::text, 'replica identity', CASE t.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' WHEN 'i' THEN 'USING INDEX' END FROM tables t WHERE t.relreplident <> 'd'
    UNION ALL
    SELECT t.nspname, t.relname::text, 'access method', m.amname::text FROM tables t JOIN pg_catalog.pg_am m ON m.oid = t.relam WHERE m.amname::text <> 'heap'
    UNION ALL
    SELECT t.nspname, t.relname::text, 'tablespace', s.spcname::text FROM tables t JOIN pg_catalog.pg_tablespace s ON s.oid = t.reltablespace
    UNION ALL
    SELECT t.nspname, t.relname::text, 'row type', t.reloftype::regtype::text FROM tables t WHERE t.reloftype <> '0'::oid
    UNION ALL
    SELECT t.nspname, t.relname::text, 'storage parameters of TOAST', pg_catalog.array_to_string(s.reloptions, ', ') FROM tables t JOIN pg_catalog.pg_class s ON s.oid = t.reltoastrelid WHERE s.reloptions IS NOT NULL
)
SELECT nspname AS schema, relname AS name, part, definition FROM parts WHERE definition <> '' ORDER BY 1, 2, 3;
