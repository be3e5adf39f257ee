using Autogen.Messages;

namespace Autogen.Tool.Output;

/// <summary>Cosmetic differences on a terminal: each with its kind, and why it is one.</summary>
internal static class CosmeticText
{
    /// <summary>A line each.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ChangeMessage> changes)
        => changes.Where(change => change.Cosmetic)
            .Select(change => $"  (cosmetic, {change.CosmeticKind}) {change.Text}: {change.Reason}");
}
