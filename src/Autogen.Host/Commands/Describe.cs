using Autogen.Design.Planning;
using Autogen.Messages;
using Autogen.Schema.Comparison;

namespace Autogen.Host.Commands;

/// <summary>Differences and dangers as messages.</summary>
internal static class Describe
{
    /// <summary>The lines of every change: the significant ones, and with them the cosmetic.</summary>
    public static IReadOnlyList<ChangeMessage> Changes(SchemaDiff diff)
        => [.. diff.Changes.SelectMany(ChangeText.Lines).Select(line => new ChangeMessage(
            line.Action,
            line.Kind,
            line.Table,
            line.Name,
            line.Text,
            line.Facet?.Significance == Significance.Cosmetic,
            line.Facet?.CosmeticKind,
            line.Facet?.Reason))];

    /// <summary>The dangers of operations, each once.</summary>
    public static IReadOnlyList<RiskMessage> Risks(IEnumerable<PlannedOperation> operations)
        => [.. operations.SelectMany(operation => operation.Risks).Distinct().Select(risk => new RiskMessage(KindOf(risk.Kind), risk.Message, risk.Rename?.Hint, risk.Rename?.Question))];

    private static string KindOf(RiskKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
