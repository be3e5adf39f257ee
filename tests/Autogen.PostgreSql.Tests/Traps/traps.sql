-- Every trap that a role without privileges can set where others look names up. Runs as that role, which may create objects in the schema {schema} and has no other right.
-- A trap writes to the server's log: a READ ONLY transaction permits that, and a rollback keeps it.
SET search_path = pg_catalog;
SET check_function_bodies = off;
SET client_min_messages = error;

CREATE FUNCTION {schema}.sprung(what text) RETURNS boolean LANGUAGE plpgsql AS $body$
BEGIN
    RAISE LOG 'TRAP>%>%>%', pg_catalog.current_database(), what, pg_catalog.left(pg_catalog.replace(pg_catalog.current_query(), E'\n', ' '), 400);
    RETURN true;
END
$body$;

-- Types whose signatures may match better than those of pg_catalog: the types of its columns, and the polymorphic ones.
CREATE TABLE {schema}.trap_types AS
SELECT t.oid, format_type(t.oid, NULL) AS name, t.typtype = 'p' AS is_polymorphic
FROM pg_type t
WHERE t.oid = ANY (ARRAY['text', 'name', 'oid', 'regclass', 'smallint', 'integer', 'bigint', '"char"', 'boolean', 'varchar', 'int2vector', 'oidvector', 'name[]', 'text[]', 'smallint[]',
    'pg_node_tree', 'timestamptz', 'jsonb', 'inet', 'anyelement', 'anynonarray', 'anyarray']::regtype[]::oid[])
   OR t.oid IN (SELECT c.reltype FROM pg_class c WHERE c.relname IN ('pg_index', 'pg_constraint', 'pg_collation') AND c.relnamespace = 'pg_catalog'::regnamespace);

CREATE PROCEDURE {schema}.try(statement text) LANGUAGE plpgsql AS $body$
BEGIN
    EXECUTE statement;
EXCEPTION WHEN OTHERS THEN -- what pg_catalog has, and what two polymorphic types can't say
    NULL;
END
$body$;

-- Operators: every name, every pair of those types that pg_catalog has no operator for. They share a function for each pair and result: the log has the statement.
CREATE VIEW {schema}.trap_operators AS
SELECT p.oprname AS name, l.name AS left_name, r.name AS right_name, concat_ws(', ', l.name, r.name) AS arguments, p.result
FROM (SELECT x.oprname, x.oprkind,
             CASE WHEN bool_or(x.oprresult = 'boolean'::regtype) THEN 'boolean' ELSE format_type(mode() WITHIN GROUP (ORDER BY x.oprresult), NULL) END AS result
      FROM pg_operator x WHERE x.oprkind IN ('b', 'l') AND x.oprnamespace = 'pg_catalog'::regnamespace GROUP BY x.oprname, x.oprkind) p
JOIN {schema}.trap_types r ON true
LEFT JOIN {schema}.trap_types l ON p.oprkind = 'b'
WHERE (p.oprkind = 'l' OR NOT (l.is_polymorphic OR r.is_polymorphic) OR l.oid = r.oid OR r.name = 'text' OR l.name = 'text')
  AND NOT EXISTS (SELECT 1 FROM pg_operator x
                  WHERE x.oprname = p.oprname AND x.oprleft = COALESCE(l.oid, 0) AND x.oprright = r.oid AND x.oprnamespace = 'pg_catalog'::regnamespace);

DO $do$
DECLARE
    o record;
BEGIN
    FOR o IN SELECT DISTINCT arguments, result FROM {schema}.trap_operators LOOP
        CALL {schema}.try(format('CREATE FUNCTION {schema}.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', 'operator ' || o.result, o.arguments, o.result,
            format('BEGIN PERFORM {schema}.sprung(%L); RETURN NULL; END', format('operator (%s)', o.arguments))));
    END LOOP;
    FOR o IN SELECT * FROM {schema}.trap_operators LOOP
        CALL {schema}.try(format('CREATE OPERATOR {schema}.%s (FUNCTION = {schema}.%I, %s RIGHTARG = %s)',
            o.name, 'operator ' || o.result, 'LEFTARG = ' || o.left_name || ',', o.right_name));
    END LOOP;
END
$do$;

-- Functions: every name and number of arguments, but for those that only operators and the server itself call.
-- One argument: of every type. More: one of another common type, or all of one type.
DO $do$
DECLARE
    f record;
BEGIN
    FOR f IN
        WITH known AS (
            SELECT p.proname AS name, p.pronargs AS count, p.proargtypes::oid[] AS arguments, p.proretset AS is_set,
                   CASE WHEN t.typtype = 'p' AND t.typname LIKE 'any%' THEN 'text' ELSE format_type(t.oid, NULL) END AS result
            FROM pg_proc p JOIN pg_type t ON t.oid = p.prorettype
            WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a', 'w') AND p.pronargs BETWEEN 1 AND 6
              AND NOT p.proargtypes::oid[] && ARRAY['internal', 'cstring', 'trigger', 'event_trigger']::regtype[]::oid[] AND t.typname NOT IN ('internal', 'trigger', 'cstring')
              AND NOT EXISTS (SELECT 1 FROM pg_operator o WHERE o.oprcode = p.oid AND o.oprname <> '||')
        ), variants AS (
            SELECT k.name, k.result, k.is_set, ARRAY(SELECT CASE WHEN i = place THEN t.oid ELSE k.arguments[i] END FROM generate_series(0, k.count - 1) i) AS arguments
            FROM known k, generate_series(0, k.count - 1) place, {schema}.trap_types t
            WHERE k.count = 1 OR t.name IN ('text', 'name', 'oid', 'regclass', 'integer', 'character varying')
            UNION ALL
            SELECT k.name, k.result, k.is_set, array_fill(t.oid, ARRAY[k.count::int]) FROM known k, {schema}.trap_types t WHERE k.count > 1
        )
        SELECT DISTINCT ON (v.name, v.arguments) v.name, v.result, v.is_set, a.list
        FROM variants v CROSS JOIN LATERAL (SELECT string_agg(format_type(a, NULL), ', ') AS list FROM unnest(v.arguments) a) a
        WHERE NOT EXISTS (SELECT 1 FROM pg_proc p WHERE p.proname = v.name AND p.proargtypes::oid[] = v.arguments::oid[] AND p.pronamespace = 'pg_catalog'::regnamespace)
    LOOP
        CALL {schema}.try(format('CREATE FUNCTION {schema}.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', f.name, f.list, CASE WHEN f.is_set THEN 'SETOF ' ELSE '' END || f.result,
            format('BEGIN PERFORM {schema}.sprung(%L); RETURN%s; END', format('function %s(%s)', f.name, f.list), CASE WHEN f.is_set OR f.result = 'void' THEN '' ELSE ' NULL' END)));
    END LOOP;
END
$do$;

-- Relations and types that are named like those of pg_catalog: reading the one and casting to the other springs a trap.
DO $do$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT c.relname, c.oid::regclass AS relation FROM pg_class c
             WHERE c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND c.relkind IN ('r', 'v') LOOP
        CALL {schema}.try(format('CREATE VIEW {schema}.%I AS SELECT x.* FROM %s x WHERE {schema}.sprung(%L)', r.relname, r.relation, 'relation ' || r.relname));
    END LOOP;
    FOR r IN SELECT t.typname FROM pg_type t WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype = 'b' LOOP
        CALL {schema}.try(format('CREATE DOMAIN {schema}.%1$I AS pg_catalog.%1$I CHECK ({schema}.sprung(%2$L))', r.typname, 'type ' || r.typname));
    END LOOP;
END
$do$;

-- The same signatures: they win where the schema is on the search path before pg_catalog. They answer as those do, so that whatever uses them goes on.
DO $do$
DECLARE
    f record;
BEGIN
    FOR f IN
        SELECT p.proname AS name, CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END || format_type(p.prorettype, NULL) AS result, a.list, a.given
        FROM pg_proc p CROSS JOIN LATERAL (
            SELECT string_agg(CASE WHEN n = p.pronargs AND p.provariadic <> 0 THEN 'VARIADIC ' ELSE '' END || format_type(t, NULL), ', ' ORDER BY n) AS list,
                   string_agg(CASE WHEN n = p.pronargs AND p.provariadic <> 0 THEN 'VARIADIC ' ELSE '' END || '$' || n, ', ' ORDER BY n) AS given
            FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS x (t, n)) a
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' AND p.proallargtypes IS NULL
          AND NOT p.proargtypes::oid[] && ARRAY['internal', 'cstring', 'trigger', 'event_trigger', '"any"']::regtype[]::oid[]
          AND NOT p.prorettype = ANY (ARRAY['internal', 'trigger', 'event_trigger', 'cstring', 'record']::regtype[]::oid[])
    LOOP
        CALL {schema}.try(format('CREATE FUNCTION {schema}.%I(%s) RETURNS %s LANGUAGE sql AS %L', f.name, f.list, f.result,
            format('SELECT {schema}.sprung(%L); SELECT pg_catalog.%I(%s)', format('same function %s(%s)', f.name, f.list), f.name, f.given)));
    END LOOP;
    FOR f IN
        SELECT o.oprname AS name, format_type(o.oprleft, NULL) AS l, format_type(o.oprright, NULL) AS r, format_type(o.oprresult, NULL) AS result
        FROM pg_operator o WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprkind = 'b'
          AND NOT ARRAY[o.oprleft, o.oprright, o.oprresult] && ARRAY['"any"', 'internal', 'cstring']::regtype[]::oid[]
    LOOP
        CALL {schema}.try(format('CREATE FUNCTION {schema}.%I(%s, %s) RETURNS %s LANGUAGE sql AS %L', 'same ' || f.name, f.l, f.r, f.result,
            format('SELECT {schema}.sprung(%L); SELECT $1 OPERATOR(pg_catalog.%s) $2', format('same operator %s(%s, %s)', f.name, f.l, f.r), f.name)));
        CALL {schema}.try(format('CREATE OPERATOR {schema}.%s (FUNCTION = {schema}.%I, LEFTARG = %s, RIGHTARG = %s)', f.name, 'same ' || f.name, f.l, f.r));
    END LOOP;
END
$do$;

-- Aggregates.
CREATE FUNCTION {schema}.counted(int8) RETURNS int8 LANGUAGE sql AS $body$SELECT {schema}.sprung('aggregate count(*)'); SELECT $1 + 1$body$;
CREATE FUNCTION {schema}.greatest_of(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS $body$SELECT {schema}.sprung('aggregate max'); SELECT GREATEST($1, $2)$body$;
CREATE AGGREGATE {schema}.count(*) (SFUNC = {schema}.counted, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE {schema}.max(anyenum) (SFUNC = {schema}.greatest_of, STYPE = anyenum);
CREATE AGGREGATE {schema}.max(uuid) (SFUNC = {schema}.greatest_of, STYPE = uuid);

-- Functions with any number of arguments, and with one that need not be given.
DO $do$
DECLARE
    f record;
    arguments text;
BEGIN
    FOR f IN SELECT DISTINCT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a')
                AND NOT p.proargtypes::oid[] && ARRAY['internal', 'cstring', 'trigger']::regtype[]::oid[] LOOP
        FOREACH arguments IN ARRAY ARRAY['text, VARIADIC name[]', 'VARIADIC name[]', 'name, integer DEFAULT 0', 'text, text, integer DEFAULT 0'] LOOP
            CALL {schema}.try(format('CREATE FUNCTION {schema}.%I(%s) RETURNS text LANGUAGE plpgsql AS %L', f.name, arguments,
                format('BEGIN PERFORM {schema}.sprung(%L); RETURN NULL; END', format('function %s(%s)', f.name, arguments))));
        END LOOP;
    END LOOP;
END
$do$;

-- Casts: from a type of its own, as implicit ones, and a table that has such values.
CREATE TYPE {schema}.spy AS (what text);
DO $do$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['text', 'name', 'oid', 'regclass', 'integer', 'bigint', 'boolean', 'jsonb', 'varchar'] LOOP
        EXECUTE format('CREATE FUNCTION {schema}.%I({schema}.spy) RETURNS %s LANGUAGE plpgsql IMMUTABLE AS %L', 'spy to ' || target, target,
            format('BEGIN PERFORM {schema}.sprung(%L); RETURN NULL; END', 'cast to ' || target));
        EXECUTE format('CREATE CAST ({schema}.spy AS %s) WITH FUNCTION {schema}.%I({schema}.spy) AS IMPLICIT', target, 'spy to ' || target);
    END LOOP;
END
$do$;
CREATE TABLE {schema}.spies (id integer PRIMARY KEY, value {schema}.spy);
INSERT INTO {schema}.spies VALUES (1, ROW('x'));
COMMENT ON TABLE {schema}.spies IS 'spies';

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} TO public;
GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO public;
