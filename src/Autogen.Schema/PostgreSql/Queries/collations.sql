-- Collations with what CREATE COLLATION says of them. An ICU locale was in collcollate up to 14, in colliculocale in 15 and 16, and is in colllocale since.
SELECT n.nspname AS schema, l.collname AS name,
       concat_ws(', ',
           CASE WHEN l.collcollate IS NOT DISTINCT FROM l.collctype OR l.collprovider <> 'c'
                THEN 'LOCALE = ' || quote_literal(COALESCE(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate))
                ELSE 'LC_COLLATE = ' || quote_literal(l.collcollate) || ', LC_CTYPE = ' || quote_literal(l.collctype) END,
           'PROVIDER = ' || CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
           'RULES = ' || quote_literal(to_jsonb(l) ->> 'collicurules'), -- the column came with 16
           CASE WHEN NOT l.collisdeterministic THEN 'DETERMINISTIC = false' END) AS definition
FROM pg_catalog.pg_collation l
JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT 1 FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_collation'::regclass AND d.objid = l.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", l.collname COLLATE "C";
