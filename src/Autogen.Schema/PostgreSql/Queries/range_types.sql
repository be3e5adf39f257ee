-- Range types with what CREATE TYPE says of them; their multiranges come with them.
SELECT n.nspname AS schema, t.typname AS name,
       concat_ws(', ',
           'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL),
           CASE WHEN NOT o.opcdefault THEN 'SUBTYPE_OPCLASS = ' || quote_ident(o.opcname) END,
           CASE WHEN l.collname IS NOT NULL AND l.collname <> 'default' THEN 'COLLATION = ' || quote_ident(l.collname) END,
           CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::pg_catalog.regproc END) AS definition
FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
LEFT JOIN pg_catalog.pg_collation l ON l.oid = r.rngcollation
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT 1 FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C";
