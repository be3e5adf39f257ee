namespace Autogen.Schema.Tests;

public class SentenceTests
{
    [Theory]
    [InlineData("Permission denied", "Permission denied.")]
    [InlineData("Permission denied.", "Permission denied.")]
    [InlineData("Which shop? ", "Which shop?")]
    [InlineData("'Nowhere'\n", "'Nowhere'.")]
    [InlineData("", "")]
    public void Words_of_others_end_with_a_full_stop(string words, string expected) => Assert.Equal(expected, Sentence.Ended(words));
}
