using Autogen.Design.Adopting;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;

namespace Autogen.PostgreSql.Tests;

public class OtherObjectTests
{
    private const string Sql =
        """
        CREATE EXTENSION citext; CREATE EXTENSION cube; CREATE EXTENSION earthdistance; CREATE EXTENSION pg_trgm; CREATE EXTENSION hstore;
        CREATE SCHEMA "Ut il";
        CREATE FUNCTION "Ut il"."is Ok"(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(t) > 0 $$;
        CREATE DOMAIN mail AS text NOT NULL DEFAULT 'x' CONSTRAINT "o k" CHECK ("Ut il"."is Ok"(VALUE));
        CREATE TYPE "Pl ace" AS (a integer, b mail[]);
        CREATE FUNCTION gen_id() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x;'; END $$;
        CREATE AGGREGATE unused(integer) (SFUNC = int4pl, STYPE = integer);
        CREATE TABLE t (id text PRIMARY KEY DEFAULT gen_id(), p "Pl ace", c citext[], n integer CHECK (earth_distance(ll_to_earth(1, 2), ll_to_earth(1, n)) > 0), name text, during tsrange, EXCLUDE USING gist (during WITH &&));
        CREATE INDEX ix ON t USING gin (name gin_trgm_ops);
        CREATE TABLE plain (a integer);
        CREATE TABLE child () INHERITS (plain);
        CREATE TABLE parted (id integer) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (1) TO (2);
        CREATE VIEW v AS SELECT a FROM plain;
        CREATE MATERIALIZED VIEW m AS SELECT a FROM plain;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE TRIGGER "touch'ed" AFTER UPDATE ON parted FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE RULE quiet AS ON DELETE TO plain DO INSTEAD NOTHING;
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON t USING (true);
        CREATE STATISTICS st ON id, name FROM t;
        """;

    [Fact]
    public async Task Other_objects_are_listed_by_kind_and_name()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Sql);
        await using var connection = await database.OpenAsync();
        var found = await PostgreSqlOtherObjects.ReadAsync(connection, CancellationToken.None);
        Assert.Equal(
            [
                "aggregate: unused(integer)", "composite type: Pl ace", "domain: mail", "exclusion constraint: t_during_excl on t",
                "function: gen_id()", "function: touch()", "function: Ut il.is Ok(t text)", "materialised view: m", "partition: parted_1",
                "policy: own on t", "rule: quiet on plain", "statistics object: st", "table that inherits: child",
                "table with partitions: parted", "table with row security: t", "trigger: touch'ed on parted", "view: v",
            ],
            found.Others.Select(other => $"{other.Kind}: {other.Text}").Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Needed_objects_have_their_statements_in_order_of_dependency()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Sql);
        await using var connection = await database.OpenAsync();
        var found = await PostgreSqlOtherObjects.ReadAsync(connection, CancellationToken.None);
        var needs = new NeedClosure(found.Dependencies, isWide: false).Of([new Table { Name = new ObjectName("t") }]);
        Assert.Equal(
            ["citext", "cube", "earthdistance", "pg_trgm"],
            needs.Where(need => need.Kind == "extension").Select(need => need.Name).Order(StringComparer.Ordinal));
        var made = needs.Where(need => need.Create is not null).ToList();
        Assert.Equal(["is Ok(t text)", "mail", "Pl ace"], made.Select(need => need.Name).Where(name => name != "gen_id()"));
        Assert.Contains("gen_id()", made.Select(need => need.Name));
        Assert.Equal(
            "CREATE DOMAIN mail AS text DEFAULT 'x'::text NOT NULL CONSTRAINT \"o k\" CHECK (\"Ut il\".\"is Ok\"(VALUE))",
            made.Single(need => need.Kind == "domain").Create);
        Assert.Equal("CREATE TYPE \"Pl ace\" AS (a integer, b mail[])", made.Single(need => need.Kind == "composite type").Create);
        Assert.Equal("DROP FUNCTION \"Ut il\".\"is Ok\"(text)", made.Single(need => need.Name == "is Ok(t text)").Drop);
        Assert.Equal("Ut il", made.Single(need => need.Name == "is Ok(t text)").Schema);
    }
}
