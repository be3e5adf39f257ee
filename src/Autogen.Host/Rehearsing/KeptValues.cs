using Autogen.Drivers;
using Autogen.Schema.Objects;

namespace Autogen.Host.Rehearsing;

/// <summary>Compares the sums over columns of two moments. Pure.</summary>
internal static class KeptValues
{
    /// <summary>The columns that both moments have, and whose values are others.</summary>
    /// <param name="before">The earlier moment.</param>
    /// <param name="after">The later one.</param>
    /// <param name="isMissingTold">Whether a column that the later moment does not have counts, too.</param>
    /// <returns>A line a column, with what can be said of how many values.</returns>
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<ColumnSum> before, IReadOnlyList<ColumnSum> after, bool isMissingTold)
    {
        var later = after.ToDictionary(sum => (sum.Table, sum.Column));
        var lines = new List<string>();
        foreach (var sum in before)
        {
            if (!later.TryGetValue((sum.Table, sum.Column), out var now))
            {
                if (isMissingTold && sum.Values > 0)
                    lines.Add($"'{Name(sum.Table)}.{sum.Column}': all {sum.Values} values are gone");
            }
            else if (now.Values < sum.Values)
            {
                lines.Add($"'{Name(sum.Table)}.{sum.Column}': {sum.Values - now.Values} of {sum.Values} values are gone"
                    + (now.Values > 0 && now.Sum != sum.Sum ? "; others may have changed" : ""));
            }
            else if (now.Values > sum.Values)
            {
                lines.Add($"'{Name(sum.Table)}.{sum.Column}': {now.Values - sum.Values} values are new; {sum.Values} there were");
            }
            else if (now.Sum != sum.Sum)
            {
                lines.Add($"'{Name(sum.Table)}.{sum.Column}': some of {sum.Values} values are others");
            }
        }

        return lines;
    }

    private static string Name(ObjectName name) => name.Schema is null ? name.Name : $"{name.Schema}.{name.Name}";
}
