using Autogen.Design.Ownership;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Ownership;

public class RowStatementTests
{
    [Theory]
    [InlineData("INSERT INTO tags (id) VALUES (1);")]
    [InlineData("INSERT INTO tags (id) VALUES (1); -- HasData")]
    [InlineData("-- HasData\nSELECT 1")]
    [InlineData("")]
    public void Authors_own_statement_is_not_seed_data(string sql) => Assert.Null(RowStatement.Read(sql));

    [Fact]
    public void An_insert_tells_the_rows_with_their_literals()
    {
        var statement = RowStatement.Read(
            "-- HasData\nINSERT INTO \"my s\".\"Wör\"\"d, less\" (\"Id\", \"it's\") OVERRIDING SYSTEM VALUE VALUES (1, ARRAY['a, "
                + "(b','it''s']::text[]), (2, NULL);")!;

        Assert.Equal(RowStatement.Verbs.Insert, statement.Verb);
        Assert.Equal(new ObjectName("my s", "Wör\"d, less"), statement.Table);
        Assert.Equal(["1", "2"], statement.Rows.Select(row => row["Id"].Text));
        Assert.Equal(["ARRAY['a, (b','it''s']::text[]", "NULL"], statement.Rows.Select(row => row["it's"].Text));
    }

    [Fact]
    public void An_update_tells_the_key_and_the_values()
    {
        var statement = RowStatement.Read(
            "-- HasData\r\nUPDATE tags SET a = 'x WHERE y', b = int4range(1, 2) WHERE id = 'p AND q' AND k = 2;")!;

        Assert.Equal(RowStatement.Verbs.Update, statement.Verb);
        Assert.Equal(new ObjectName(null, "tags"), statement.Table);
        Assert.Equal([("id", "'p AND q'"), ("k", "2")], statement.Rows[0].Select(value => (value.Key, value.Value.Text)));
        Assert.Equal([("a", "'x WHERE y'"), ("b", "int4range(1, 2)")], statement.Values.Select(value => (value.Key, value.Value.Text)));
    }

    [Theory]
    [InlineData("id = 'p = q' AND \"K = 2\" = 2")]
    [InlineData("id OPERATOR(pg_catalog.=) 'p = q' AND \"K = 2\" OPERATOR(pg_catalog.=) 2")]
    [InlineData("id OPERATOR(\"pg_catalog\".=) 'p = q' AND \"K = 2\" = 2")]
    [Case("S1")]
    public void Key_is_read_with_and_without_the_operators_schema(string condition)
    {
        var statement = RowStatement.Read($"-- HasData\nDELETE FROM tags WHERE {condition};")!;
        Assert.Equal([("id", "'p = q'"), ("K = 2", "2")], statement.Rows[0].Select(value => (value.Key, value.Value.Text)));
    }

    [Fact]
    public void A_row_inserted_by_SQL_is_a_revisions_until_it_is_deleted_by_either()
    {
        foreach (var last in new MigrationOperation[]
                 {
                     new SqlOperation { Sql = "-- HasData\nDELETE FROM tags WHERE id = 1 AND name = 'it''s';" },
                     new DeleteDataOperation { Table = "tags", KeyColumns = ["id", "name"], KeyValues = new object?[,] { { 1, "it's" } } },
                 })
        {
            var rows = new RevisionRows((schema, name) => new ObjectName(schema, name));
            rows.Replay(new SqlOperation { Sql = "-- HasData\nINSERT INTO tags (id, name) VALUES (1, 'it''s'), (2, 'b');" });
            rows.Replay(new SqlOperation { Sql = "INSERT INTO tags (id, name) VALUES (3, 'own');" });
            Assert.Equal(2, rows.Of(new ObjectName(null, "tags")).Count);

            rows.Replay(last);
            Assert.Equal(new SqlLiteral("2"), Assert.Single(rows.Of(new ObjectName(null, "tags")))["id"]);
        }
    }
}
