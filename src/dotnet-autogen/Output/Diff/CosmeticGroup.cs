using Autogen.Schema.Comparison;

namespace Autogen.Tool.Output.Diff;

/// <summary>Cosmetic differences that do not matter for one reason.</summary>
/// <param name="Kind">Their kind in the table of cosmetic differences.</param>
/// <param name="Reason">Why they do not matter.</param>
/// <param name="Lines">A line each.</param>
internal sealed record CosmeticGroup(string Kind, string Reason, IReadOnlyList<string> Lines)
{
    /// <summary><c>9 left-over defaults</c>.</summary>
    public string Counted => CosmeticDifferences.All.FirstOrDefault(item => item.Kind == Kind)?.Counted(Lines.Count)
        ?? DiffSummary.Number(Lines.Count, Kind);
}
