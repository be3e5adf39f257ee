using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests;

public class EquatableListTests
{
    [Fact]
    public void Lists_with_equal_items_in_the_same_order_are_equal()
    {
        EquatableList<string> one = ["a", "b"];
        EquatableList<string> other = ["a", "b"];
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(new PrimaryKey("pk", one), new PrimaryKey("pk", other));
    }

    [Fact]
    public void Order_and_length_matter()
    {
        EquatableList<string> list = ["a", "b"];
        Assert.NotEqual(list, ["b", "a"]);
        Assert.NotEqual(list, ["a"]);
        Assert.NotEqual(list, default);
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        Assert.Equal(default, EquatableList.Create<string>([]));
        Assert.Empty(default(EquatableList<string>));
    }
}
