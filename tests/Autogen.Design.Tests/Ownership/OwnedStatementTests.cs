using Autogen.Design.Ownership;

namespace Autogen.Design.Tests.Ownership;

public class OwnedStatementTests
{
    [Theory]
    [InlineData("CREATE TYPE mood AS ENUM ('a')", "Create EnumType mood")]
    [InlineData("create type \"Sch Ema\".\"Mo\"\"od\" as enum ('a');", "Create EnumType Sch Ema.Mo\"od")]
    [InlineData("DROP TYPE Mood;", "Drop EnumType mood")]
    [InlineData("DROP TYPE IF EXISTS shop.mood CASCADE", "Drop EnumType shop.mood")]
    [InlineData("ALTER TYPE \"mood\" RENAME TO \"mood_old\";", "Rename EnumType mood -> mood_old")]
    [InlineData("ALTER TYPE mood SET SCHEMA shop", "Move EnumType mood -> shop")]
    [InlineData("ALTER SEQUENCE shop.numbers RENAME TO \"Numbers\"", "Rename Sequence shop.numbers -> Numbers")]
    [InlineData("ALTER SEQUENCE IF EXISTS shop.numbers SET SCHEMA public;", "Move Sequence shop.numbers -> public")]
    [InlineData("ALTER TABLE \"Orders\" RENAME TO clients", "Rename Table Orders -> clients")]
    [InlineData("ALTER TABLE ONLY shop.orders SET SCHEMA \"Public\"", "Move Table shop.orders -> Public")]
    [InlineData("ALTER TABLE orders ADD CONSTRAINT \"CK a\" CHECK (true) NOT VALID", "Create PartOfTable orders CK a")]
    [InlineData("ALTER TABLE orders DROP CONSTRAINT IF EXISTS \"CK a\"", "Drop PartOfTable orders CK a")]
    [InlineData("ALTER TABLE shop.orders RENAME CONSTRAINT a TO \"B\"", "Rename PartOfTable shop.orders a -> B")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"IX\" ON ONLY shop.orders (a)", "Create PartOfTable shop.orders IX")]
    [InlineData("CREATE INDEX ix ON orders (lower(a))", "Create PartOfTable orders ix")]
    [InlineData("ALTER TABLE orders RENAME COLUMN a TO b", null)]
    [InlineData("ALTER TABLE orders RENAME a TO b", null)]
    [InlineData("ALTER TYPE mood ADD VALUE 'b'", null)]
    [InlineData("CREATE TYPE pair AS (a int, b int)", null)]
    [InlineData("SELECT 'CREATE TYPE mood AS ENUM'", null)]
    public void Reads_what_happens_to_what_a_revision_made(string sql, string? expected)
    {
        var statement = OwnedStatement.Read(sql);
        var newName = statement?.NewName is { } name ? $" -> {name}" : "";
        Assert.Equal(expected, statement is null
            ? null
            : $"{statement.Verb} {statement.Kind} {statement.Name}{(statement.Part is { } part ? " " + part : "")}{newName}");
    }
}
