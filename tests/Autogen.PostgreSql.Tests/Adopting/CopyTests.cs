using Autogen.Operations;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.PostgreSql.Tests.Adopting;

/// <summary>Databases that others made: an empty one becomes the same, as <c>pg_dump</c> sees it, and rows can be written to it.</summary>
public class CopyTests
{
    [Theory]
    [InlineData("CREATE UNIQUE INDEX ux ON parents (org, code);", "(org, code) REFERENCES parents (org, code)")]
    [InlineData(
        "CREATE UNIQUE INDEX ux ON parents (code, org) INCLUDE (id);", "(org, code) REFERENCES parents (org, code) ON DELETE CASCADE")]
    [InlineData(
        "CREATE UNIQUE INDEX \"Ü x\" ON parents (code DESC, org);",
        "(org, code) REFERENCES parents (org, code) DEFERRABLE INITIALLY DEFERRED")]
    [InlineData(
        "ALTER TABLE parents ADD UNIQUE (org, code) DEFERRABLE; CREATE UNIQUE INDEX ux ON parents (org, code);",
        "(org, code) REFERENCES parents (org, code)")]
    [Case("R14")]
    public async Task Foreign_key_follows_the_unique_index_that_it_rests_on(string index, string reference)
    {
        var copy = await AdoptedCopy.MakeAsync(
            $"""
            CREATE TABLE parents (id bigserial PRIMARY KEY, org integer NOT NULL, code text NOT NULL, other_org integer, other_code text);
            {index}
            ALTER TABLE parents ADD CONSTRAINT fk_self FOREIGN KEY (other_org, other_code) REFERENCES parents (org, code);
            CREATE TABLE "A child" (id bigserial PRIMARY KEY, org integer, code text, CONSTRAINT fk FOREIGN KEY {reference});
            """);
        RequireSame(copy);
    }

    [Fact]
    [Case("R15")]
    public async Task What_functions_text_search_and_operators_need_is_taken_along()
    {
        var copy = await AdoptedCopy.MakeAsync(
            """
            CREATE EXTENSION unaccent;
            CREATE SCHEMA "Ut il";
            CREATE SCHEMA tools;
            CREATE FUNCTION "Ut il"."Base of"(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(public.unaccent(t)) $$;
            CREATE FUNCTION tools.norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT "Ut il"."Base of"(t) $$;
            CREATE TEXT SEARCH DICTIONARY "Ut il".plain (TEMPLATE = simple, ACCEPT = false);
            CREATE TEXT SEARCH CONFIGURATION mine (COPY = english);
            ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING FOR hword, word WITH unaccent, "Ut il".plain, english_stem;
            COMMENT ON TEXT SEARCH CONFIGURATION mine IS 'it''s mine';
            CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
            CREATE OPERATOR =~~= (LEFTARG = text, RIGHTARG = text, FUNCTION = same, COMMUTATOR = =~~=);
            CREATE TYPE pair AS (a integer, b text COLLATE "C");
            CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ($1).b $$;
            CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS ASSIGNMENT;
            CREATE FUNCTION unused() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE TABLE t (id serial PRIMARY KEY, name text CHECK (tools.norm(name) <> ''), other text CHECK (other =~~= 'a'), p pair, pt text GENERATED ALWAYS AS (p::text) STORED,
                body tsvector GENERATED ALWAYS AS (to_tsvector('mine', 'x')) STORED);
            CREATE INDEX ix ON t (tools.norm(name));
            CREATE INDEX ix_search ON t USING gin (to_tsvector('mine'::regconfig, name));
            """);
        Assert.Empty(copy.Differences);
        Assert.Empty(copy.Rows);
        Assert.Equal(["function unused()"], copy.Plan.Others.Select(other => $"{other.Kind} {other.Text}"));
        if (copy.Undumped is not null)
            Assert.Equal(["FUNCTION public unused()"], copy.Undumped);
    }

    [Fact]
    [Case("R15")]
    public async Task Functions_whose_bodies_the_server_parses_and_functions_over_tables_are_made_in_order()
    {
        var copy = await AdoptedCopy.MakeAsync(
            """
            CREATE TABLE rates (code text PRIMARY KEY, rate numeric NOT NULL);
            CREATE FUNCTION all_rates() RETURNS SETOF rates LANGUAGE sql STABLE AS $$ SELECT * FROM rates $$;
            CREATE FUNCTION rate_of(c text) RETURNS numeric LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (SELECT rate FROM all_rates() WHERE code = c); END $$;
            CREATE TABLE amounts (id integer PRIMARY KEY, rate numeric DEFAULT rate_of('EUR'));
            """);
        RequireSame(copy);
    }

    [Fact]
    [Case("R15")]
    public async Task Extensions_are_made_after_those_that_they_require_and_dropped_before_them()
    {
        var copy = await AdoptedCopy.MakeAsync(
            """
            CREATE EXTENSION cube; CREATE EXTENSION earthdistance;
            CREATE TABLE places (id integer PRIMARY KEY, x double precision, y double precision);
            CREATE INDEX near ON places USING gist (ll_to_earth(x, y));
            """);
        RequireSame(copy);
        Assert.Equal(["cube", "earthdistance"], copy.Plan.Adopted.Extensions.Select(extension => extension.Name));
    }

    [Theory]
    [InlineData("RETURN util.second(v);")]
    [InlineData("RETURN util . \"second\" ( v );")]
    [InlineData("DECLARE r text; BEGIN EXECUTE 'SELECT util.second($1)' INTO r USING v; RETURN r; END;")]
    [InlineData("DECLARE r text; BEGIN EXECUTE 'SELECT util.' || 'sec' || 'ond($1)' INTO r USING v; RETURN r; END;", true)]
    [Case("R17")]
    public async Task Rows_can_be_written_where_bodies_call_other_functions(string body, bool isWide = false)
    {
        var copy = await AdoptedCopy.MakeAsync(
            $"""
            CREATE SCHEMA util;
            CREATE FUNCTION util.third(v text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN v || '!'; END $$;
            CREATE FUNCTION util.second(v text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN util.third(v); END $$;
            CREATE FUNCTION util.first(v text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN {body} END $$;
            CREATE TABLE t (id integer PRIMARY KEY, name text DEFAULT util.first('x'), other text CHECK (util.first(other) <> ''));
            """,
            isWide: isWide);
        RequireSame(copy);
    }

    [Fact]
    [Case("R17")]
    public async Task Missing_function_is_found_by_a_row_on_the_scratch_database()
    {
        var copy = await AdoptedCopy.MakeAsync(
            """
            CREATE FUNCTION broken(v integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN nowhere(v); END $$;
            CREATE FUNCTION refuses(v integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN false; END $$;
            CREATE TABLE t (id integer PRIMARY KEY, n integer CHECK (broken(n)), m integer CHECK (refuses(m)));
            """);
        Assert.Contains(
            copy.Rows,
            line => line.StartsWith("check 't_n_check' of 't': function nowhere(integer) does not exist", StringComparison.Ordinal));
        Assert.DoesNotContain(copy.Rows, line => line.Contains("t_m_check", StringComparison.Ordinal));
    }

    [Fact]
    [Case("R17")]
    public async Task Functions_and_tables_of_roles_with_fewer_rights_are_not_run()
    {
        var role = "writer_" + Guid.NewGuid().ToString("N");
        var copy = await AdoptedCopy.MakeAsync(
            $"""
            CREATE ROLE {role};
            CREATE TABLE t (id integer PRIMARY KEY, n integer DEFAULT 1 / 0);
            CREATE TABLE u (id integer PRIMARY KEY);
            ALTER TABLE t OWNER TO {role};
            """);
        Assert.Equal(["u"], copy.Plan.Tried.Select(table => table.Name.Name));
        var functions = await AdoptedCopy.MakeAsync(
            $"""
            CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN nowhere(); END $$;
            CREATE TABLE u (id integer PRIMARY KEY DEFAULT f());
            ALTER FUNCTION f() OWNER TO {role};
            """);
        Assert.Empty(functions.Plan.Tried);
        Assert.Empty(functions.Rows);
    }

    [Theory]
    [InlineData("app, public")]
    [InlineData("\"$user\", \"App o'ne\", public")]
    [Case("R16")]
    public async Task Default_schema_other_than_public_is_made_first(string path)
    {
        var schema = path.Contains("App", StringComparison.Ordinal) ? "App o'ne" : "app";
        var copy = await AdoptedCopy.MakeAsync(
            $"CREATE SCHEMA \"{schema}\"; CREATE TABLE t (id serial PRIMARY KEY); "
                + "CREATE TABLE public.u (id integer PRIMARY KEY REFERENCES t);",
            path);
        RequireSame(copy with
        {
            Plan = copy.Plan with
            {
                Others = [.. copy.Plan.Others.Where(other => other is not { Kind: "database setting", Name.Name: "search_path" })]
            }
        });
        Assert.Equal(schema, Assert.IsType<EnsureSchemaOperation>(copy.Plan.Upgrade[0].Operation).Name);
        Assert.Equal(schema, Assert.IsType<RequireDefaultSchemaOperation>(copy.Plan.Upgrade[1].Operation).Name);
    }

    [Fact]
    [Case("R19")]
    public async Task Sequences_keep_their_name_type_and_owner()
    {
        var copy = await AdoptedCopy.MakeAsync(
            """
            CREATE TABLE was (id serial PRIMARY KEY); ALTER TABLE was RENAME TO renamed;
            CREATE TABLE owner (id serial PRIMARY KEY); CREATE TABLE borrower (id integer PRIMARY KEY DEFAULT nextval('owner_id_seq'), z integer REFERENCES owner);
            CREATE TABLE "a borrower" (id integer PRIMARY KEY DEFAULT nextval('owner_id_seq'));
            ALTER TABLE owner ADD other integer REFERENCES borrower;
            CREATE TABLE wide (id integer PRIMARY KEY); CREATE SEQUENCE wide_id_seq OWNED BY wide.id; ALTER TABLE wide ALTER id SET DEFAULT nextval('wide_id_seq');
            CREATE TABLE narrow (id bigint PRIMARY KEY); CREATE SEQUENCE narrow_id_seq AS integer START 5 OWNED BY narrow.id; ALTER TABLE narrow ALTER id SET DEFAULT nextval('narrow_id_seq');
            CREATE TABLE old_name (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Ö" integer GENERATED BY DEFAULT AS IDENTITY); ALTER TABLE old_name RENAME TO new_name;
            CREATE SCHEMA "Oth er"; CREATE SEQUENCE "Oth er"."S q"; CREATE TABLE "Oth er".t (id bigint PRIMARY KEY DEFAULT nextval('"Oth er"."S q"'));
            ALTER SEQUENCE "Oth er"."S q" OWNED BY "Oth er".t.id;
            CREATE UNLOGGED TABLE quick (id serial PRIMARY KEY);
            CREATE TABLE a234567890123456789012345678901234567890123456789012345678901 (b234567890123456789012345678901234567890 serial);
            COMMENT ON SEQUENCE was_id_seq IS 'kept';
            """);
        RequireSame(copy);
    }

    [Fact]
    [Case("R18")]
    public async Task Virtual_columns_of_a_new_server_are_made_by_a_provider_that_does_not_know_its_version()
    {
        if (Autogen.Scenarios.Databases.PostgreSqlServer.Version < 18)
            return;
        var copy = await AdoptedCopy.MakeAsync(
            "CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE \"C\", b text COLLATE \"C\" GENERATED ALWAYS AS (a || '!'), "
                + "c integer NOT NULL GENERATED ALWAYS AS (id * 2) VIRTUAL, d integer GENERATED ALWAYS AS (id * 3) STORED);",
            options: connection => new DbContextOptionsBuilder().UseNpgsql(connection).Options);
        RequireSame(copy);
    }

    private static void RequireSame(AdoptedCopy copy)
    {
        Assert.Empty(copy.Differences);
        Assert.Empty(copy.Rows);
        Assert.Empty(copy.Plan.Others);
        if (copy.Undumped is not null)
            Assert.Empty(copy.Undumped);
    }
}
