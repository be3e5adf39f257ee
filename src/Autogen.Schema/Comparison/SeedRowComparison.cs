using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares the rows that the model wants, by key.</summary>
internal static class SeedRowComparison
{
    /// <summary>What rows can differ in.</summary>
    public static FacetTable<SeedRow> Facets { get; } = new(
        new Facet<SeedRow>(
            nameof(SeedRow.Key), row => ObjectText.Show(row.Key), (_, _, _) => Judgement.Same, (to, from) => to with { Key = from.Key }),
        new Facet<SeedRow>(
            nameof(SeedRow.Values), row => ObjectText.Show(row.Values), JudgeValues, (to, from) => to with { Values = from.Values })
        {
            Noun = "values",
        });

    private static readonly ListComparison<SeedRow> List = new(ObjectKind.SeedRow, Facets) { Identity = row => row.Key };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target)
        => List.Compare(scope, current.SeedRows, target.SeedRows);

    private static Judgement JudgeValues(ComparisonScope scope, SeedRow live, SeedRow model)
    {
        var columns = live.Values.Concat(model.Values)
            .Select(value => value.Column)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var different = columns.Where(column => Find(live, column) != Find(model, column)).ToEquatableList();
        return Judgement.SameIf(different.Count == 0, $"different {ObjectText.Quoted(different)}");
    }

    private static SeedValue? Find(SeedRow row, string column)
        => row.Values.FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal));
}
