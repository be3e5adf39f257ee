using System.Text.Json;
using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Design.Tests.Hosting;

[Case("F4")]
public class PrompterTests
{
    private static readonly ConfirmationQuestion wave = new("Go on with the next wave?");
    private static readonly ValueQuestion value = new("Which value do existing rows get in 'Orders.CustomerId'?", "leave them to fail");
    private readonly List<HostEvent> events = [];

    [Fact]
    public async Task Questions_have_answers_of_their_own_types()
    {
        var prompter = Prompter(new AnswerMessage(1, new ConfirmationAnswer(IsYes: true)), new AnswerMessage(2, new ValueAnswer("42")));
        Assert.Equal(new ConfirmationAnswer(IsYes: true), await prompter.AskAsync(wave, CancellationToken.None));
        Assert.Equal(new ValueAnswer("42"), await prompter.AskAsync(value, CancellationToken.None));
        Assert.Equal([new QuestionEvent(1, wave), new QuestionEvent(2, value)], events);
    }

    [Fact]
    public async Task Nothing_is_asked_if_the_face_answers_no_questions()
    {
        Assert.Null(await new Prompter(new EventWriter(events.Add), answers: null).AskAsync(wave, CancellationToken.None));
        Assert.Empty(events);
    }

    [Fact]
    public async Task Nothing_more_is_asked_once_the_input_has_ended()
    {
        var prompter = Prompter(new AnswerMessage(1, Answer: null));
        Assert.Null(await prompter.AskAsync(wave, CancellationToken.None));
        Assert.Null(await prompter.AskAsync(value, CancellationToken.None));
        Assert.Single(events);
    }

    [Fact]
    public async Task A_face_that_dies_is_no_answer()
    {
        Assert.Null(await Prompter().AskAsync(wave, CancellationToken.None));
        Assert.Single(events);
    }

    [Fact]
    public async Task An_answer_to_another_question_is_an_error()
    {
        var other = Prompter(new AnswerMessage(7, new ConfirmationAnswer(IsYes: true)));
        await Assert.ThrowsAsync<JsonException>(() => other.AskAsync(wave, CancellationToken.None));
        var wrong = Prompter(new AnswerMessage(1, new ConfirmationAnswer(IsYes: true)));
        await Assert.ThrowsAsync<JsonException>(() => wrong.AskAsync(value, CancellationToken.None));
    }

    [Fact]
    public async Task An_open_question_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var silent = new SilentReader();
        var asking = new Prompter(new EventWriter(events.Add), silent).AskAsync(wave, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private Prompter Prompter(params AnswerMessage[] answers)
        => new(new EventWriter(events.Add), new StringReader(string.Concat(answers.Select(answer => HostProtocol.Write(answer) + "\n"))));

    // Somebody who does not answer.
    private sealed class SilentReader : TextReader
    {
        private readonly ManualResetEventSlim disposed = new();

        public override string? ReadLine()
        {
            disposed.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            disposed.Set();
            base.Dispose(disposing);
        }
    }
}
