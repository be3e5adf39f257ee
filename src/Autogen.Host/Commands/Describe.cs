using Autogen.Commands;
using Autogen.Design;
using Autogen.Design.Planning;
using Autogen.Messages;
using Autogen.Schema.Comparison;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Host.Commands;

/// <summary>Differences and dangers as messages.</summary>
internal static class Describe
{
    /// <summary>
    /// The lines of every change, the significant ones and with them the cosmetic; and operations that only the
    /// project's review accounts for.
    /// </summary>
    public static IReadOnlyList<ChangeMessage> Changes(AutogenerateResult found)
    {
        var changes = ChangeText.Lines(found.Diff).Select(Line);
        var unexplained = found.Unexplained.Select(OperationName.Of).Select(name => new ChangeMessage(
            "added",
            "operation",
            Table: null,
            name,
            $"operation {name} of the project's environment",
            Cosmetic: false,
            CosmeticKind: null,
            Reason: null));
        return [.. changes, .. unexplained];
    }

    /// <summary>A line of a change.</summary>
    public static ChangeMessage Line(ChangeLine line)
        => new(
            line.Action,
            line.Kind,
            line.Table,
            line.Name,
            line.Text,
            line.Facet?.Significance == Significance.Cosmetic,
            line.Facet?.CosmeticKind,
            line.Facet?.Reason);

    /// <summary>The dangers, each once.</summary>
    public static IReadOnlyList<RiskMessage> Risks(AutogenerateResult found)
        => [.. found.Risks.Select(risk => new RiskMessage(
            KindOf(risk.Kind),
            risk.Message,
            risk.Rename?.Hint.ToString(),
            risk.Rename?.Question ?? risk.Missing?.Question,
            risk.Missing?.Option,
            risk.Missing?.Rows?.Number))];

    private static string KindOf(RiskKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
