using Autogen.Messages;
using Autogen.Output;

namespace Autogen.EndToEnd.Tests.Output;

[Case("F4")]
public class QuestionPromptTests
{
    private static readonly Terminal silent = new(json: false, verbose: false, quiet: true, colour: false);

    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("n", false)]
    [InlineData("", false)]
    [InlineData("yesterday", false)]
    public void Only_a_yes_is_a_yes(string typed, bool expected)
        => Assert.Equal(
            new ConfirmationAnswer(expected), QuestionPrompt.Ask(silent, new ConfirmationQuestion("Did you?"), () => typed));

    [Theory]
    [InlineData(" lower(\"Name\") ", "lower(\"Name\")")]
    [InlineData(" ", null)]
    public void A_value_is_what_was_typed(string typed, string? expected)
        => Assert.Equal(
            new ValueAnswer(expected), QuestionPrompt.Ask(silent, new ValueQuestion("Which value?", "leave it to fail"), () => typed));

    [Fact]
    public void The_end_of_the_input_is_no_answer()
        => Assert.Null(QuestionPrompt.Ask(silent, new ConfirmationQuestion("Did you?"), () => null));
}
