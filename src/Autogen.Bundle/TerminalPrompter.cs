using Autogen.Commands;
using Autogen.Messages;
using Autogen.Output;

namespace Autogen.Bundles;

/// <summary>Asks at the bundle's own terminal.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="printer">Prints progress, and may be in the middle of a line.</param>
/// <param name="input">The process's input, before the application gets an empty one.</param>
internal sealed class TerminalPrompter(Terminal terminal, EventPrinter printer, TextReader input) : IPrompter
{
    private bool hasEnded;

    /// <inheritdoc/>
    public bool CanAsk => terminal.CanAsk && !hasEnded;

    /// <inheritdoc/>
    public async Task<TAnswer?> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer
    {
        if (!CanAsk)
            return null;
        printer.EndLine();
        var answer = await Task.Run(() => QuestionPrompt.Ask(terminal, question, input.ReadLine), CancellationToken.None)
            .WaitAsync(cancellationToken);
        hasEnded = answer is null;
        return (TAnswer?)answer;
    }
}
