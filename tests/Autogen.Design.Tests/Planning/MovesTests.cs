using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;

namespace Autogen.Design.Tests.Planning;

public class MovesTests
{
    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("a=b b=c", "b=c a=b")]
    [InlineData("a=b b=a", "a=a~ b=a a~=b")]
    [InlineData("a=b b=c c=a", "a=a~ c=a b=c a~=b")]
    [InlineData("x=y a=b b=a", "x=y a=a~ b=a a~=b")]
    public void A_name_is_given_when_nothing_bears_it(string given, string expected)
        => Assert.Equal(
            expected,
            string.Join(
                ' ',
                Moves.Order(
                    given.Split(' ').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])), StringComparer.Ordinal, name => name + "~")
                    .Select(move => $"{move.From}={move.To}")));
}
