namespace Autogen.Upgrading;

/// <summary>An upgrade was cancelled; the message says where the database is.</summary>
internal sealed class UpgradeInterruptedException(string message, OperationCanceledException cause)
    : OperationCanceledException(message, cause, cause.CancellationToken);
