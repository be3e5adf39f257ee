using System.Text.RegularExpressions;

namespace Autogen.Torture.Races;

/// <summary>How a start ended.</summary>
/// <param name="Starter">Who it was.</param>
/// <param name="Failure">What it said where it failed; <see langword="null"/> where it succeeded.</param>
public sealed partial record StarterResult(Starter Starter, string? Failure)
{
    /// <summary>Whether it failed without a sentence for the user: no code, or one that blames the tool.</summary>
    public bool IsRaw => IsRawFailure(Failure);

    /// <summary>Whether what a program said as it failed has no code, or blames the tool.</summary>
    public static bool IsRawFailure(string? said)
        => said is not null && (!Code().IsMatch(said) || said.Contains("defect", StringComparison.OrdinalIgnoreCase));

    /// <summary>One line.</summary>
    public override string ToString() => $"{Starter}: {Failure?.ReplaceLineEndings(" ").Trim() ?? "done"}";

    [GeneratedRegex(@"\bAG\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
