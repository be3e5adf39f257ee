using System.Diagnostics;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The lines that people read for changes; what prints them puts "Detected" before each.</summary>
internal static class ChangeText
{
    /// <summary>
    /// A line for an added or removed object, and one for every facet of an altered one, significant and cosmetic; a facet's significance
    /// is <see cref="FacetChange.Significance"/>.
    /// </summary>
    public static IReadOnlyList<ChangeLine> Lines(Change change)
    {
        if (change.Before is null || change.After is null)
        {
            var action = change.Before is null ? "added" : "removed";
            return [Line(change, action, $"{action} {ObjectText.Describe(change.Kind, change.Table, change.Subject)}", facet: null)];
        }

        return [.. change.Differences.Select(
            facet => Line(change, IsName(facet) ? "renamed" : "altered", Text(change, change.Before, facet), facet))];
    }

    /// <summary>
    /// The lines of all changes: what belongs to no table first, then each table's together. A row that differs only because columns of its
    /// table are dropped has none.
    /// </summary>
    public static IEnumerable<ChangeLine> Lines(SchemaDiff diff)
    {
        var dropped = diff.Changes.OfType<Removed<Column>>().Select(change => (change.Table, change.Item.Name)).ToHashSet();
        return diff.Changes
            .Where(change => change is not Altered<SeedRow> row
                || !SeedRowText.Columns(row.Current, row.Target).All(column => dropped.Contains((row.Table, column))))
            .SelectMany(Lines)
            .GroupBy(TableOf, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group);
    }

    // A table's own line is one of its lines.
    private static string TableOf(ChangeLine line)
        => line.Table ?? (string.Equals(line.Kind, ObjectText.Kind(ObjectKind.Table), StringComparison.Ordinal) ? line.Name : "");

    private static bool IsName(FacetChange facet) => string.Equals(facet.Facet, "Name", StringComparison.Ordinal);

    private static ChangeLine Line(Change change, string action, string text, FacetChange? facet)
        => new(
            action,
            ObjectText.Kind(change.Kind),
            change.Table?.ToString(),
            ObjectText.Name(change.Subject) ?? "",
            OnOneLine(text),
            facet)
        {
            Change = change,
        };

    private static string Text(Change change, object before, FacetChange facet)
    {
        if (IsName(facet))
            return RenameText(change, before, facet);

        var reference = ObjectText.Reference(change.Kind, change.Table, change.Subject);
        if (before is EnumType type && EnumTypeComparison.LabelChanges(type, (EnumType)change.Subject) is { Length: > 0 } labels
            && facet.Significance == Significance.Significant)
            return $"changed labels of {reference}: {labels}";

        if (before is SeedRow row)
            return SeedRowText.Changed(reference, row, (SeedRow)change.Subject);

        var noun = facet.Noun.Value ?? throw new UnreachableException($"The facet '{facet.Facet}' has no noun.");
        if (!string.Equals(facet.Facet, nameof(TableIndex.IsUnique), StringComparison.Ordinal))
            reference = ObjectText.Unique(change.Subject) + reference;
        if (noun.Length == 0)
            return $"made {reference} {facet.Target}";

        return (facet.Current, facet.Target) switch
        {
            (null or "", _) => $"added {noun} to {reference}: {facet.Target}",
            (_, null or "") => $"removed {noun} from {reference}: {facet.Current}",
            _ => $"changed {noun} of {reference}: {facet.Current} -> {facet.Target}",
        };
    }

    private static string RenameText(Change change, object before, FacetChange facet)
    {
        var reference = ObjectText.Reference(change.Kind, change.Table, before);
        return (facet.Current, facet.Target) switch
        {
            (null, _) => $"named {reference} '{facet.Target}'",
            (_, null) => $"removed the name of {reference}",
            _ => $"renamed {reference} to '{facet.Target}'",
        };
    }

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
