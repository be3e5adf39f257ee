using Autogen.Schema.Dialects;
using Autogen.Testing;

namespace Autogen.PostgreSql.Tests.Adopting;

/// <summary>
/// A database with every kind of object: each is made by the base revision, as <c>pg_dump</c> sees it, or listed by name.
/// </summary>
public class WalkTests
{
    private const string Everything =
        """
        CREATE EXTENSION hstore; CREATE EXTENSION file_fdw;
        CREATE SCHEMA "O ne"; COMMENT ON SCHEMA "O ne" IS 'it''s one';
        CREATE TYPE mood AS ENUM ('sad', 'ok'); COMMENT ON TYPE mood IS 'moods'; CREATE TYPE unused_mood AS ENUM ('x');
        CREATE TYPE span AS RANGE (SUBTYPE = float8); CREATE SEQUENCE loose; COMMENT ON SEQUENCE loose IS 'free'; CREATE SEQUENCE used;
        CREATE COLLATION german (LOCALE = 'C'); CREATE DOMAIN email AS text CONSTRAINT is_mail CHECK (VALUE LIKE '%@%' OR VALUE = 'a'); COMMENT ON DOMAIN email IS 'mail'; COMMENT ON CONSTRAINT is_mail ON DOMAIN email IS 'checked';
        CREATE TYPE pair AS (a integer, b text); COMMENT ON COLUMN pair.a IS 'first';
        CREATE TABLE parents (id serial PRIMARY KEY, code text NOT NULL, mood mood, span span, n bigint DEFAULT nextval('used'), name text COLLATE german, mail email, pair pair, tags hstore,
            big text, CONSTRAINT ck CHECK (code <> '') NO INHERIT) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
        CREATE UNIQUE INDEX ux ON parents (code); COMMENT ON INDEX ux IS 'unique'; COMMENT ON CONSTRAINT ck ON parents IS 'check'; COMMENT ON TABLE parents IS 't'; COMMENT ON COLUMN parents.code IS 'c';
        ALTER TABLE parents REPLICA IDENTITY USING INDEX ux; ALTER TABLE parents CLUSTER ON ux; ALTER TABLE parents ALTER code SET STATISTICS 500, ALTER code SET (n_distinct = 7), ALTER big SET STORAGE EXTERNAL;
        CREATE INDEX ix_lower ON parents (lower(code)); ALTER INDEX ix_lower ALTER COLUMN 1 SET STATISTICS 77;
        CREATE TABLE "O ne"."Child ren" (id bigint GENERATED ALWAYS AS IDENTITY (START 7 CACHE 3), code text CONSTRAINT fk REFERENCES parents (code) MATCH FULL ON DELETE SET NULL, during tsrange, mixed integer,
            CONSTRAINT pk PRIMARY KEY (id) WITH (fillfactor = 80), CONSTRAINT uq UNIQUE (mixed) INCLUDE (code), EXCLUDE USING gist (during WITH &&));
        ALTER TABLE "O ne"."Child ren" REPLICA IDENTITY FULL; COMMENT ON CONSTRAINT pk ON "O ne"."Child ren" IS 'key';
        CREATE TABLE parted (id integer, at date NOT NULL) PARTITION BY RANGE (at);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); ALTER TABLE parted_1 ADD CONSTRAINT only_here PRIMARY KEY (id); CREATE INDEX also_here ON parted_1 (at);
        CREATE TABLE kids () INHERITS (parents); CREATE TYPE row_type AS (x integer); CREATE TABLE typed OF row_type;
        CREATE VIEW v AS SELECT id FROM parents; CREATE MATERIALIZED VIEW mv AS SELECT id FROM parents;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER tr BEFORE UPDATE ON parents FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE CONSTRAINT TRIGGER ctr AFTER INSERT ON parents DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch(); CREATE RULE ru AS ON DELETE TO typed DO INSTEAD NOTHING;
        ALTER TABLE parents ENABLE ROW LEVEL SECURITY; CREATE POLICY po ON parents USING (true); ALTER TABLE typed FORCE ROW LEVEL SECURITY; CREATE STATISTICS st ON code, name FROM parents;
        CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'; CREATE AGGREGATE total(integer) (SFUNC = plus, STYPE = integer); CREATE PROCEDURE nothing() LANGUAGE sql AS '';
        CREATE OPERATOR @+@ (LEFTARG = integer, RIGHTARG = integer, FUNCTION = plus); CREATE FUNCTION mood_int(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE CAST (mood AS integer) WITH FUNCTION mood_int(mood);
        CREATE OPERATOR FAMILY fam USING btree; CREATE OPERATOR CLASS cls FOR TYPE integer USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(integer, integer);
        CREATE TEXT SEARCH CONFIGURATION conf (COPY = simple); CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple);
        CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER et ON ddl_command_start EXECUTE FUNCTION ev(); ALTER EVENT TRIGGER et DISABLE;
        CREATE SERVER files FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE ft (a text) SERVER files OPTIONS (filename '/dev/null'); CREATE USER MAPPING FOR PUBLIC SERVER files;
        CREATE FOREIGN DATA WRAPPER wrap; CREATE PUBLICATION pub FOR TABLE parents; CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8; ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
        GRANT SELECT ON parents TO PUBLIC; GRANT UPDATE (code) ON parents TO PUBLIC; GRANT USAGE ON SCHEMA "O ne" TO PUBLIC;
        """;

    // The kinds of a dump's parts that several listed kinds stand for.
    private static readonly Dictionary<string, string[]> kinds = new(StringComparer.Ordinal)
    {
        ["DEFAULT"] = ["table that inherits", "partition"],
        ["TABLE ATTACH"] = ["partition"],
        ["INDEX ATTACH"] = ["index of a partition"],
        ["FK CONSTRAINT"] = ["definition"],
        ["CONSTRAINT"] = ["definition", "exclusion constraint", "constraint of a partition"],
        ["INDEX"] = ["index of a partition"],
        ["TABLE"] = ["partition", "definition", "table that inherits", "table with partitions", "table with forced row security"],
        ["ROW SECURITY"] = ["table with row security"],
        ["TYPE"] = ["enumerated type", "composite type", "range type"],
        ["STATISTICS"] = ["statistics object"],
        ["MATERIALIZED VIEW"] = ["materialised view"],
        ["SERVER"] = ["foreign server"],
        ["FOREIGN DATA WRAPPER"] = ["foreign-data wrapper"],
        ["PUBLICATION TABLE"] = ["publication"],
        ["CHECK CONSTRAINT"] = ["definition"],
    };

    [Fact]
    [Case("R20")]
    public async Task Every_object_is_made_or_listed()
    {
        var copy = await AdoptedCopy.MakeAsync(Everything);
        Assert.Empty(copy.Rows);
        Assert.Equal(
            [
                "constraint ck of 'parents': CHECK NO INHERIT COMMENT 'check' (the copy has CHECK COMMENT 'check')",
                "constraint fk of 'O ne.Child ren': FOREIGN KEY (code) REFERENCES parents(code) MATCH FULL ON DELETE "
                    + "SET NULL (the copy has FOREIGN KEY (code) REFERENCES parents(code) ON DELETE SET NULL)",
                "constraint uq of 'O ne.Child ren': UNIQUE (mixed) INCLUDE (code) (the copy has UNIQUE (mixed))",
            ],
            copy.Differences.Where(line => line.StartsWith("constraint ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "aggregate", "cast", "comment", "constraint of a partition", "conversion", "default privilege", "event trigger",
                "exclusion constraint", "foreign server", "foreign table", "foreign-data wrapper", "function", "grant",
                "index of a partition", "materialised view", "operator", "operator class", "operator family", "partition", "policy",
                "procedure", "publication", "rule", "statistics object", "table that inherits", "table with forced row security",
                "table with partitions", "table with row security", "text search configuration", "text search dictionary", "trigger",
                "user mapping", "view",
            ],
            copy.Plan.Others.Where(other => other.Kind != "extension")
                .Select(other => other.Kind)
                .Distinct()
                .Order(StringComparer.Ordinal));
        var missing = (copy.Undumped ?? []).Where(head => !IsListed(copy, head)).ToList();
        Assert.True(missing.Count == 0, "Neither made nor listed:\n" + string.Join('\n', missing));
    }

    private static bool IsListed(AdoptedCopy copy, string head)
    {
        var kind = kinds.Keys.Where(key => head.StartsWith(key + " ", StringComparison.Ordinal))
            .OrderByDescending(key => key.Length)
            .FirstOrDefault();
        return copy.Plan.Others.Any(other => IsOf(other, kind, head) && IsNamed(head, other))
            || (kind is not null
                && kinds[kind].Contains("definition", StringComparer.Ordinal)
                && copy.Differences.Any(line => head.Split(' ').Skip(2).Any(word => line.Contains(word, StringComparison.Ordinal))));
    }

    // The note on an object that is not made is dropped with it.
    private static bool IsOf(OtherObject other, string? kind, string head)
        => kind is not null ? kinds[kind].Contains(other.Kind, StringComparer.Ordinal)
            : head.StartsWith(other.Kind, StringComparison.OrdinalIgnoreCase)
                || (head.StartsWith("COMMENT ", StringComparison.Ordinal)
                    && head.Contains($" {other.Kind} ", StringComparison.OrdinalIgnoreCase))
                || (head.StartsWith("DEFAULT ACL", StringComparison.Ordinal) && other.Kind == "default privilege");

    private static bool IsNamed(string head, OtherObject other)
        => head.StartsWith("DEFAULT ACL", StringComparison.Ordinal)
            || head.Replace("public.", "", StringComparison.Ordinal).EndsWith(other.Name.Name, StringComparison.Ordinal)
            || head.Contains(other.Part ?? "\0", StringComparison.OrdinalIgnoreCase)
            || (other.Name.Name.Split(other.Kind == "cast" ? ';' : '(', ' ')[0] is { Length: > 0 } name
                && head.Contains(name, StringComparison.OrdinalIgnoreCase));
}
