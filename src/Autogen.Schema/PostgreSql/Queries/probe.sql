-- Makes, for the session only, a function that runs scripts that create a temporary table, and returns the table's checks and defaults as the
-- server writes them. Each script is a subtransaction that is rolled back: its table and its locks are gone before the next one runs.
-- CREATE TABLE parses checks and defaults and does not plan them, so no function in them runs. Generated columns and indexes are planned, and an
-- immutable function of constants runs then.
-- A constraint called "autogen part N" is written as pg_get_indexdef writes a part of an index.
-- The names in this file are pg_catalog's; the names in the scripts are resolved by the session's search path, as the application's are.
CREATE FUNCTION pg_temp.autogen_probe(tables pg_catalog.text[], scripts pg_catalog.text[], with_calls pg_catalog.bool)
RETURNS TABLE (script pg_catalog.int4, item pg_catalog.text, rendered pg_catalog.text, calls pg_catalog.text, failure pg_catalog.text)
LANGUAGE plpgsql AS $body$
DECLARE
    probe pg_catalog.regclass;
    items pg_catalog.text[];
    texts pg_catalog.text[];
    called pg_catalog.text[];
    state pg_catalog.text;
    message pg_catalog.text;
    nothing CONSTANT pg_catalog.text := NULL;
BEGIN
    FOR number IN 1 .. pg_catalog.cardinality(scripts) LOOP
        BEGIN
            EXECUTE scripts[number];
            probe := pg_catalog.to_regclass(tables[number]);
            SELECT pg_catalog.array_agg(x.name),
                   pg_catalog.array_agg(pg_catalog.pg_get_expr(x.tree, probe, pg_catalog.starts_with(x.name, 'autogen part '))),
                   pg_catalog.array_agg(u.volatility)
            INTO items, texts, called
            FROM (
                SELECT k.conname::pg_catalog.text AS name, k.conbin AS tree, 'pg_catalog.pg_constraint'::pg_catalog.regclass AS class, k.oid
                FROM pg_catalog.pg_constraint k
                WHERE k.conrelid OPERATOR(pg_catalog.=) probe::pg_catalog.oid AND k.contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"
                UNION ALL
                SELECT a.attname::pg_catalog.text, d.adbin, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.oid
                FROM pg_catalog.pg_attrdef d
                JOIN pg_catalog.pg_attribute a
                    ON a.attrelid OPERATOR(pg_catalog.=) d.adrelid AND a.attnum OPERATOR(pg_catalog.=) d.adnum
                WHERE d.adrelid OPERATOR(pg_catalog.=) probe::pg_catalog.oid
            ) x
            -- Functions of users, direct and behind operators: the server's own have no row in pg_depend.
            LEFT JOIN LATERAL (
                SELECT pg_catalog.max(
                    CASE WHEN p.provolatile OPERATOR(pg_catalog.=) 'i'::pg_catalog."char" THEN 'immutable' ELSE 'mutable' END::pg_catalog.text)
                    AS volatility
                FROM pg_catalog.pg_depend d
                LEFT JOIN pg_catalog.pg_operator o
                    ON d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid
                        AND o.oid OPERATOR(pg_catalog.=) d.refobjid
                JOIN pg_catalog.pg_proc p
                    ON p.oid OPERATOR(pg_catalog.=) CASE WHEN o.oid IS NULL THEN d.refobjid ELSE o.oprcode::pg_catalog.oid END
                WHERE with_calls AND d.classid OPERATOR(pg_catalog.=) x.class::pg_catalog.oid AND d.objid OPERATOR(pg_catalog.=) x.oid
                    AND (o.oid IS NOT NULL OR d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid)
            ) u ON true;
            RAISE EXCEPTION USING ERRCODE := 'AGEND';
        EXCEPTION
            WHEN SQLSTATE 'AGEND' THEN
                RETURN QUERY SELECT number, nothing, nothing, nothing, nothing;
                RETURN QUERY SELECT number, r.*, nothing
                FROM ROWS FROM (pg_catalog.unnest(items), pg_catalog.unnest(texts), pg_catalog.unnest(called)) r;
            WHEN OTHERS THEN
                -- Not the script's fault: locks, memory, disk, cancellation, a defect of the server.
                IF pg_catalog.substr(SQLSTATE, 1, 2) OPERATOR(pg_catalog.=) ANY ('{40,53,55,57,58,XX}'::pg_catalog.text[]) THEN
                    RAISE;
                END IF;
                GET STACKED DIAGNOSTICS state := RETURNED_SQLSTATE, message := MESSAGE_TEXT;
                RETURN QUERY SELECT number, nothing, nothing, nothing, pg_catalog.concat(state, ' '::pg_catalog.text, message);
        END;
    END LOOP;
END
$body$
