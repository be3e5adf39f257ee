using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sqlite;
using Autogen.Testing;

namespace Autogen.Sqlite.Tests;

/// <summary>What of a table a copy is compared by besides the vocabulary.</summary>
public class DefinitionTests
{
    [Theory]
    [InlineData(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a text NOT NULL, UNIQUE (a), CHECK (a <> ''), FOREIGN KEY (a) REFERENCES u (b))", "")]
    [InlineData("CREATE TABLE t (id INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE)", "primary key (id): ON CONFLICT REPLACE")]
    [InlineData("CREATE TABLE t (id INTEGER PRIMARY KEY DESC)", "primary key (id): DESC|key column 'id': may be NULL")]
    [InlineData("CREATE TABLE t (id text PRIMARY KEY)", "key column 'id': may be NULL")]
    [InlineData("CREATE TABLE t (id INT PRIMARY KEY)", "key column 'id': may be NULL")]
    [InlineData("CREATE TABLE t (id text PRIMARY KEY) WITHOUT ROWID", "")]
    [InlineData(
        "CREATE TABLE t (id text NOT NULL, b text, PRIMARY KEY (b DESC, id COLLATE NOCASE) ON CONFLICT IGNORE)",
        "primary key (b, id): b DESC, id COLLATE NOCASE ON CONFLICT IGNORE|key column 'b': may be NULL")]
    [InlineData(
        "CREATE TABLE t (\"A b\" text UNIQUE ON CONFLICT FAIL, c int NOT NULL ON CONFLICT ABORT, CHECK (c > 0) ON CONFLICT ROLLBACK)",
        "unique constraint (A b): ON CONFLICT FAIL|NOT NULL (c): ON CONFLICT ABORT|check (c > 0): ON CONFLICT ROLLBACK")]
    [InlineData("CREATE TABLE t (a text REFERENCES u (b) MATCH FULL ON DELETE CASCADE)", "foreign key (a): MATCH FULL")]
    [Case("R20")]
    public void Unsupported_clauses_are_reported(string sql, string expected)
        => Assert.Equal(
            expected,
            string.Join(
                '|',
                SqliteDefinitions.Of(new ObjectName("t"), SqliteTableStatement.Parse(sql)).Select(item => $"{item.Part}: {item.Text}")));

    [Fact]
    [Case("R20")]
    public void Differences_are_reported_on_both_sides()
    {
        TableDefinition[] original = [new(new("t"), "primary key (id)", "DESC"), new(new("t"), "check (a)", "x")];
        TableDefinition[] copy = [new(new("t"), "check (a)", "y"), new(new("t"), "other", "z")];
        Assert.Equal(
            [
                "primary key (id) of 't': DESC (the copy has nothing)", "check (a) of 't': x (the copy has y)",
                "other of 't': nothing (the copy has z)"
            ],
            TableDefinition.Differences(original, copy));
    }
}
