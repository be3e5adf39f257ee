using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>The order in which differences are listed, whatever the order in which they were found.</summary>
public class FindingsTests
{
    [Fact]
    public void Of_one_name_removals_precede_changes_and_changes_precede_additions()
        => Are(
            [Removed("t", Foreign(null, "z", "t")), Altered("t", Foreign(null, "y", "t")), Added("t", Foreign(null, "x", "t"))]);

    [Fact]
    public void What_is_alike_in_name_is_ordered_by_what_it_is_about()
        => Are([Added("t", Foreign(null, "a", "t")), Added("t", Foreign(null, "b", "t")), Added("t", Foreign(null, "b", "u"))]);

    [Fact]
    public void What_is_alike_in_that_too_is_ordered_by_all_else()
        => Are(
            [
                Added("t", Foreign(null, "a", "t")),
                Added("t", Foreign(null, "a", "t", ForeignKeyAction.Cascade)),
                Added("t", Foreign(null, "a", "t", ForeignKeyAction.SetNull))
            ]);

    [Fact]
    public void The_table_counts_more_than_the_name_and_the_name_more_than_the_kind_of_change()
        => Are([Added("a", Foreign("z", "a", "t")), Added("b", Foreign("x", "a", "t")), Removed("b", Foreign("y", "a", "t"))]);

    [Fact]
    public void What_is_left_alone_is_ordered_by_kind_table_and_name()
    {
        IgnoredObject[] expected =
        [
            new(ObjectKind.Schema, null, "s", ""), new(ObjectKind.Index, Name("a"), "iz", ""), new(ObjectKind.Index, Name("b"), "ix", ""),
            new(ObjectKind.Index, Name("b"), "iy", ""),
        ];
        foreach (var order in Orders(expected))
        {
            var findings = new Findings();
            foreach (var left in order)
                findings.Add(left);
            Assert.Equal(expected, findings.IgnoredObjects());
        }
    }

    private static void Are(IReadOnlyList<Change> expected)
    {
        foreach (var order in Orders(expected))
        {
            var findings = new Findings();
            foreach (var change in order)
                findings.Add(change);
            Assert.Equal(expected, findings.Changes());
        }
    }

    private static IEnumerable<IEnumerable<T>> Orders<T>(IReadOnlyList<T> items) => [items, items.Reverse(), [.. items.Skip(1), items[0]]];

    private static Added<ForeignKey> Added(string table, ForeignKey key) => new(ObjectKind.ForeignKey, Name(table), key);

    private static Removed<ForeignKey> Removed(string table, ForeignKey key) => new(ObjectKind.ForeignKey, Name(table), key);

    private static Altered<ForeignKey> Altered(string table, ForeignKey key)
        => new(ObjectKind.ForeignKey, Name(table), key, key with { OnDelete = ForeignKeyAction.Cascade }, []);
}
