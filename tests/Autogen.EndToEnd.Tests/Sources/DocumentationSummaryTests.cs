namespace Autogen.EndToEnd.Tests.Sources;

public sealed class DocumentationSummaryTests : IDisposable
{
    private readonly RevisionsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("/// <summary></summary>", "")]
    [InlineData("/// <summary>add orders</summary>", "add orders")]
    [InlineData("/// <summary> 1 &lt; 2 &amp; &quot;x&quot; &#65; </summary>", "1 < 2 & \"x\" A")]
    [InlineData("/// <summary>\n/// two\n///\n///   lines\n/// </summary>", "two\n\nlines")]
    [InlineData("/// <summary>\r\n/// two\r\n/// lines\r\n/// </summary>", "two\nlines")]
    [InlineData("/// <remarks>why</remarks>\n/// <summary>what</summary>", "what")]
    [InlineData(
        "/// <summary>adds <see cref=\"Order.Total\"/>, <c>x</c> and <paramref name=\"y\"/></summary>", "adds Order.Total, x and y")]
    [InlineData("/** <summary>\n * starred\n * </summary> */", "starred")]
    [InlineData("// <summary>no documentation</summary>", "")]
    [InlineData("/// no summary", "")]
    [InlineData("/// <summary>broken & unclosed", "broken & unclosed")]
    public void The_message_is_the_text_of_the_summary(string documentation, string message)
    {
        folder.With("a.cs", $"{documentation}\n[Revision(\"a\")]\npublic sealed class A : Revision {{ }}");
        Assert.Equal(message, Assert.Single(folder.Read()).Node.Message);
    }
}
