using Autogen.Schema.Sql;

namespace Autogen.Schema.Tests.Sql;

/// <summary>The one place that knows where a string, a name, a comment and an operator end.</summary>
public class SqlLexerTests
{
    [Theory]
    [InlineData("a -- 'it''s\n b", "a|b")]
    [InlineData("a -- x\r b", "a|b")]
    [InlineData("a /* ' /* \" */ ' */ b", "a|b")]
    [InlineData("a /* open /* b */ c", "a")]
    [InlineData("'it''s' b", "'it''s'|b")]
    [InlineData(@"'a\' c'", @"'a\'|c|'")]
    [InlineData(@"E'it\'s -- ' b", @"E'it\'s -- '|b")]
    [InlineData(@"e'\\' b", @"e'\\'|b")]
    [InlineData(@"like'\' b", @"like|'\'|b")]
    [InlineData("U&'d\\0061t' U&\"d\\0061t\"\"\"", "U&'d\\0061t'|U&\"d\\0061t\"\"\"")]
    [InlineData("X'1F' b'01' N'a'", "X'1F'|b'01'|N|'a'")]
    [InlineData("$$ it's $x$ $$ b", "$$ it's $x$ $$|b")]
    [InlineData("$tag$ $$ ' $tag$ b", "$tag$ $$ ' $tag$|b")]
    [InlineData("$1$ a $2", "$1|$|a|$2")]
    [InlineData("a$b$c", "a$b$c")]
    [InlineData("$open$ a", "$open$ a")]
    [InlineData("\"a\"\"b\" \"open", "\"a\"\"b\"|\"open")]
    [InlineData("a[1] ARRAY['x']", "a|[|1|]|ARRAY|[|'x'|]")]
    [InlineData("a::text := b", "a|::|text|:=|b")]
    [InlineData("a>-1 b>=-1 c@-1 d*-1 e--1", "a|>|-|1|b|>=|-|1|c|@-|1|d|*|-|1|e")]
    [InlineData("a->>'b' c<@d e=/*f*/g", "a|->>|'b'|c|<@|d|e|=|g")]
    [InlineData("1.5e-3 .5 1e x'1F' 0x1F 1_000 1..2", "1.5e-3|.5|1|e|x'1F'|0x1F|1_000|1|..|2")]
    [InlineData("größe Straße\u00a0x", "größe|Straße\u00a0x")]
    [InlineData("(t.*)::text", "(|t|.|*|)|::|text")]
    public void PostgreSQL_is_cut_by_its_rules(string sql, string tokens) => Assert.Equal(tokens, Cut(sql, SqlSyntax.PostgreSql));

    [Theory]
    [InlineData("a /* /* */ b", "a|b")]
    [InlineData("a -- x\r b\nc", "a|c")]
    [InlineData("[a ' b] `c\"``d` \"e\"", "[a ' b]|`c\"``d`|\"e\"")]
    [InlineData(@"E'\' b", @"E|'\'|b")]
    [InlineData("U&'a'", "U|&|'a'")]
    [InlineData("a||b == c<>d->>e", "a||||b|==|c|<>|d|->>|e")]
    [InlineData("a>-1 b'01' $x", "a|>|-|1|b|'01'|$x")]
    [InlineData("'open", "'open")]
    [InlineData("'", "'")]
    [InlineData("[", "[")]
    public void SQLite_is_cut_by_its_rules(string sql, string tokens) => Assert.Equal(tokens, Cut(sql, SqlSyntax.Sqlite));

    [Theory]
    [InlineData("a = @x AND b=@y", "a|=|@x|AND|b|=|@y")]
    [InlineData("a <@ b @@ c <@d mail@host", "a|<@|b|@@|c|<@|d|mail|@|host")]
    public void A_revision_has_named_parameters(string sql, string tokens) => Assert.Equal(tokens, Cut(sql, SqlSyntax.WithParameters));

    [Theory]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("`a``b`", "a`b")]
    [InlineData("[a]b", "a")]
    [InlineData("'", "")]
    [InlineData("\"a", "a")]
    public void A_name_is_without_its_quotes(string sql, string name) => Assert.Equal(name, SqlLexer.Read(sql, SqlSyntax.Sqlite)[0].Name);

    [Theory]
    [InlineData("$$it's$$", "it's")]
    [InlineData("$a$ $$ $a$", " $$ ")]
    [InlineData("$a$ open", " open")]
    [InlineData("$a$", "")]
    public void A_dollar_quoted_string_has_a_value(string sql, string value)
        => Assert.Equal(value, SqlLexer.Read(sql, SqlSyntax.PostgreSql)[0].Name);

    [Fact]
    public void Comments_are_read_where_they_are_asked_for()
        => Assert.Equal(
            [SqlTokenKind.Word, SqlTokenKind.Comment, SqlTokenKind.Comment],
            SqlLexer.ReadAll("a /* b */ -- c", SqlSyntax.PostgreSql).Select(token => token.Kind));

    [Theory]
    [InlineData("Größe", "größe")]
    [InlineData("ÄB", "Äb")]
    [InlineData("\"AB\"", "AB")]
    public void PostgreSQL_folds_letters_of_ASCII_in_words(string sql, string name)
        => Assert.Equal(name, SqlSyntax.PostgreSql.NameOf(SqlLexer.Read(sql, SqlSyntax.PostgreSql)[0]));

    private static string Cut(string sql, SqlSyntax syntax) => string.Join('|', SqlLexer.Read(sql, syntax).Select(token => token.Text));
}
