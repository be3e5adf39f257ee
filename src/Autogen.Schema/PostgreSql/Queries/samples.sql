-- A value for every column of a scratch database's tables that can be written to, as SQL; NULL where its type suggests none. Domains by what is beneath them.
WITH RECURSIVE bases AS (
    SELECT t.oid, t.oid AS base FROM pg_catalog.pg_type t
    UNION
    SELECT b.oid, t.typbasetype FROM bases b JOIN pg_catalog.pg_type t ON t.oid = b.base WHERE t.typtype = 'd'
), scalars AS (
    SELECT b.oid, t.oid AS base, t.typelem, t.typcategory,
           CASE WHEN t.typtype = 'e' THEN (SELECT pg_catalog.quote_literal(e.enumlabel::text) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1)
                WHEN t.typname::text = 'uuid' THEN '''00000000-0000-0000-0000-000000000001'''
                WHEN t.typname::text IN ('json', 'jsonb') THEN '''{}'''
                WHEN t.typname::text = 'bytea' THEN '''\x01'''
                WHEN t.typname::text IN ('tsvector', 'tsquery') THEN '''a'''
                WHEN t.typname::text = 'xml' THEN '''<a/>'''
                WHEN t.typname::text = 'point' THEN '''(0,0)'''
                WHEN t.typcategory = 'N' THEN '1'
                WHEN t.typcategory = 'S' THEN '''a'''
                WHEN t.typcategory = 'B' THEN 'true'
                WHEN t.typcategory = 'D' AND t.typname::text LIKE 'time%' AND t.typname::text NOT LIKE 'timestamp%' THEN '''12:00'''
                WHEN t.typcategory = 'D' THEN '''2020-01-01'''
                WHEN t.typcategory = 'T' THEN '''1 day'''
                WHEN t.typcategory = 'I' THEN '''127.0.0.1'''
                WHEN t.typcategory = 'R' THEN '''empty'''
                WHEN t.typcategory = 'V' THEN '''1''' END AS sample
    FROM bases b JOIN pg_catalog.pg_type t ON t.oid = b.base AND t.typtype <> 'd'
)
SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column_name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       COALESCE(s.sample, 'ARRAY[' || e.sample || '::' || pg_catalog.format_type(e.oid, NULL) || ']', 'NULL') AS sample
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname::text !~ '^pg_' AND n.nspname::text <> 'information_schema'
LEFT JOIN scalars s ON s.oid = a.atttypid
LEFT JOIN scalars e ON s.typcategory = 'A' AND e.oid = s.typelem
WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
ORDER BY 1, 2, a.attnum;
