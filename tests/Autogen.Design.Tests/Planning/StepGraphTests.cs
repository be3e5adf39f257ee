using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;

namespace Autogen.Design.Tests.Planning;

public class StepGraphTests
{
    /// <summary><c>b&gt;a</c>: b comes after a.</summary>
    [Theory]
    [InlineData("c b a", "a b c")]
    [InlineData("a>b b>c c", "c b a")]
    [InlineData("a>z z m", "m z a")]
    [InlineData("a>x b a", "a b")]
    [InlineData("a>a", "a")]
    [InlineData("d>b d>c b>a c>a a", "a b c d")]
    [InlineData("", "")]
    public void Orders_by_dependencies_then_by_name(string given, string expected)
        => Assert.Equal(expected, Sort(given.Split(' ')));

    [Fact]
    public void The_order_of_adding_does_not_matter()
    {
        string[] given = ["d>b", "d>c", "b>a", "c>a", "a", "e", "f>e", "0>f"];
        var expected = Sort(given);
        var random = new Random(1);
        for (var i = 0; i < 100; i++)
        {
            random.Shuffle(given);
            Assert.Equal(expected, Sort(given));
        }
    }

    [Fact]
    public void Cycle_is_named()
        => Assert.Equal(
            "These steps wait for each other: a, b.", Assert.Throws<InvalidOperationException>(() => Sort(["a>b", "b>a", "c"])).Message);

    private static string Sort(string[] given)
    {
        var graph = new StepGraph<string>(StringComparer.Ordinal);
        foreach (var edge in given.Where(edge => edge.Length != 0).Select(edge => edge.Split('>')))
            graph.Add(edge[0], edge[1..]);
        return string.Join(' ', graph.Sort());
    }
}
