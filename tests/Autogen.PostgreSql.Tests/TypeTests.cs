using Autogen.Schema.PostgreSql;

namespace Autogen.PostgreSql.Tests;

public class TypeTests
{
    [Theory]
    [InlineData("int", "integer")]
    [InlineData("INT4 []", "integer[]")]
    [InlineData("varchar", "character varying")]
    [InlineData("Varchar ( 20 )", "character varying(20)")]
    [InlineData("char", "character(1)")]
    [InlineData("char(3)", "character(3)")]
    [InlineData("decimal(18, 2)", "numeric(18,2)")]
    [InlineData("numeric(5)", "numeric(5,0)")]
    [InlineData("timestamptz", "timestamp with time zone")]
    [InlineData("timestamp (3) with time zone", "timestamp(3) with time zone")]
    [InlineData("time(2)", "time(2) without time zone")]
    [InlineData("float8", "double precision")]
    [InlineData("float(10)", "real")]
    [InlineData("varbit(8)", "bit varying(8)")]
    [InlineData("pg_catalog.int8", "bigint")]
    [InlineData("interval(3)", "interval(3)")]
    [InlineData("mood", "mood")]
    [InlineData("\"Mo od\"", "\"Mo od\"")]
    [InlineData("shop.mood[]", "shop.mood[]")]
    [InlineData("geometry(Point, 4326)", "geometry(Point, 4326)")]
    [InlineData("int4 array", "integer[]")]
    [InlineData("integer ARRAY[4]", "integer[]")]
    [InlineData("int[3][3]", "integer[]")]
    [InlineData("\"varchar\" ( 9 )", "character varying(9)")]
    [InlineData("PG_Catalog.\"timestamptz\"(3)", "timestamp(3) with time zone")]
    [InlineData("pg_catalog.char", "\"char\"")]
    [InlineData("pg_catalog.bit", "\"bit\"")]
    [InlineData("\"integer\"", "\"integer\"")]
    [InlineData("\"INT4\"", "\"INT4\"")]
    [InlineData("Interval  Day To Second (3)", "interval day to second(3)")]
    [InlineData("_varchar(10)", "character varying(10)[]")]
    [InlineData("_mood", "_mood")]
    [InlineData("\"two  spaces\"[]", "\"two  spaces\"[]")]
    public void A_type_has_one_spelling(string written, string canonical) => Assert.Equal(canonical, PostgreSqlTypes.Canonical(written));

    [Theory]
    [InlineData("mood", "MOOD", true)]
    [InlineData("mood", "\"mood\"", true)]
    [InlineData("\"Mood\"", "Mood", true)]
    [InlineData("\"user\"", "user", true)]
    [InlineData("shop.mood[]", "\"shop\".Mood[]", true)]
    [InlineData("\"Shop\".mood", "Shop.mood", true)]
    [InlineData("geometry(Point,4326)", "geometry (point, 4326)", true)]
    [InlineData("\"Mood\"", "\"mood\"", false)]
    [InlineData("\"Mood\"", "mood", false)]
    [InlineData("mood", "shop.mood", false)]
    [InlineData("\"a.b\".c", "a.\"b.c\"", false)]
    [InlineData("\"Mo\"\"od\"", "\"Mood\"", false)]
    [InlineData("geometry(Point,4326)", "geometry(Point,4327)", false)]
    [InlineData("mood", "mood[]", false)]
    [InlineData("integer", "bigint", false)]
    public void A_type_that_a_user_made_may_be_in_quotes_or_not(string current, string target, bool same)
        => Assert.Equal(same, PostgreSqlTypes.AreSame(current, target));

    [Theory]
    [InlineData("character varying(20)", "character varying(40)", null, false, false)]
    [InlineData("character varying(40)", "character varying(20)", null, true, true)]
    [InlineData("integer", "bigint", null, false, true)]
    [InlineData("bigint", "integer", null, true, true)]
    [InlineData("text", "integer", "\"c\"::text::integer", true, true)]
    [InlineData("text", "uuid", "\"c\"::text::uuid", true, true)]
    [InlineData("integer", "boolean", "\"c\" OPERATOR(pg_catalog.<>) 0", false, true)]
    [InlineData("mood", "text", "\"c\"::text", false, true)]
    [InlineData("numeric(10,2)", "numeric(12,2)", null, false, false)]
    [InlineData("timestamp without time zone", "timestamp with time zone", null, false, false)]
    [InlineData("timestamp(3) with time zone", "timestamp without time zone", null, false, false)]
    [InlineData("timestamp(3) without time zone", "timestamp(3) with time zone", null, false, true)]
    [InlineData("timestamp without time zone[]", "timestamp with time zone[]", null, false, true)]
    [InlineData("cidr", "inet", null, false, false)]
    [InlineData("integer", "oid", null, false, false)]
    [InlineData("character varying(9)[]", "character varying(12)[]", null, false, true)]
    public void A_conversion_says_what_it_does(string current, string target, string? expression, bool mayFail, bool rewrites)
    {
        var conversion = PostgreSqlConversions.Of("\"c\"", current, target);
        Assert.Equal((expression, mayFail, rewrites), (conversion.Using, conversion.MayFail, conversion.RewritesTable));
    }
}
