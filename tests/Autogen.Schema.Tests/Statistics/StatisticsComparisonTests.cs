using Autogen.Schema.Statistics;

namespace Autogen.Schema.Tests.Statistics;

public class StatisticsComparisonTests
{
    private static readonly DatabaseStatistics before = new()
    {
        Provider = "postgresql",
        ServerVersion = "15.8",
        Database = "shop",
        Bytes = 10 * 1024 * 1024,
        Extensions = [new ExtensionVersion("citext", "1.6")],
        Tables =
        [
            Table("gone", 3, 8192),
            Table("orders", 100, 8192, new IndexStatistics("ix", IsUnique: false, 8192, Scans: 5)),
            Table("same", 1, 8192) with { SequentialScans = 1 },
        ],
    };

    [Fact]
    public void What_changed_is_named_and_nothing_else()
    {
        var changes = StatisticsComparison.Of(before, before with
        {
            Bytes = 12 * 1024 * 1024,
            Extensions = [new ExtensionVersion("citext", "1.7"), new ExtensionVersion("hstore", "1.8")],
            Tables =
            [
                Table("new", 0, 0),
                Table("orders", 90, 16384, new IndexStatistics("ix2", IsUnique: true, 8192, Scans: 0)),
                Table("same", 1, 8192) with { SequentialScans = 7, LastVacuum = "2026-12-01T00:00:00Z" },
            ],
        });
        Assert.Equal(
            [("size", "10 MB", "12 MB"), ("extension citext", "1.6", "1.7"), ("extension hstore", null, "1.8")],
            changes.Facts.Select(fact => (fact.Name, fact.Before, fact.After)));
        Assert.Equal(
            [("s.gone", 3L, null), ("s.new", null, 0L), ("s.orders", 100L, 90L)],
            changes.Tables.Select(change => (change.Name, change.Before?.Rows, change.After?.Rows)));
        Assert.Equal(
            [("ix", true, false), ("ix2", false, true)],
            changes.Tables[2].Indexes.Select(index => (index.Name, index.Before is not null, index.After is not null)));
    }

    [Fact]
    public void A_database_does_not_differ_from_itself()
    {
        var changes = StatisticsComparison.Of(before, before);
        Assert.Empty(changes.Facts);
        Assert.Empty(changes.Tables);
    }

    [Fact]
    public void Names_with_points_are_two_tables()
    {
        var odd = before with
        {
            Tables =
            [
                Table("b.c", 1, 8192) with { Schema = "a" },
                Table("c", 1, 8192) with { Schema = "a.b" },
            ],
        };
        Assert.Empty(StatisticsComparison.Of(odd, odd).Tables);
        Assert.Equal(["a.b.c"], StatisticsComparison.Of(odd with { Tables = [odd.Tables[0]] }, odd).Tables.Select(change => change.Name));
    }

    [Theory]
    [InlineData(0L, "0 bytes")]
    [InlineData(1023L, "1,023 bytes")]
    [InlineData(1024L, "1 kB")]
    [InlineData(1536L, "1.5 kB")]
    [InlineData(10L * 1024 * 1024, "10 MB")]
    [InlineData(-1536L, "-1.5 kB")]
    [InlineData(long.MaxValue, "8,192 PB")]
    public void Bytes_are_for_people(long bytes, string text) => Assert.Equal(text, ByteText.Of(bytes));

    [Fact]
    public void A_difference_has_its_sign()
    {
        Assert.Equal("+1 kB", ByteText.Difference(0, 1024));
        Assert.Equal("-1 kB", ByteText.Difference(1024, 0));
        Assert.Null(ByteText.Difference(null, 1));
    }

    private static TableStatistics Table(string name, long rows, long bytes, params IReadOnlyList<IndexStatistics> indexes)
        => new() { Schema = "s", Name = name, Rows = rows, HeapBytes = bytes, Indexes = indexes };
}
