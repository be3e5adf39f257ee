-- The numbers, from 1, of the wanted objects that exist. $1: whether it is a relation; $2: its schema, NULL for one that the search path finds;
-- $3: its name, which the cast to name cuts as the server does.
SELECT w.number::pg_catalog.int4
FROM ROWS FROM (
    pg_catalog.unnest($1::pg_catalog.bool[]), pg_catalog.unnest($2::pg_catalog.text[]), pg_catalog.unnest($3::pg_catalog.text[])
) WITH ORDINALITY AS w (is_relation, schema, name, number)
WHERE EXISTS (
    SELECT 1
    FROM pg_catalog.pg_namespace n
    WHERE CASE WHEN w.schema IS NULL
               THEN n.nspname OPERATOR(pg_catalog.=) ANY (pg_catalog.current_schemas(true))
               ELSE n.nspname OPERATOR(pg_catalog.=) w.schema::pg_catalog.name END
      AND CASE WHEN w.is_relation
               THEN EXISTS (
                   SELECT 1 FROM pg_catalog.pg_class c
                   WHERE c.relnamespace OPERATOR(pg_catalog.=) n.oid
                     AND c.relname OPERATOR(pg_catalog.=) w.name::pg_catalog.name
                     AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,f}'::pg_catalog."char"[]))
               ELSE EXISTS (
                   SELECT 1 FROM pg_catalog.pg_proc p
                   WHERE p.pronamespace OPERATOR(pg_catalog.=) n.oid
                     AND p.proname OPERATOR(pg_catalog.=) w.name::pg_catalog.name) END);
