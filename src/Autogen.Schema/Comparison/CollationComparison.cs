using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares collations: only a missing one counts. One that the model does not ask for may be somebody else's.</summary>
internal static class CollationComparison
{
    /// <summary>The facets of a collation.</summary>
    public static FacetTable<Collation> Facets { get; } = new(
        new Facet<Collation>(
            nameof(Collation.Name),
            collation => collation.Name.ToString(),
            (_, _, _) => Judgement.Same,
            (to, from) => to with { Name = from.Name }),
        FacetTable<Collation>.Hint(
            nameof(Collation.Definition), collation => collation.Definition, (to, from) => to with { Definition = from.Definition }));

    private static readonly ListComparison<Collation> List = new(ObjectKind.Collation, Facets)
    {
        Identity = collation => collation.Name,
        IgnoreReason = (_, _) => "the model does not ask for it, and others may",
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.Collations, target.Collations);
}
