using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Schema.Sqlite;

namespace Autogen.Sqlite.Tests;

public class StatementTests
{
    [Theory]
    [InlineData("a -- comment, with (marks)\n b", "a|b")]
    [InlineData("/* x */ 'it''s' \"q\"\"q\" [b r] `t`", "'it''s'|\"q\"\"q\"|[b r]|`t`")]
    [InlineData("1.5e+3 0x1F .5 x'00' a||b >= <> ->>", "1.5e+3|0x1F|.5|x'00'|a||||b|>=|<>|->>")]
    [InlineData("größe 'open", "größe|'open")]
    public void Text_is_cut_into_tokens(string text, string tokens)
        => Assert.Equal(tokens, string.Join('|', SqlLexer.Read(text, SqlSyntax.Sqlite).Select(token => token.Text)));

    [Theory]
    [InlineData("CREATE TABLE t (a INTEGER, b)", "a INTEGER;b")]
    [InlineData(
        "CREATE TABLE \"t ( \" (\"a,b\" varchar (20) NOT NULL DEFAULT 'x,(y' CHECK (\"a,b\" <> ')'), c AS (1+(2)) STORED)",
        "\"a,b\" varchar (20) NOT NULL DEFAULT 'x,(y' CHECK (\"a,b\" <> ')');c AS (1+(2)) STORED")]
    [InlineData(
        "CREATE TABLE t (a INT PRIMARY KEY ON CONFLICT REPLACE, UNIQUE (a) CHECK (a > 0), b TEXT)",
        "a INT PRIMARY KEY ON CONFLICT REPLACE;b TEXT;UNIQUE (a);CHECK (a > 0)")]
    [InlineData(
        "CREATE TABLE t (a INT REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE NOT NULL DEFAULT -1 COLLATE NOCASE) WITHOUT ROWID",
        "a INT REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE NOT NULL DEFAULT -1 COLLATE NOCASE")]
    public void Every_part_keeps_its_text(string sql, string parts)
    {
        var statement = SqliteTableStatement.Parse(sql);
        Assert.Equal(
            parts,
            string.Join(
                ';',
                statement.Columns.Select(column => column.ToSql()).Concat(statement.Constraints.Select(constraint => constraint.Raw))));
        Assert.Equal(statement, SqliteTableStatement.Parse(statement.ToSql("\"t\"")));
    }

    [Theory]
    [InlineData("a > 0", "(A>0)", true)]
    [InlineData("\"a\" = 1.0", "a == 1", true)]
    [InlineData("a = 'x'", "a = 'X'", false)]
    [InlineData("(a) + (b)", "a + b", false)]
    [InlineData("a <> 1 -- why", "a != 1", true)]
    public void Expressions_are_compared_by_tokens(string left, string right, bool same)
        => Assert.Equal(same, SqliteExpressionTokens.AreSame(left, right));

    [Theory]
    [InlineData(
        "CREATE UNIQUE INDEX ix ON t (a DESC, lower(b) COLLATE NOCASE, c) WHERE (a > 1)",
        "a desc, [lower(b)] NOCASE, c | unique | (a > 1)")]
    [InlineData("CREATE INDEX \"i x\" ON \"t\"(\"a b\" ASC)", "a b |  | ")]
    public void An_index_is_read_from_its_text(string sql, string expected)
    {
        var index = SqliteIndexStatement.Parse(sql, "ix");
        var parts = index.Parts.Select(part => (part.Column ?? $"[{part.Expression}]") + (part.IsDescending ? " desc" : "")
            + (part.Collation is { } collation ? " " + collation : ""));
        Assert.Equal(expected, $"{string.Join(", ", parts)} | {(index.IsUnique ? "unique" : "")} | {index.Filter}");
    }

    [Fact]
    public void A_foreign_key_without_columns_refers_to_the_primary_key_and_names_do_not_tell_cases_apart()
    {
        var parent = SqliteTableReader.Read("Parent", SqliteTableStatement.Parse("CREATE TABLE Parent (Id INTEGER PRIMARY KEY)"));
        var child = SqliteTableReader.Read(
            "child",
            SqliteTableStatement.Parse("CREATE TABLE child (P INTEGER, FOREIGN KEY (p) REFERENCES PARENT DEFERRABLE INITIALLY DEFERRED)"));
        var foreignKey = Assert.Single(SqliteTableReader.Resolve(child, [parent, child]).ForeignKeys);
        Assert.Equal(new ObjectName("Parent"), foreignKey.PrincipalTable);
        Assert.Equal(["P"], foreignKey.Columns);
        Assert.Equal(["Id"], foreignKey.PrincipalColumns);
        Assert.Equal(Deferrability.InitiallyDeferred, foreignKey.Deferrability);
    }
}
