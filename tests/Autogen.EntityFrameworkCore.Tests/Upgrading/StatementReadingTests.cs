using Autogen.Drivers.PostgreSql;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Xunit;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>What is read out of statements that people wrote.</summary>
public class StatementReadingTests
{
    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY ix ON t (a)", "ix on t")]
    [InlineData(
        "-- why\n/* and\nhow */ create unique index concurrently if not exists \"I x\" on only s.\"T t\" (a)", "\"I x\" on s.\"T t\"")]
    [InlineData("CREATE INDEX CONCURRENTLY \"a\"\"b\" ON \"S\" . t (a)", "\"a\"\"b\" on \"S\" . t")]
    [InlineData("DROP INDEX CONCURRENTLY IF EXISTS s.ix;", "s.ix dropped")]
    [InlineData("DROP INDEX CONCURRENTLY ix CASCADE", "ix dropped")]
    [InlineData("DROP INDEX CONCURRENTLY a, b", null)]
    [InlineData("CREATE INDEX CONCURRENTLY ON t (a)", null)]
    [InlineData("CREATE INDEX ix ON t (a)", null)]
    [InlineData("SELECT 'CREATE INDEX CONCURRENTLY ix ON t (a)'", null)]
    [InlineData("", null)]
    public void An_index_is_known_that_is_created_or_dropped_concurrently(string sql, string? expected)
        => Assert.Equal(
            expected,
            ConcurrentIndex.Of(sql) is { } index ? index.Name + (index.IsCreated ? $" on {index.Table}" : " dropped") : null);

    [Theory]
    [InlineData("PostgreSQL", "a = b, c = (SELECT x FROM y WHERE z = 1), d = 'e = f, g = h'", "a c d")]
    [InlineData("PostgreSQL", "(a, \"B\"\"b\") = ROW(c, d = e), Total = 1", "a B\"b total")]
    [InlineData("PostgreSQL", "tags[1] = 'x', point.x = 2, n=-1", "tags point n")]
    [InlineData("PostgreSQL", "a = ARRAY[b, c], d = E'it\\'s, e = ''', f = $$, g = $$", "a d f")]
    [InlineData("PostgreSQL", "a = b -- , c = d\n, /* e = 1, */ f = 2", "a f")]
    [InlineData("PostgreSQL", "ÄB = 1", "Äb")]
    [InlineData("SQLite", "[a,b] = 1, `c=d` = 2, \"e\" = 'x', Total = y", "a,b c=d e Total")]
    public void The_columns_that_a_backfill_assigns_to_are_known(string database, string set, string columns)
        => Assert.Equal(
            columns, string.Join(' ', BackfillAssignments.Of(set, AllDialects.All.Single(dialect => dialect.Name == database).Syntax)));
}
