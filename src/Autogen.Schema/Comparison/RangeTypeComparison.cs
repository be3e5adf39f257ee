using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares range types: only a missing one counts. One that the model does not ask for may be somebody else's.</summary>
internal static class RangeTypeComparison
{
    /// <summary>The facets of a range type.</summary>
    public static FacetTable<RangeType> Facets { get; } = new(
        new Facet<RangeType>(
            nameof(RangeType.Name),
            rangeType => rangeType.Name.ToString(),
            (_, _, _) => Judgement.Same,
            (to, from) => to with { Name = from.Name }),
        FacetTable<RangeType>.Hint(
            nameof(RangeType.Definition), rangeType => rangeType.Definition, (to, from) => to with { Definition = from.Definition }));

    private static readonly ListComparison<RangeType> List = new(ObjectKind.RangeType, Facets)
    {
        Identity = rangeType => rangeType.Name,
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.RangeTypes, target.RangeTypes);
}
