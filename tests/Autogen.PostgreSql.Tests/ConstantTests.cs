using Autogen.Schema.PostgreSql;

namespace Autogen.PostgreSql.Tests;

public class ConstantTests
{
    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("(-1)", "'-1'::integer")]
    [InlineData("0", "0.0")]
    [InlineData("1", "(1)::numeric")]
    [InlineData("'some default'::character varying", "'some default'::text")]
    [InlineData("'it''s'::text", "'it''s'::citext")]
    public void One_value_that_is_written_in_two_ways_is_one(string left, string right)
        => Assert.True(PostgreSqlConstants.AreSame(left, right));

    [Theory]
    [InlineData("1.5", "1.51")]
    [InlineData("1", "-1")]
    [InlineData("'a'::text", "'b'::text")]
    [InlineData("'a'::text", "'A'::text")]
    [InlineData("'a '::bpchar", "'a '::text")]
    [InlineData("'abc'::character varying(2)", "'abc'::text")]
    [InlineData("'1'::text", "1")]
    [InlineData("'a'::text || 'b'::text", "'a'::text")]
    [InlineData("now()", "now()")]
    public void Other_values_and_what_is_no_constant_are_not(string left, string right)
        => Assert.False(PostgreSqlConstants.AreSame(left, right));
}
