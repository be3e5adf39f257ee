using Autogen.Schema.Sqlite;
using Autogen.Drivers.Sqlite;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Which changes of a SQLite table need no copy, and by which statements they are made.</summary>
[Case("F1")]
public class InPlaceEditTests
{
    [Theory]
    [InlineData("3.53.0", true)]
    [InlineData("3.53.3", true)]
    [InlineData("4.0", true)]
    [InlineData("3.52.0", false)]
    [InlineData("3.40.1", false)]
    [InlineData("3.9", false)]
    [InlineData("", false)]
    public void Engines_from_3_53_alter_in_place(string version, bool isSupported)
        => Assert.Equal(isSupported, InPlaceEdit.IsSupported(version));

    [Theory]
    [InlineData("a INT", "a INT NOT NULL", "ALTER COLUMN a SET NOT NULL")]
    [InlineData("\"a \"\"b\"\"\" INT NOT NULL DEFAULT 1", "\"a \"\"b\"\"\" INT DEFAULT 1", "ALTER COLUMN \"a \"\"b\"\"\" DROP NOT NULL")]
    [InlineData("a INT DEFAULT (1) COLLATE NOCASE", "a INT COLLATE NOCASE NOT NULL DEFAULT 1", "ALTER COLUMN a SET NOT NULL")]
    [InlineData("[select] INT CONSTRAINT n NOT NULL ON CONFLICT FAIL", "[select] INT", "ALTER COLUMN [select] DROP NOT NULL")]
    [InlineData("a INT NOT NULL ON CONFLICT FAIL", "a INT NOT NULL", "ALTER COLUMN a DROP NOT NULL|ALTER COLUMN a SET NOT NULL")]
    [InlineData("a INT", "a INT, CONSTRAINT \"c é\" CHECK (a > 0)", "ADD CONSTRAINT \"c é\" CHECK (a > 0)")]
    [InlineData("a INT", "a INT, CHECK (a > 0)", "ADD CHECK (a > 0)")]
    [InlineData("a INT CONSTRAINT c CHECK (a > 0)", "a INT", "DROP CONSTRAINT \"c\"")]
    [InlineData("a INT, CONSTRAINT c CHECK (a > 0)", "a INT, CONSTRAINT c CHECK (a > 1)",
        "DROP CONSTRAINT \"c\"|ADD CONSTRAINT c CHECK (a > 1)")]
    [InlineData("a INT CONSTRAINT c CHECK (a > 0), b INT", "a INT NOT NULL, b INT, CONSTRAINT d CHECK (b > 0)",
        "DROP CONSTRAINT \"c\"|ALTER COLUMN a SET NOT NULL|ADD CONSTRAINT d CHECK (b > 0)")]
    [InlineData("a INT, CHECK (a > 0), CHECK (a > 0)", "a INT, CHECK (a > 0), CHECK (a > 0)", "")]
    [InlineData("a INT /* x */ CHECK (a > 0 -- y\n)", "a INT, CHECK (a>0)", "")]
    public void Nullability_and_checks_are_altered(string before, string after, string expected)
    {
        var changes = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(changes.Select(change => "ALTER TABLE \"t \"\"é\" " + change), Statements(before, after));
    }

    [Theory]
    [InlineData("a INT", "a TEXT")]
    [InlineData("a INT", "a INT, b INT")]
    [InlineData("a INT, b INT", "b INT, a INT")]
    [InlineData("a INT DEFAULT 1", "a INT DEFAULT 2 NOT NULL")]
    [InlineData("a INT", "a INT UNIQUE")]
    [InlineData("a TEXT", "a TEXT COLLATE NOCASE")]
    [InlineData("a INT, CONSTRAINT c UNIQUE (a)", "a INT")]
    [InlineData("a INT, CONSTRAINT c UNIQUE (a)", "a INT, CONSTRAINT d UNIQUE (a)")]
    [InlineData("a INT REFERENCES t (a)", "a INT REFERENCES t (a) ON DELETE CASCADE")]
    [InlineData("a INT, b AS (a + 1)", "a INT, b AS (a + 2)")]
    [InlineData("a INTEGER PRIMARY KEY", "a INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL")]
    [InlineData("a INT CHECK (a > 0)", "a INT")]
    [InlineData("a INT CONSTRAINT c NOT NULL, b INT, CONSTRAINT C CHECK (b > 0)", "a INT CONSTRAINT c NOT NULL, b INT")]
    public void Everything_else_needs_a_copy(string before, string after) => Assert.Null(Statements(before, after));

    [Fact]
    public void Options_of_the_table_need_a_copy()
        => Assert.Null(InPlaceEdit.Statements("t", Table("a INT"), Table("a INT") with { Options = "STRICT" }));

    private static IReadOnlyList<string>? Statements(string before, string after)
        => InPlaceEdit.Statements("t \"é", Table(before), Table(after));

    private static SqliteTableStatement Table(string body) => SqliteTableStatement.Parse($"CREATE TABLE t ({body})");
}
