using Autogen.Schema.Objects;
using Autogen.Schema.Tests.Comparison;

namespace Autogen.Schema.Tests.Objects;

public class KindTests
{
    /// <summary>Two objects of every kind: <c>a</c> and <c>b</c>.</summary>
    private static readonly DatabaseSchema Both = Kinds.All
        .SelectMany(kind => new[] { "a", "b" }.Select(name => new SchemaItem(kind, Sample(kind, name))))
        .ToSchema();

    [Fact]
    public void Every_list_of_a_schema_is_that_of_a_kind()
    {
        var lists = typeof(DatabaseSchema).GetProperties()
            .Where(property => property.PropertyType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(EquatableList<>))
            .ToList();
        Assert.Equal(lists.Count, Kinds.All.Count);
        Assert.All(lists, list => Assert.Equal(2, ((System.Collections.IEnumerable)list.GetValue(Both)!).Cast<object>().Count()));
        Assert.Equal(Both, Both.Items().ToSchema());
    }

    [Fact]
    public void Every_kind_is_filtered()
    {
        var left = Both.Where(item => item.Name.Name == "b");
        Assert.Equal(Kinds.All.Select(kind => (kind, "b")), left.Items().Select(item => (item.Kind, item.Name.Name)));
        Assert.All(Kinds.All, kind => Assert.True(left.Has(kind, new ObjectName("b")) && !left.Has(kind, new ObjectName("a"))));
    }

    [Fact]
    public void A_union_has_equal_objects_once_and_is_sorted_by_name()
    {
        var later = Kinds.All.Select(kind => new SchemaItem(kind, Sample(kind, "c"))).ToSchema();
        var union = later.Union(Both.Where(item => item.Name.Name == "b")).Union(Both);
        Assert.All(Kinds.All, kind => Assert.Equal(["a", "b", "c"], kind.In(union).Select(item => kind.NameOf(item).Name)));
    }

    [Fact]
    public void The_kind_of_an_object_is_known()
    {
        Assert.All(Both.Items(), item => Assert.Same(item.Kind, SchemaItem.Of(item.Value).Kind));
        Assert.Throws<ArgumentException>(() => SchemaItem.Of(new PrimaryKey("pk", ["a"])));
    }

    [Theory]
    [InlineData("floatrange", "floatmultirange")]
    [InlineData("span", "span_multirange")]
    [InlineData("range of ranges", "multirange of ranges")]
    public void A_range_type_brings_a_multirange(string name, string expected)
    {
        var types = RangeType.TypesOf(new RangeType(new ObjectName("s", name))).ToList();
        Assert.Equal([StoreTypeKind.Range, StoreTypeKind.Multirange], types.Select(type => type.Kind));
        Assert.Equal([new ObjectName("s", name), new ObjectName("s", expected)], types.Select(type => type.Name));
        Assert.Equal($"\"s\".\"{name}\"", types[1].Of?.Text);
    }

    [Theory]
    [InlineData("bigint", 1, 1, 1, long.MaxValue, null, null, null)]
    [InlineData("integer", 1, 1, 1, int.MaxValue, null, null, null)]
    [InlineData("integer", 1, 1, 1, 9L, null, null, 9L)]
    [InlineData("smallint", 5, 2, 1, short.MaxValue, 5L, null, null)]
    [InlineData("smallint", -1, -1, short.MinValue, -1, null, null, null)]
    [InlineData("bigint", 7, -2, 0, 7, null, 0L, 7L)]
    public void Options_that_say_what_the_database_would_choose_are_not_said(
        string type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long? expectedStart,
        long? expectedMinimum,
        long? expectedMaximum)
    {
        var options = new SequenceOptions { Start = start, Increment = increment, Minimum = minimum, Maximum = maximum }.Normal(type);
        Assert.Equal((expectedStart, expectedMinimum, expectedMaximum), (options.Start, options.Minimum, options.Maximum));
    }

    private static object Sample(Kind kind, string name)
        => kind.Value == ObjectKind.Table ? new Table { Name = new ObjectName(name) } : KindSamples.Of(kind, name);
}
