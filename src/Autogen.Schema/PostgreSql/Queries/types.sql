-- Types that are not the server's own, by what they are; without the arrays of others and the row types of relations. A domain has its base
-- type, a multirange (since 14) its range.
SELECT t.oid::bigint AS oid, n.nspname AS schema, t.typname AS name, t.typtype::text AS kind,
       pg_catalog.pg_type_is_visible(t.oid) AS is_visible,
       (SELECT x.extname
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_extension x ON x.oid = d.refobjid
        WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
          AND d.refclassid = 'pg_catalog.pg_extension'::regclass
        LIMIT 1) AS extension,
       pg_catalog.format_type(o.oid, CASE WHEN t.typtype = 'd' THEN t.typtypmod END) AS of_type,
       COALESCE(oe.oid, o.oid)::bigint AS of_oid, COALESCE(oe.typtype, o.typtype)::text AS of_kind,
       ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels,
       CASE WHEN t.typtype = 'd' THEN pg_catalog.pg_get_expr(t.typdefaultbin, 0) END AS default_text,
       EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c') AS is_checked
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT JOIN pg_catalog.pg_range r
    ON t.typtype = 'm' AND (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::oid = t.oid
LEFT JOIN pg_catalog.pg_type o ON o.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype WHEN 'm' THEN r.rngtypid END
LEFT JOIN pg_catalog.pg_type oe ON oe.typarray = o.oid AND oe.oid = o.typelem
WHERE t.typtype IN ('b', 'c', 'd', 'e', 'm', 'r')
  AND (t.typtype <> 'c' OR c.relkind = 'c')
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C";
