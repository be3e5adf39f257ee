namespace Autogen.Upgrading.Leasing;

/// <summary>
/// Another process has taken the lease over: this one was stopped, or cut off, for longer than it holds. What was not committed is rolled
/// back.
/// </summary>
internal sealed class LeaseLostException()
    : Exception("Another process has taken over the upgrade, because this one gave no sign of life for too long.");
