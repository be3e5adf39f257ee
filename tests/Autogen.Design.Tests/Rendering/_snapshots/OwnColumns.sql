ALTER TABLE "orders" ALTER COLUMN "State" TYPE integer USING CASE "State" WHEN 'new' THEN 0 ELSE 1 END;
DO $do$
DECLARE
    zone pg_catalog.text := pg_catalog.current_setting('TimeZone');
BEGIN
    PERFORM pg_catalog.set_config('TimeZone', 'UTC', true);
    ALTER TABLE "Sales"."orders" ALTER COLUMN "Note" TYPE text COLLATE "pg_catalog"."de-x-icu";
    PERFORM pg_catalog.set_config('TimeZone', zone, true);
END
$do$;
ALTER TABLE "orders" ALTER COLUMN "State" SET DEFAULT 0;
ALTER TABLE "Sales"."orders" ALTER COLUMN "State" DROP DEFAULT;
UPDATE "orders" SET "State" = 'it''s' WHERE "State" IS NULL;
UPDATE "Sales"."orders" SET "State" = upper("State") WHERE "State" IS NOT NULL;
ALTER TABLE "orders" ALTER COLUMN "Total" DROP EXPRESSION;
ALTER TABLE "Sales"."orders" ADD COLUMN "Total_kept" text COLLATE "pg_catalog"."C";
ALTER TABLE "Sales"."orders" ALTER COLUMN "Total_kept" TYPE text COLLATE "pg_catalog"."C" USING "Total";
ALTER TABLE "Sales"."orders" DROP COLUMN "Total";
ALTER TABLE "Sales"."orders" RENAME COLUMN "Total_kept" TO "Total";
COMMENT ON COLUMN "Sales"."orders"."Total" IS 'what it costs';
ALTER TABLE "orders" ADD COLUMN "Total_kept" numeric(10,2);
ALTER TABLE "orders" ALTER COLUMN "Total_kept" TYPE numeric(10,2) USING "Total";
ALTER TABLE "orders" DROP COLUMN "Total";
ALTER TABLE "orders" RENAME COLUMN "Total_kept" TO "Total";
ALTER TABLE "orders" ALTER COLUMN "Total" SET NOT NULL;
INSERT INTO "Sales"."moods" ("Id", "Mood") OVERRIDING SYSTEM VALUE VALUES (1, 'happy'), (2, NULL);
INSERT INTO "moods" ("Id") VALUES (1);
UPDATE "Sales"."moods" SET "Mood" = 'sad' WHERE "Id" OPERATOR(pg_catalog.=) 1 AND "Code" = 'a';
DELETE FROM "moods" WHERE "Id" OPERATOR(pg_catalog.=) 1;
