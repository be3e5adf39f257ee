namespace Autogen.Schema;

/// <summary>
/// Something that the user can act on: what happened, to what, and what to do now. Everything else is a defect of the tool.
/// </summary>
public sealed class AutogenException : Exception
{
    /// <summary>An error with its message.</summary>
    /// <param name="code">Which error; see <c>docs/errors.md</c>.</param>
    /// <param name="message">What happened, to what, and what to do now. No password, no stack.</param>
    /// <param name="innerException">What the database or the application said, where it did.</param>
    public AutogenException(ErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>Which error.</summary>
    public ErrorCode Code { get; }

    /// <summary>
    /// What the message names, for programs: <c>revision</c>, <c>heads</c>, <c>operation</c>, <c>sql</c> … (shown by <c>--json</c>).
    /// </summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
