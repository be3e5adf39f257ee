-- Makes, for the session only, a function that has the server render an expression as it would store it. One that the server refuses is NULL.
-- Twice, because one pass is no fixpoint: varchar IN (...) is rendered otherwise when its own rendering is read again.
CREATE OR REPLACE FUNCTION pg_temp.autogen_render(kind text, tab text, type_name text, expression text) RETURNS text LANGUAGE plpgsql AS $body$
DECLARE
    rendered text := expression;
BEGIN
    FOR pass IN 1..2 LOOP
        IF kind = 'default' THEN
            EXECUTE format('ALTER TABLE pg_temp.%I ADD COLUMN autogen_probe %s DEFAULT (%s)', tab, type_name, rendered);
            SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) INTO STRICT rendered
            FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE d.adrelid = format('pg_temp.%I', tab)::regclass AND a.attname = 'autogen_probe';
            EXECUTE format('ALTER TABLE pg_temp.%I DROP COLUMN autogen_probe', tab);
        ELSIF kind = 'generated' THEN
            EXECUTE format('ALTER TABLE pg_temp.%I ADD COLUMN autogen_probe %s GENERATED ALWAYS AS (%s) STORED', tab, type_name, rendered);
            SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) INTO STRICT rendered
            FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE d.adrelid = format('pg_temp.%I', tab)::regclass AND a.attname = 'autogen_probe';
            EXECUTE format('ALTER TABLE pg_temp.%I DROP COLUMN autogen_probe', tab);
        ELSIF kind = 'check' THEN
            EXECUTE format('ALTER TABLE pg_temp.%I ADD CONSTRAINT autogen_probe CHECK (%s)', tab, rendered);
            SELECT pg_catalog.pg_get_expr(k.conbin, k.conrelid) INTO STRICT rendered
            FROM pg_catalog.pg_constraint k
            WHERE k.conrelid = format('pg_temp.%I', tab)::regclass AND k.conname = 'autogen_probe';
            EXECUTE format('ALTER TABLE pg_temp.%I DROP CONSTRAINT autogen_probe', tab);
        ELSIF kind = 'filter' THEN
            EXECUTE format('CREATE INDEX autogen_probe ON pg_temp.%I ((1)) WHERE %s', tab, rendered);
            SELECT pg_catalog.pg_get_expr(i.indpred, i.indrelid) INTO STRICT rendered
            FROM pg_catalog.pg_index i WHERE i.indexrelid = 'pg_temp.autogen_probe'::regclass;
            DROP INDEX pg_temp.autogen_probe;
        ELSE
            EXECUTE format('CREATE INDEX autogen_probe ON pg_temp.%I ((%s))', tab, rendered);
            rendered := pg_catalog.pg_get_indexdef('pg_temp.autogen_probe'::regclass, 1, true);
            DROP INDEX pg_temp.autogen_probe;
        END IF;
    END LOOP;
    RETURN rendered;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$body$;

-- A column of a type that is not there yet must not spoil the others.
CREATE OR REPLACE FUNCTION pg_temp.autogen_try(statement text) RETURNS void LANGUAGE plpgsql AS $body$
BEGIN
    EXECUTE statement;
EXCEPTION WHEN OTHERS THEN
    NULL;
END
$body$;
