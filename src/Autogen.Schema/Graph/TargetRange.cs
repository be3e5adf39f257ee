using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>A way from one target to another: <c>FROM:TO</c>, with either end left out.</summary>
/// <param name="From">Where it begins; <see langword="null"/> where nothing precedes the colon.</param>
/// <param name="To">Where it ends; <see langword="null"/> where nothing follows the colon.</param>
internal sealed record TargetRange(string? From, string? To)
{
    /// <summary>Reads one; <see langword="null"/> for a text without a colon.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.TargetInvalid"/>.</exception>
    public static TargetRange? Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length switch
        {
            1 => null,
            2 => new TargetRange(Part(parts[0]), Part(parts[1])),
            _ => throw new AutogenException(
                ErrorCode.TargetInvalid, $"'{text}' is not a valid range. A range is FROM:TO, and either end may be left out."),
        };
    }

    private static string? Part(string text) => text.Trim() is { Length: > 0 } part ? part : null;
}
