-- plpgsql is there in every database, wanted or not.
SELECT e.extname AS name, n.nspname AS schema, e.extversion AS version,
       ARRAY(SELECT r.extname::text FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension r ON r.oid = d.refobjid
             WHERE d.classid = 'pg_catalog.pg_extension'::regclass AND d.objid = e.oid AND d.refclassid = 'pg_catalog.pg_extension'::regclass
             ORDER BY r.extname::text COLLATE "C") AS requires
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'
ORDER BY e.extname COLLATE "C";
