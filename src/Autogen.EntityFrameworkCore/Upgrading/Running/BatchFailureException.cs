namespace Autogen.Upgrading.Running;

/// <summary>A statement of a batch failed.</summary>
/// <param name="index">The statement's place in the batch, from 0.</param>
/// <param name="cause">What it threw.</param>
internal sealed class BatchFailureException(int index, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The statement's place in the batch, from 0.</summary>
    public int Index => index;

    /// <summary>What the statement threw.</summary>
    public Exception Cause => InnerException!; // it is given
}
