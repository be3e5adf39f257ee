using Autogen.Upgrading;

namespace Autogen.Design.Verification;

/// <summary>
/// Tells what a proof finds out about a real run: what needs more locks than the server has runs in several transactions only here.
/// </summary>
/// <param name="warn">Takes a warning; <see langword="null"/> where nobody wants them.</param>
internal sealed class ProofProgress(Action<string>? warn) : IUpgradeProgress
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void NeedsManyLocks(string warning)
    {
        if (told.Add(warning))
            warn?.Invoke(warning + " On the scratch database it runs in several transactions.");
    }
}
