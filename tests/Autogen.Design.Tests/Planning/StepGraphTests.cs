using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;

namespace Autogen.Design.Tests.Planning;

public class StepGraphTests
{
    /// <summary><c>b&gt;a</c>: b comes after a; <c>a&lt;b</c>: a comes before b.</summary>
    [Theory]
    [InlineData("c b a", "a b c")]
    [InlineData("a>b b>c c", "c b a")]
    [InlineData("a>z z m", "m z a")]
    [InlineData("a>x b a", "a b")]
    [InlineData("a>a", "a")]
    [InlineData("d>b d>c b>a c>a a", "a b c d")]
    [InlineData("b<a a", "b a")]
    [InlineData("c<a c<b a b", "c a b")]
    [InlineData("b<x b a", "a b")]
    [InlineData("a<a", "a")]
    [InlineData("z<m m>k z k", "k z m")]
    [InlineData("", "")]
    public void Orders_by_dependencies_then_by_name(string given, string expected)
        => Assert.Equal(expected, Sort(given.Split(' ')));

    [Fact]
    public void The_order_of_adding_does_not_matter()
    {
        string[] given = ["d>b", "d>c", "b>a", "c>a", "a", "e<f", "f>e", "0>f", "9<b"];
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

    [Fact]
    public void Cycle_of_after_and_before_is_named()
        => Assert.Equal(
            "These steps wait for each other: a, b.", Assert.Throws<InvalidOperationException>(() => Sort(["a>b", "a<b", "b"])).Message);

    private static string Sort(string[] given)
    {
        var graph = new StepGraph<string>(StringComparer.Ordinal);
        foreach (var edge in given.Where(edge => edge.Length != 0))
        {
            var names = edge.Split('>', '<');
            graph.Add(names[0], after: edge.Contains('>') ? names[1..] : [], before: edge.Contains('<') ? names[1..] : []);
        }

        return string.Join(' ', graph.Sort());
    }
}
