CREATE TYPE "mood" AS ENUM ('happy', 'so, so', 'it''s');
CREATE TYPE "Sales"."odd ""type""" AS ENUM ();
ALTER TYPE "mood" ADD VALUE 'sad' AFTER 'it''s';
ALTER TYPE "Sales"."mood" ADD VALUE 'glad' BEFORE 'happy';
ALTER TYPE "mood" ADD VALUE 'last';
ALTER TYPE "Sales"."mood" RENAME VALUE 'so, so' TO 'so-so';
CREATE TYPE "Sales"."times" AS RANGE (SUBTYPE = time);
ALTER TYPE "mood" RENAME TO "temper";
ALTER TYPE "Sales"."mood" RENAME TO "temper";
ALTER TYPE "Sales"."temper" SET SCHEMA "public";
DROP TYPE "mood";
CREATE COLLATION "phonebook" (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
DROP COLLATION "Sales"."phonebook";
CREATE EXTENSION IF NOT EXISTS "odd.extension" SCHEMA "Sales" VERSION "1.2" CASCADE;
CREATE EXTENSION IF NOT EXISTS "citext" CASCADE;
DROP EXTENSION "citext";
ALTER SCHEMA "Sales" RENAME TO "Shop";
DO $do$
BEGIN
    IF (pg_catalog.current_schema()::pg_catalog.text OPERATOR(pg_catalog.=) 'Shop') IS NOT TRUE THEN
        RAISE EXCEPTION 'This revision is written for tables in schema %, but names without a schema mean % here. Set search_path for this database, role or connection (ALTER DATABASE … SET search_path = …).', 'Shop', COALESCE(pg_catalog.current_schema()::pg_catalog.text, 'nothing');
    END IF;
END
$do$;
