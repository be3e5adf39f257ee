-- Names by which a body may use an extension: of its functions, types, dictionaries and configurations, but for those that the server has, too.
SELECT DISTINCT e.extname::text AS extension, q.word
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e'
CROSS JOIN LATERAL (
    SELECT p.proname::text AS word FROM pg_catalog.pg_proc p WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND p.oid = d.objid
    UNION ALL SELECT t.typname::text FROM pg_catalog.pg_type t WHERE d.classid = 'pg_catalog.pg_type'::regclass AND t.oid = d.objid
    UNION ALL SELECT x.dictname::text FROM pg_catalog.pg_ts_dict x WHERE d.classid = 'pg_catalog.pg_ts_dict'::regclass AND x.oid = d.objid
    UNION ALL SELECT x.cfgname::text FROM pg_catalog.pg_ts_config x WHERE d.classid = 'pg_catalog.pg_ts_config'::regclass AND x.oid = d.objid) q
WHERE e.extname::text <> 'plpgsql'
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_proc b WHERE b.proname::text = q.word AND b.oid < '16384'::oid)
ORDER BY 1, 2;
