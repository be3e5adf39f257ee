using Autogen.Messages;

namespace Autogen.Output;

/// <summary>Prints a question of the engine on the terminal, and reads the person's answer.</summary>
internal static class QuestionPrompt
{
    /// <summary>Asks; waits for a line.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="question">The question.</param>
    /// <param name="read">Reads a line; <see langword="null"/> at the end of the input.</param>
    /// <returns>The answer; <see langword="null"/> if the input has ended.</returns>
    public static Answer? Ask(Terminal terminal, Question question, Func<string?> read)
    {
        var hint = question switch
        {
            ConfirmationQuestion => "[y/N]",
            ValueQuestion value => $"[Enter: {value.Otherwise}]",
            _ => throw Unknown(question),
        };
        terminal.ProgressPart($"{question.Text} {hint} ");
        if (read() is { } line)
            return AnswerOf(question, line.Trim());
        terminal.Progress("");
        return null;
    }

    private static Answer AnswerOf(Question question, string line) => question switch
    {
        ConfirmationQuestion => new ConfirmationAnswer(line.Length > 0 && "yes".StartsWith(line, StringComparison.OrdinalIgnoreCase)),
        ValueQuestion => new ValueAnswer(line.Length > 0 ? line : null),
        _ => throw Unknown(question),
    };

    private static InvalidOperationException Unknown(Question question) => new($"No prompt for {question.GetType().Name}.");
}
