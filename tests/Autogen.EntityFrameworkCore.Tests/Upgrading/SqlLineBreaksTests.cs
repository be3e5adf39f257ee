using Autogen.Upgrading;
using Autogen.Upgrading.Scripting;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Line breaks in a script.</summary>
public class SqlLineBreaksTests
{
    [Theory]
    [InlineData("SELECT 1;\r\nSELECT 2;\rSELECT 3", "SELECT 1;\nSELECT 2;\nSELECT 3")]
    [InlineData("SELECT 'a\r\nb''\r', \"c\r\nd\"\r\n", "SELECT 'a\r\nb''\r', \"c\r\nd\"\n")]
    [InlineData("SELECT E'\\'\r\n'\r\n", "SELECT E'\\'\r\n'\n")]
    [InlineData("-- it's\r\nSELECT 'x'", "-- it's\nSELECT 'x'")]
    [InlineData("DO $a$ BEGIN\r\n $$ ' $$ END $a$;\r\n", "DO $a$ BEGIN\r\n $$ ' $$ END $a$;\n")]
    [InlineData("SELECT 'a\u2028b\u0085c\f'", "SELECT 'a\u2028b\u0085c\f'")]
    public void Between_statements_are_one_and_in_values_are_as_they_were(string sql, string expected)
        => Assert.Equal(expected, SqlLineBreaks.Normalise(sql));
}
