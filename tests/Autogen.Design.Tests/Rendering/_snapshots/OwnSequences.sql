CREATE SEQUENCE "numbers" AS smallint;
CREATE UNLOGGED SEQUENCE "Sales"."numbers" AS bigint START WITH -1 INCREMENT BY -3000000000 MINVALUE -9000000000 MAXVALUE -1 CACHE 20 CYCLE;
ALTER SEQUENCE "Sales"."numbers" AS bigint INCREMENT BY 2 MINVALUE 0 MAXVALUE 9 START WITH 3 CACHE 5 CYCLE RESTART WITH 4;
ALTER SEQUENCE "numbers" NO MINVALUE NO MAXVALUE NO CYCLE;
ALTER SEQUENCE "Sales"."numbers" OWNED BY "Sales"."orders"."Id";
ALTER SEQUENCE "numbers" OWNED BY NONE;
SELECT pg_catalog.setval('"Sales"."numbers"', LEAST(GREATEST(last_value, 1), 9), is_called AND last_value OPERATOR(pg_catalog.>=) 1 AND last_value OPERATOR(pg_catalog.<=) 9) FROM "Sales"."numbers";
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"orders"', 'Id'), LEAST(GREATEST(position, 1), 9), COALESCE(position OPERATOR(pg_catalog.>=) 1 AND position OPERATOR(pg_catalog.<=) 9, false)) FROM pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('"orders"', 'Id')::pg_catalog.regclass) AS position;
SELECT pg_catalog.setval('"numbers"', 5, false) FROM "numbers" WHERE NOT is_called;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"Sales"."orders"', 'Id'), 5, false) WHERE pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence('"Sales"."orders"', 'Id')::pg_catalog.regclass) IS NULL;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"Sales"."orders"', 'Id'), LEAST((SELECT pg_catalog.min("Id") FROM "Sales"."orders") OPERATOR(pg_catalog.-) 1, pg_catalog.nextval(pg_catalog.pg_get_serial_sequence('"Sales"."orders"', 'Id'))), false);
SELECT pg_catalog.setval('"Sales"."Nümbers"', CASE WHEN beyond THEN last ELSE following END, beyond)
FROM (SELECT seqincrement, place, seqstart, following, last,
             CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0
                  THEN following OPERATOR(pg_catalog.>) last ELSE following OPERATOR(pg_catalog.<) last END AS beyond,
             CASE WHEN is_called THEN last_value OPERATOR(pg_catalog.+) seqincrement ELSE last_value END AS next
      FROM pg_catalog.pg_sequence AS options, "Sales"."Nümbers" AS state,
           LATERAL (SELECT pg_catalog.max("Id")::pg_catalog.int8 AS most, pg_catalog.min("Id")::pg_catalog.int8 AS least
                    FROM "Other"."orders"
                    WHERE "Id" OPERATOR(pg_catalog.>=) seqmin AND "Id" OPERATOR(pg_catalog.<=) seqmax) AS numbers,
           LATERAL (SELECT CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0 THEN most ELSE least END AS place,
                           CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0 THEN seqmax ELSE seqmin END AS last) AS chosen,
           LATERAL (SELECT seqstart OPERATOR(pg_catalog.+) (((place OPERATOR(pg_catalog.-) seqstart)
                        OPERATOR(pg_catalog./) seqincrement OPERATOR(pg_catalog.+) 1)
                        OPERATOR(pg_catalog.*) seqincrement) AS following) AS computed
      WHERE seqrelid OPERATOR(pg_catalog.=) '"Sales"."Nümbers"'::pg_catalog.regclass) AS counter
WHERE CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0
           THEN place OPERATOR(pg_catalog.>=) seqstart AND following OPERATOR(pg_catalog.>) next
           ELSE place OPERATOR(pg_catalog.<=) seqstart AND following OPERATOR(pg_catalog.<) next END;
UPDATE "orders" AS numbered SET "Id" = missing.number
FROM (SELECT tableoid AS part, ctid AS place, (SELECT COALESCE(pg_catalog.max("Id"), 0) FROM "orders") OPERATOR(pg_catalog.+) pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS number
      FROM "orders" WHERE "Id" IS NULL) missing
WHERE numbered.tableoid OPERATOR(pg_catalog.=) missing.part AND numbered.ctid OPERATOR(pg_catalog.=) missing.place;
ALTER TABLE "orders" ALTER COLUMN "Id" DROP IDENTITY IF EXISTS;
ALTER TABLE "Sales"."orders" ALTER COLUMN "Id" SET GENERATED ALWAYS;
ALTER TABLE "Sales"."orders" ALTER COLUMN "Id" SET INCREMENT BY 2 SET MINVALUE 0 SET MAXVALUE 9 SET START WITH 3 SET CACHE 5 SET CYCLE RESTART WITH 4;
DO $do$
BEGIN
    EXECUTE pg_catalog.concat('ALTER SEQUENCE ', pg_catalog.pg_get_serial_sequence('"orders"', 'Id'), ' AS bigint NO MAXVALUE');
END
$do$;
DO $do$
DECLARE
    owned pg_catalog.text := pg_catalog.pg_get_serial_sequence('"orders"', 'Id');
BEGIN
    ALTER TABLE "orders" ALTER COLUMN "Id" DROP DEFAULT;
    EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
END
$do$;
DO $do$
DECLARE
    owned pg_catalog.text := pg_catalog.pg_get_serial_sequence('"orders"', 'Id');
    position pg_catalog.int8;
    used pg_catalog.bool;
BEGIN
    EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
    ALTER TABLE "orders" ALTER COLUMN "Id" DROP DEFAULT;
    EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
    ALTER TABLE "orders" ALTER COLUMN "Id" ADD GENERATED ALWAYS AS IDENTITY (START WITH 5);
    IF position OPERATOR(pg_catalog.>=) 1 AND position OPERATOR(pg_catalog.<=) 9 THEN
        PERFORM pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"orders"', 'Id'), position, used);
    END IF;
END
$do$;
DO $do$
DECLARE
    owned pg_catalog.text := pg_catalog.pg_get_serial_sequence('"Sales"."orders"', 'Id');
    position pg_catalog.int8;
    used pg_catalog.bool;
BEGIN
    EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
    ALTER TABLE "Sales"."orders" ALTER COLUMN "Id" DROP IDENTITY;
    EXECUTE pg_catalog.concat('CREATE SEQUENCE ', owned, ' AS integer CACHE 5 CYCLE OWNED BY "Sales"."orders"."Id"');
    EXECUTE pg_catalog.concat('ALTER TABLE "Sales"."orders" ALTER COLUMN "Id" SET DEFAULT pg_catalog.nextval(', pg_catalog.quote_literal(owned), ')');
    PERFORM pg_catalog.setval(owned::pg_catalog.regclass, position, used);
END
$do$;
DO $do$
BEGIN
    IF pg_catalog.to_regclass('"OrderNumbers"') IS NULL THEN
        EXECUTE pg_catalog.concat('ALTER SEQUENCE ', pg_catalog.pg_get_serial_sequence('"orders"', 'Id'), ' RENAME TO "OrderNumbers"');
    END IF;
END
$do$;
