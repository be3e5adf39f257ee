using Autogen.Messages;

namespace Autogen.Commands;

/// <summary>Asks the person at the terminal.</summary>
internal interface IPrompter
{
    /// <summary>Whether somebody can answer: else a command does what it does in a script.</summary>
    bool CanAsk { get; }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <returns>The answer; <see langword="null"/> if nobody answers.</returns>
    /// <exception cref="OperationCanceledException">The user interrupted the command instead.</exception>
    Task<TAnswer?> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer;
}

/// <summary>Asks nobody.</summary>
internal sealed class NoPrompter : IPrompter
{
    /// <summary>The one.</summary>
    public static NoPrompter Instance { get; } = new();

    /// <inheritdoc/>
    public bool CanAsk => false;

    /// <inheritdoc/>
    public Task<TAnswer?> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer
        => Task.FromResult<TAnswer?>(null);
}
