using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Sqlite.Tests;

/// <summary>What a change of type does to values.</summary>
public class ConversionTests
{
    [Theory]
    [InlineData("REAL", "INTEGER", true, true)]
    [InlineData("TEXT", "integer", true, true)]
    [InlineData("REAL", "INTEGER", false, false)]
    [InlineData("REAL", "TEXT", true, false)]
    [InlineData("INTEGER", "TEXT", true, false)]
    public void A_rows_own_number_is_a_whole_one(string current, string target, bool isKey, bool mayFail)
    {
        DatabaseSchema Of(string type) => new()
        {
            Tables = [new Table
            {
                Name = new ObjectName("t"),
                Columns = [Column("n", type), Column("m", type)],
                PrimaryKey = new PrimaryKey(null, [isKey ? "n" : "m"])
            }],
        };
        Assert.Equal(mayFail, AllDialects.ForProvider("Microsoft.EntityFrameworkCore.Sqlite")
            .Conversion(Column("n", current), Column("n", target), Of(current), Of(target)).MayFail);
    }

    private static Column Column(string name, string type) => new() { Name = name, Type = type };
}
