using System.Globalization;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Rows of HasData may be many megabytes: their SQL is not held, and is the same each time it is written.</summary>
[Case("R13")]
public class RowsStatementTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Many_rows_are_inserted_and_scripted_like_few(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var values = new object[2_000, 2];
        for (var row = 0; row < 2_000; row++)
            (values[row, 0], values[row, 1]) = (row, $"it's {row}; \r\n{new string('é', 100)}");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE words (id integer PRIMARY KEY, word text)");
            op.InsertData("words", ["id", "word"], ["integer", "text"], values);
        };

        // The operations are the same ones for the upgrade and the script.
        var script = await database.UseAsync(upgrader => upgrader.ScriptAsync(
            new ScriptOptions { Target = "first0000000", Direction = StepDirection.Upgrade, From = [] }, CancellationToken.None));
        await database.UpgradeAsync("first0000000");
        Assert.Equal(2_000L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM words"), CultureInfo.InvariantCulture));
        Assert.Equal(values[7, 1], await database.ScalarAsync("SELECT word FROM words WHERE id = 7"));
        Assert.Contains(new string('é', 100), script.Text, StringComparison.Ordinal);
        await database.ExecuteAsync("DROP TABLE words; DROP TABLE autogen_version; DROP TABLE autogen_log");
        await database.ExecuteAsync(script.Text);
        Assert.Equal(values[1_999, 1], await database.ScalarAsync("SELECT word FROM words WHERE id = 1999"));
    }

    [Fact]
    public void Only_long_sql_is_written_again()
    {
        using var context = new DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
        var compiler = new StepCompiler(context, Revisions.Set, AllDrivers.Of(context));
        Assert.IsType<SqlStatement>(Assert.Single(compiler.Compile([Insert(10)])));
        var rows = Assert.IsType<RowsStatement>(Assert.Single(compiler.Compile([Insert(RowsStatement.Least)])));
        Assert.Equal(rows.Sql, rows.Sql);
        Assert.NotSame(rows.Sql, rows.Sql);
    }

    private static InsertDataOperation Insert(int length) => new()
    {
        Table = "words",
        Columns = ["word"],
        ColumnTypes = ["TEXT"],
        Values = new object[,] { { new string('x', length) } },
    };
}
