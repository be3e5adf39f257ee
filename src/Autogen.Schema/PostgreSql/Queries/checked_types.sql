-- Names of the types that hold a domain whose check calls a function of a user (checked_domains.sql), and of functions and operators that take one:
-- expressions with these names are not asked for. A constant of the domain itself is read as one of its base type, without the check; its arrays
-- have its name and [].
WITH RECURSIVE edges (part, whole) AS (
    SELECT t.typelem, t.oid FROM pg_catalog.pg_type t WHERE t.typelem OPERATOR(pg_catalog.<>) '0'::pg_catalog.oid
    UNION ALL
    SELECT t.typbasetype, t.oid FROM pg_catalog.pg_type t WHERE t.typbasetype OPERATOR(pg_catalog.<>) '0'::pg_catalog.oid
    UNION ALL
    SELECT r.rngsubtype, r.rngtypid FROM pg_catalog.pg_range r
    UNION ALL
    SELECT r.rngsubtype, (pg_catalog.to_jsonb(r) OPERATOR(pg_catalog.->>) 'rngmultitypid'::pg_catalog.text)::pg_catalog.oid -- since 14
    FROM pg_catalog.pg_range r
    UNION ALL
    SELECT a.atttypid, c.reltype
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid AND c.reltype OPERATOR(pg_catalog.<>) '0'::pg_catalog.oid
    WHERE a.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT a.attisdropped
    UNION ALL
    SELECT d.refobjid, k.contypid
    FROM pg_catalog.pg_constraint k
    JOIN pg_catalog.pg_depend d
        ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid
            AND d.objid OPERATOR(pg_catalog.=) k.oid
    WHERE k.contypid OPERATOR(pg_catalog.>) '0'::pg_catalog.oid
      AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid
      AND d.refobjid OPERATOR(pg_catalog.<>) k.contypid -- VALUE is of the domain itself
), checked (oid, is_held) AS (
    SELECT k.contypid, false
    FROM pg_catalog.pg_constraint k
    JOIN pg_catalog.pg_depend d
        ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid
            AND d.objid OPERATOR(pg_catalog.=) k.oid
    WHERE k.contypid OPERATOR(pg_catalog.>) '0'::pg_catalog.oid
      AND d.refclassid OPERATOR(pg_catalog.=) ANY (ARRAY[
        'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid])
    UNION
    SELECT e.whole, true FROM checked JOIN edges e ON e.part OPERATOR(pg_catalog.=) checked.oid
)
SELECT CASE WHEN checked.is_held THEN t.typname::pg_catalog.text ELSE pg_catalog.concat(t.typname, '[]') END AS name
FROM pg_catalog.pg_type t
JOIN checked ON checked.oid OPERATOR(pg_catalog.=) t.oid
UNION
SELECT p.proname::pg_catalog.text
FROM pg_catalog.pg_proc p
JOIN checked ON checked.is_held AND checked.oid OPERATOR(pg_catalog.=) ANY (p.proargtypes)
UNION
SELECT o.oprname::pg_catalog.text
FROM pg_catalog.pg_operator o
JOIN checked ON checked.is_held AND (checked.oid OPERATOR(pg_catalog.=) o.oprleft OR checked.oid OPERATOR(pg_catalog.=) o.oprright)
