using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;

namespace Autogen.PostgreSql.Tests;

/// <summary>What a type is, by the catalogue and by the model, and what follows from it.</summary>
public class TypeKindTests
{
    private const string Types = """
        CREATE SCHEMA other;
        CREATE TYPE pricerange AS (low numeric, high numeric);
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        CREATE DOMAIN small AS positive;
        CREATE DOMAIN other.tags AS text[];
        CREATE TYPE moodrange AS ENUM ('sad');
        CREATE TYPE orders AS RANGE (SUBTYPE = date);
        CREATE EXTENSION citext SCHEMA other;
        CREATE TABLE t (
            id integer PRIMARY KEY, a pricerange, b small, c other.tags[], d moodrange[], e orders, f other.citext, g int4range, h text[]);
        INSERT INTO t (id) VALUES (1);
        """;

    [Fact]
    [Case("D4")]
    public async Task Kinds_are_read_from_the_catalogue()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Types);
        var walk = new RevisionWalk(PostgreSqlServer.Options(database.ConnectionString));
        var schema = await walk.ReadAsync(_ => { }, CancellationToken.None);

        Assert.Equal(
            [
                "integer: Base", "pricerange: Composite", "small: Domain", "other.tags[]: Domain", "moodrange[]: Enum", "orders: Range",
                "other.citext: Base", "int4range: Range", "text[]: Base",
            ],
            schema.FindTable(new ObjectName("t"))!.Columns.Select(column => $"{column.Type}: {column.Type.Kind}"));
        var small = schema.FindTable(new ObjectName("t"))!.FindColumn("b")!.Type;
        Assert.Equal(("integer", true), (small.Underlying.Text, small.IsChecked));
    }

    [Theory]
    [InlineData("pricerange", "no value is known for its type 'pricerange', a composite type: give it one (--backfill t.new=SQL")]
    [InlineData("jsonpath", "no value is known for its type 'jsonpath': give it one (--backfill t.new=SQL")]
    [InlineData("no_such_range", "no value is known for its type 'no_such_range': give it one (--backfill t.new=SQL")]
    [InlineData("small", "fails if a check of domain 'small' rejects 0: give 't.new' a default that it accepts")]
    [Case("D4")]
    public async Task A_value_that_is_not_known_must_be_given(string type, string expected)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Types);
        var found = await new RevisionWalk(PostgreSqlServer.Options(database.ConnectionString)).CompareAsync(
            model => model.SharedTypeEntity<Dictionary<string, object>>("T", entity =>
            {
                entity.ToTable("t");
                entity.Property<int>("id").ValueGeneratedNever();
                entity.HasKey("id");
                entity.Property<string>("new").HasColumnType(type).IsRequired();
            }),
            CancellationToken.None);

        var risks = found.Upgrade.SelectMany(operation => operation.Risks);
        Assert.Contains(risks, risk => risk.Message.Contains(expected, StringComparison.Ordinal));
        Assert.Contains(expected, RevisionWalk.Render("x", [], found), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"Date\"", "\"Date\"")]
    [InlineData("\"UUID\"[]", "\"UUID\"[]")]
    [InlineData("\"Int4Multirange\"", "\"Int4Multirange\"")]
    [InlineData("\"date\"", "date")]
    [InlineData("\"my range\"", "\"my range\"")]
    [InlineData("\"varchar(20)\"", "\"varchar(20)\"")]
    [Case("D4")]
    public void A_name_in_quotes_is_a_servers_own_only_if_its_letters_are(string written, string canonical)
        => Assert.Equal(canonical, PostgreSqlTypes.Canonical(written));

    [Theory]
    [InlineData("\"integer\"", "integer")]
    [InlineData("\"Date\"", "date")]
    [InlineData("\"timestamp with time zone\"", "timestamp with time zone")]
    [Case("D4")]
    public void A_users_type_is_not_a_servers_own(string users, string servers) => Assert.False(PostgreSqlTypes.AreSame(users, servers));

    [Theory]
    [InlineData("numeric(9,3)[]", "numeric(9,2)[]", null, true, false)]
    [InlineData("numeric(9,3)[]", "numeric(8,3)[]", null, false, true)]
    [InlineData("numeric[]", "integer[]", "\"c\"", true, true)]
    [InlineData("double precision[]", "real[]", "\"c\"", true, false)]
    [InlineData("double precision", "numeric(9,2)", null, true, true)]
    [InlineData("integer", "numeric(9,2)", null, false, true)]
    [InlineData("bigint", "double precision", null, true, false)]
    [InlineData("smallint", "numeric(9,2)", null, false, false)]
    [InlineData("character varying(20)[]", "character varying(10)[]", null, false, true)]
    [InlineData("bit varying(9)[]", "bit varying(5)[]", null, false, true)]
    [InlineData("bit(3)", "bit(4)", null, false, true)]
    [InlineData("timestamp(3) with time zone[]", "timestamp(0) with time zone[]", null, true, false)]
    [InlineData("interval(3)", "interval(0)", null, true, false)]
    [InlineData("interval day to second", "interval day to hour", null, true, false)]
    [InlineData("interval year to month", "interval", null, false, false)]
    [InlineData("time(3) without time zone", "time(0) without time zone", null, true, false)]
    [Case("D6")]
    public void Values_that_lose_precision_or_fail_are_told_of_arrays_too(
        string current, string target, string? expression, bool mayLose, bool mayFail)
    {
        var conversion = PostgreSqlConversions.Of("\"c\"", current, target);
        Assert.Equal((expression, mayLose, mayFail), (conversion.Using, conversion.MayLoseData, conversion.MayFail));
        Assert.True(conversion.RewritesTable || !mayLose);
    }

    [Theory]
    [InlineData("numeric(9,3)", "numeric(9,2)", "\"c\"", true, false, false)]
    [InlineData("numeric(9,3)", "numeric(9,3)", "\"c\"", false, true, true)]
    [InlineData("bigint", "integer[]", "CASE WHEN \"c\" IS NULL THEN NULL ELSE ARRAY[\"c\"::integer] END", false, true, false)]
    [InlineData("timestamp(6) without time zone", "timestamp(3) with time zone", "\"c\"", true, false, false)]
    [Case("D4")]
    [Case("D6")]
    public void Values_of_a_domain_are_converted_as_those_beneath(
        string current, string target, string expression, bool mayLose, bool mayFail, bool isChecked)
    {
        var domain = new StoreType("\"my multirange\"")
        {
            Definition = new DefinedType(new ObjectName("my multirange"), StoreTypeKind.Domain) { Of = target, IsChecked = isChecked },
        };
        var conversion = PostgreSqlConversions.Of("\"c\"", current, domain);
        Assert.Equal((expression, mayLose, mayFail), (conversion.Using, conversion.MayLoseData, conversion.MayFail));
        Assert.Equal(current.StartsWith("timestamp", StringComparison.Ordinal), conversion.InUtc);
    }
}
