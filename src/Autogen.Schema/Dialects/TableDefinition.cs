using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>
/// A part of a table in the database's own words, as far as the vocabulary has none for it: what a copy is compared with its
/// original by, besides the vocabulary.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Part">Which part: <c>index ix</c>, <c>replica identity</c>.</param>
/// <param name="Text">What it is.</param>
internal sealed record TableDefinition(ObjectName Table, string Part, string Text)
{
    /// <summary>What differs, a line each.</summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyCollection<TableDefinition> original, IReadOnlyCollection<TableDefinition> copy)
    {
        var copied = copy.ToDictionary(item => (item.Table, item.Part), item => item.Text);
        var known = original.Select(item => (item.Table, item.Part)).ToHashSet();
        return
        [
            .. original.Where(
                item => !string.Equals(copied.GetValueOrDefault((item.Table, item.Part)), item.Text, StringComparison.Ordinal))
                .Select(
                    item =>
                        $"{item.Part} of '{item.Table}': "
                            + $"{item.Text} (the copy has {copied.GetValueOrDefault((item.Table, item.Part)) ?? "nothing"})"),
            .. copy.Where(item => !known.Contains((item.Table, item.Part))).Select(
                item => $"{item.Part} of '{item.Table}': nothing (the copy has {item.Text})"),
        ];
    }
}
