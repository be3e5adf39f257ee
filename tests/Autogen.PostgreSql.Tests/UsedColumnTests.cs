using Autogen.Scenarios.Databases;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;
using Autogen.Schema.Sql;
using Npgsql;

namespace Autogen.PostgreSql.Tests;

/// <summary>
/// The columns that expressions use, as the catalogue has them: columns are named like functions, types, fields and tables.
/// </summary>
public class UsedColumnTests
{
    private const string Tables =
        """"
        CREATE TABLE t (
            id int PRIMARY KEY, "date" timestamp, lower text, year int, "C" text, "Straße" int, "a""b" int, code text, made date,
            next_year int GENERATED ALWAYS AS (EXTRACT(year FROM made)::int + "Straße") STORED);
        CREATE FUNCTION is_complete(t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
        CREATE FUNCTION is_named(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> 'lower' $$;
        ALTER TABLE t
            ADD CONSTRAINT typed CHECK (made > date '2020-01-01'),
            ADD CONSTRAINT called CHECK (lower(code) <> 'year' AND code COLLATE "C" <> $$ date $$),
            ADD CONSTRAINT quoted CHECK ("a""b" > 0 OR "Straße" > 0),
            ADD CONSTRAINT escaped CHECK (U&"\0079ear" > 0),
            ADD CONSTRAINT projected CHECK (code(t) <> ''),
            ADD CONSTRAINT whole CHECK (t IS DISTINCT FROM NULL),
            ADD CONSTRAINT passed CHECK (is_complete(t)),
            ADD CONSTRAINT qualified CHECK (is_named(t.code) AND t.made > '-infinity'),
            ADD CONSTRAINT constant CHECK (date '2020-01-01' < date '2021-01-01');
        CREATE INDEX expressions ON t (year, pg_catalog.lower(code)) WHERE made > date '2020-01-01';
        CREATE INDEX row_text ON t (is_complete(t));
        CREATE INDEX plain ON t (year) INCLUDE (lower);
        """";

    [Fact]
    public async Task Columns_of_every_expression_are_read()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Tables);
        var table = await ReadAsync(database.ConnectionString);
        Assert.Equal(["Straße", "made"], Sorted(table.FindColumn("next_year")!.Generated!.Expression));
        Assert.Equal(
            """
            called: code
            constant: 
            escaped: year
            passed: 
            projected: code
            qualified: code, made
            quoted: Straße, a"b
            typed: made
            whole: 
            """.ReplaceLineEndings("\n"),
            string.Join('\n', table.CheckConstraints.Select(check => $"{check.Name}: {string.Join(", ", Sorted(check.Expression))}")));
        var index = table.Indexes.Single(index => index.Name == "expressions");
        Assert.Equal(["code", "made", "year"], Sorted(index.Filter!));
        Assert.Equal(["code", "made", "year"], Sorted(index.Parts[1].Expression!));
    }

    [Theory]
    [InlineData("date", "passed,whole", "row_text")]
    [InlineData("lower", "passed,whole", "plain,row_text")]
    [InlineData("year", "escaped,passed,whole", "expressions,plain,row_text")]
    [InlineData("code", "called,passed,projected,qualified,whole", "expressions,row_text")]
    [InlineData("C", "passed,whole", "row_text")]
    [InlineData("a\"b", "passed,quoted,whole", "row_text")]
    public async Task An_object_uses_a_column_or_the_whole_row_and_nothing_of_the_same_name(string column, string checks, string indexes)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Tables);
        var table = await ReadAsync(database.ConnectionString);
        bool Uses(SqlExpression? expression)
            => expression is not null && ColumnMentions.MayMention(expression, table, column, new PostgreSqlDialect());
        Assert.Equal(
            checks, string.Join(',', table.CheckConstraints.Where(check => Uses(check.Expression)).Select(check => check.Name)));
        Assert.Equal(
            indexes,
            string.Join(',', table.Indexes.Where(index => Uses(index.Filter)
                || index.Parts.Any(part => part.Column == column || Uses(part.Expression))
                || index.IncludedColumns.Contains(column)).Select(index => index.Name)));
    }

    [Fact]
    public async Task Reserved_words_are_those_of_the_server()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var missing = new List<string>();
        while (await reader.ReadAsync())
        {
            if (!SqlSyntax.PostgreSql.Reserved.Contains(reader.GetString(0)))
                missing.Add(reader.GetString(0));
        }

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Sorted(SqlExpression expression) => expression.Columns.Value!.Order(StringComparer.Ordinal);

    private static async Task<Table> ReadAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return (await PostgreSqlReader.ReadAsync(connection, CancellationToken.None)).FindTable(new ObjectName("t"))!;
    }
}
