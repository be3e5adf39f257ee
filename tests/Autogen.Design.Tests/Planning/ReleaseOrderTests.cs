using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;

namespace Autogen.Design.Tests.Planning;

/// <summary>The order of rows among themselves, for any number of rows.</summary>
[Case("R13")]
public class ReleaseOrderTests
{
    [Fact]
    public void Order_is_that_of_the_definition()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var items = Enumerable.Range(0, random.Next(1, 9))
                .Select(number => new Item(number, Some(random), Some(random))).ToList();
            var expected = Defined(items).Select(item => item.Number);
            var actual = ReleaseOrder.Of(items, item => item.Holds, item => item.WaitsFor).Select(item => item.Number);
            Assert.True(expected.SequenceEqual(actual), $"seed {seed}: {string.Join("; ", items)}");
        }
    }

    // Comparing each with each would take hours.
    [Fact]
    public void Chain_of_a_hundred_thousand_is_put_in_order()
    {
        const int Count = 100_000;
        var ordered = ReleaseOrder.Of<int, int>(
            [.. Enumerable.Range(0, Count)], number => [number], number => number == Count - 1 ? [] : [number + 1]);
        Assert.Equal(Enumerable.Range(0, Count).Reverse(), ordered);
    }

    [Fact]
    public void All_that_wait_for_the_same_are_left_as_they_were()
        => Assert.Equal(
            Enumerable.Range(0, 50_000), ReleaseOrder.Of<int, string>([.. Enumerable.Range(0, 50_000)], _ => ["one"], _ => ["one"]));

    // Comparing each pair, as the summary says it.
    private static List<Item> Defined(List<Item> items)
    {
        List<Item> ordered = [];
        var pending = items.ToList();
        while (pending.Count > 0)
        {
            var free = pending.FindAll(
                item => !pending.Exists(other => other.Number != item.Number && item.WaitsFor.Intersect(other.Holds).Any()));
            if (free.Count == 0)
                return [.. ordered, .. pending];
            ordered.AddRange(free);
            pending.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private static List<int> Some(Random random) => [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.Next(0, 6))];

    private sealed record Item(int Number, List<int> Holds, List<int> WaitsFor)
    {
        public override string ToString() => $"{Number}: holds {string.Join(',', Holds)}, waits for {string.Join(',', WaitsFor)}";
    }
}
