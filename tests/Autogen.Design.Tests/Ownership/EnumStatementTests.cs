using Autogen.Design.Ownership;

namespace Autogen.Design.Tests.Ownership;

public class EnumStatementTests
{
    [Theory]
    [InlineData("CREATE TYPE mood AS ENUM ('a')", "Create mood")]
    [InlineData("create type \"Sch Ema\".\"Mo\"\"od\" as enum ('a');", "Create Sch Ema.Mo\"od")]
    [InlineData("DROP TYPE Mood;", "Drop mood")]
    [InlineData("DROP TYPE IF EXISTS shop.mood CASCADE", "Drop shop.mood")]
    [InlineData("ALTER TYPE \"mood\" RENAME TO \"mood_old\";", "Rename mood mood_old")]
    [InlineData("ALTER TYPE mood ADD VALUE 'b'", null)]
    [InlineData("CREATE TYPE pair AS (a int, b int)", null)]
    [InlineData("SELECT 'CREATE TYPE mood AS ENUM'", null)]
    public void Reads_what_happens_to_a_type(string sql, string? expected)
    {
        var statement = EnumStatement.Read(sql);
        Assert.Equal(expected, statement is null ? null : $"{statement.Verb} {statement.Name} {statement.NewName}".TrimEnd());
    }
}
