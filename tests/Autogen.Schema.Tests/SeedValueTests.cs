using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests;

/// <summary>Values of rows whose literals are too long to be kept.</summary>
[Case("R13")]
public class SeedValueTests
{
    private static readonly string text = new('x', 1000);

    [Fact]
    public void Long_literals_are_equal_if_their_texts_are()
    {
        Assert.Equal(Long("c", text), Long("c", new string('x', 1000)));
        Assert.Equal(Long("c", text).GetHashCode(), Long("c", new string('x', 1000)).GetHashCode());
        Assert.NotEqual(Long("c", text), Long("c", text[..^1] + "y"));
        Assert.NotEqual(Long("c", text), Long("c", text + "x"));
        Assert.NotEqual(Long("c", text), Long("d", text));
    }

    [Fact]
    public void A_long_literal_is_written_when_it_is_asked_for()
    {
        var written = 0;
        var value = new SeedValue("c", new LongLiteral(text, () =>
        {
            written++;
            return text;
        }));
        Assert.Equal(1000, value.Length);
        Assert.True(value == value with { });
        Assert.Equal(0, written);
        Assert.Equal(text, value.Literal);
        Assert.Equal(text, (value with { Column = "d" }).Literal);
        Assert.Equal("NULL", (value with { Literal = "NULL" }).Literal);
    }

    private static SeedValue Long(string column, string literal) => new(column, new LongLiteral(literal, () => literal));
}
