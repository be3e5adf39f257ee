using System.Text.Json;
using Autogen.Commands;
using Autogen.Messages;

namespace Autogen.Host.Session;

/// <summary>Asks the person at the face's terminal: an event for each question, a line of input for its answer.</summary>
/// <param name="events">Gets the questions.</param>
/// <param name="answers">Where answers come from; <see langword="null"/> if nobody answers, and then nothing is asked.</param>
internal sealed class Prompter(EventWriter events, TextReader? answers) : IPrompter
{
    private TextReader? answering = answers;
    private int last;

    /// <inheritdoc/>
    public bool CanAsk => answering is not null;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The line is not an answer to this question.</exception>
    public async Task<TAnswer?> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer
    {
        if (answering is null)
            return null;
        events.Write(new QuestionEvent(++last, question));

        // Reading standard input can't be cancelled: the thread that waits for a line ends with the process.
        var line = await Task.Run(answering.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        var message = line is null ? new AnswerMessage(last, Answer: null) : HostProtocol.ReadAnswer(line);
        if (message.Id != last || message.Answer is not (TAnswer or null))
            throw new JsonException($"Question {last} expects {typeof(TAnswer).Name}, not {message}.");
        if (message.Answer is null)
            answering = null; // the input has ended, the person's or the face's
        return (TAnswer?)message.Answer;
    }
}
