using System.Globalization;

namespace Autogen.Host.Fleets;

/// <summary>When failures stop a fleet's waves. Pure.</summary>
/// <param name="HasCanary">Whether the first wave is the canary, in which one failure is too many.</param>
/// <param name="MaxFailures">
/// How many may fail in all; <see langword="null"/> for any number in a wave, and none before the next one.
/// </param>
/// <param name="Waves">How many waves there are.</param>
internal sealed record FleetBudget(bool HasCanary, int? MaxFailures, int Waves)
{
    /// <summary>How many may fail before no other database of the wave begins; <see langword="null"/> for any number.</summary>
    public int? Within(int wave) => HasCanary && wave == 0 ? 0 : MaxFailures;

    /// <summary>Why no database of a wave may begin; <see langword="null"/> where it may.</summary>
    /// <param name="wave">The wave, from 0; the number of waves for what would come after the last one.</param>
    /// <param name="failed">How many have failed.</param>
    /// <param name="firstFailed">The first wave with one that has failed.</param>
    public string? Refuse(int wave, int failed, int? firstFailed)
    {
        if (firstFailed is not { } at)
            return null;
        if (HasCanary && at == 0)
            return Text(failed, " after the canary wave");
        if (MaxFailures is { } most)
            return failed > most ? Text(failed, "") : null;
        return at < wave && wave < Waves
            ? Text(failed, string.Create(CultureInfo.InvariantCulture, $" in wave {at + 1} of {Waves}"))
            : null;
    }

    private static string Text(int failed, string where)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"Stopped{where}: {failed} {(failed == 1 ? "database" : "databases")} failed. Run the command again to go on: "
                + $"databases at the target are only read.");
}
