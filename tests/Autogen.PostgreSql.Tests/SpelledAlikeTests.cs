using Autogen.Schema.PostgreSql;

namespace Autogen.PostgreSql.Tests;

/// <summary>What is known to be one expression without the server. A wrong yes hides a difference, a no costs a question.</summary>
[Case("R1")]
public class SpelledAlikeTests
{
    [Theory]
    [InlineData("default", "boolean", "false", "FALSE")]
    [InlineData("default", "boolean", "true", "(True)")]
    [InlineData("default", "timestamp with time zone", "now()", "NOW( )")]
    [InlineData("default", "timestamp with time zone", "CURRENT_TIMESTAMP", "current_timestamp")]
    [InlineData("default", "uuid", "gen_random_uuid()", "(gen_random_uuid())")]
    [InlineData("default", "integer", "'-1'::integer", "-1")]
    [InlineData("default", "bigint", "'3000000000'::bigint", "3000000000")]
    [InlineData("default", "numeric(10,2)", "1.50", "1.5")]
    [InlineData("default", "text", "'it''s'::text", "'it''s'")]
    [InlineData("default", "character varying(20)", "''::character varying", "''")]
    [InlineData("default", "character(3)", "'abc'::bpchar", "'abc'")]
    [InlineData("default", "jsonb", "'{}'::jsonb", "'{}'")]
    [InlineData("default", "uuid", "'00000000-0000-0000-0000-000000000000'::uuid", "'00000000-0000-0000-0000-000000000000'::UUID")]
    [InlineData("default", "timestamp(3) with time zone", "'2020-01-01 00:00:00+00'::timestamp with time zone", "'2020-01-01 00:00:00+00'")]
    [InlineData("default", "text[]", "'{}'::text[]", "'{}'")]
    [InlineData("default", "mood", "'so so'::mood", "'so so'")]
    [InlineData("check", "", "(total > 0)", "Total>0")]
    [InlineData("filter", "", "(\"Is Gone\" = false)", "\"Is Gone\" = FALSE")]
    [InlineData("check", "", "a > -1", "a >- 1")]
    [InlineData("index", "", "lower(name)", "LOWER(name)")]
    public void It_is_spelled_otherwise(string kind, string type, string current, string target)
        => Assert.True(new ExpressionKey(kind, type, current).IsSurely(new ExpressionKey(kind, type, target)));

    [Theory]
    [InlineData("default", "boolean", "false", "true")]
    [InlineData("default", "integer", "1", "2")]
    [InlineData("default", "integer", "2", "1.6::integer")]
    [InlineData("default", "double precision", "'0.1'::real", "0.1")]
    [InlineData("default", "numeric", "0.00000000000000000000000000001", "0.00000000000000000000000000002")]
    [InlineData("default", "text", "'a'::text", "'A'")]
    [InlineData("default", "text", "'1'::text", "1")]
    [InlineData("default", "character(3)", "'a'::bpchar", "'a '")]
    [InlineData("default", "text", "'abc'::character varying(2)", "'abc'")]
    [InlineData("default", "timestamp with time zone", "'2020-01-01'::date", "'2020-01-01'")]
    [InlineData("default", "timestamp without time zone", "'now'::timestamp with time zone", "'now'")]
    [InlineData("default", "bit(3)", "'101'::\"bit\"", "'101'")]
    [InlineData("default", "\"my(1)type\"", "'x'::mytype", "'x'")]
    [InlineData("default", "text", "'a\\b'::text", "'a\\b' ")]
    [InlineData("check", "", "(\"Total\" > 0)", "Total > 0")]
    [InlineData("check", "", "(total > 0)", "(total) > (0)")]
    [InlineData("check", "", "((a > 0) OR (b > 0))", "(a > 0) OR (b > 1)")]
    [InlineData("check", "", "(name = 'A')", "name = 'a'")]
    [InlineData("check", "", "(\"name\" = 'A')", "\"NAME\" = 'A'")]
    [InlineData("check", "", "(a > 0)", "a > 0 -- AND b > 0")]
    [InlineData("check", "", "(name = 'ab')", "name = 'a'\n'b'")]
    [InlineData("check", "", "(name = e'a')", "name = E'a'")]
    [InlineData("check", "", "(name = $$a$$)", "name = $$A$$")]
    [InlineData("check", "", "a @ -1", "a @- 1")]
    [InlineData("check", "", "a = N'x'", "a = N 'x'")]
    [InlineData("default", "integer", "1", "+1")]
    public void It_is_another_one_or_only_the_server_knows(string kind, string type, string current, string target)
        => Assert.False(new ExpressionKey(kind, type, current).IsSurely(new ExpressionKey(kind, type, target)));

    [Theory]
    [InlineData("(a)", "a")]
    [InlineData("((a + b))", "a + b")]
    [InlineData("(a) + (b)", "(a) + (b)")]
    [InlineData("('(' || a)", "'(' || a")]
    [InlineData("(a", "(a")]
    public void Parentheses_around_the_whole_say_nothing(string text, string without)
        => Assert.Equal(without, PostgreSqlSpelling.WithoutParentheses(text));

    [Theory]
    [InlineData("Total > 0 AND \"My \"\"Name\" = 'Other'", "and,My \"Name,total")]
    [InlineData("name <> E'it\\'s \"' AND a = '\"' AND B > 0", "a,and,b,name")]
    [InlineData("ümlaut > 0", "ümlaut")]
    [InlineData("a = $x$\"b\"$x$", "a")]
    [InlineData("a > 0 -- \"\nAND B > 0", "a,and,b")]
    public void Names_are_found_as_the_server_folds_them(string text, string names)
        => Assert.Equal(names.Split(','), PostgreSqlSpelling.Words(text)!.Order(StringComparer.OrdinalIgnoreCase));

    [Theory]
    [InlineData("U&\"\\0061\" > 0")]
    [InlineData("a > 0 AND u&\"b\" > 0")]
    public void Names_with_escapes_are_not_known(string text) => Assert.Null(PostgreSqlSpelling.Words(text));
}
