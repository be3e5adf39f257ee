-- Whether any domain has a check that calls a function of a user: reading a constant of an array, a range or a row of it runs the function.
SELECT k.contypid::pg_catalog.int8 AS oid
FROM pg_catalog.pg_constraint k
WHERE k.contypid OPERATOR(pg_catalog.>) '0'::pg_catalog.oid
  AND EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid
      AND d.objid OPERATOR(pg_catalog.=) k.oid
      AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[
        'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid]))
LIMIT 1
