using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares collations. One with another definition can't be altered, so that difference is only shown.</summary>
internal static class CollationComparison
{
    /// <summary>The facets of a collation.</summary>
    public static FacetTable<Collation> Facets { get; } = new(
        new Facet<Collation>(
            nameof(Collation.Name),
            collation => collation.Name.ToString(),
            (_, _, _) => Judgement.Same,
            (to, from) => to with { Name = from.Name }),
        new Facet<Collation>(
            nameof(Collation.Definition),
            collation => collation.Definition.Value,
            JudgeDefinition,
            (to, from) => to with { Definition = from.Definition })
        {
            Noun = "definition",
        });

    private static readonly ListComparison<Collation> List = new(ObjectKind.Collation, Facets)
    {
        Identity = collation => collation.Name,
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.Collations, target.Collations);

    private static Judgement JudgeDefinition(ComparisonScope scope, Collation live, Collation model)
        => live.Definition.Value is { } current && model.Definition.Value is { } target
            && scope.Dialect.SameCollation(current, target) is { Verdict: FacetVerdict.Different } answer
                ? Judgement.Of(CosmeticDifferences.CollationDefinition) with
                {
                    Reason = $"{answer.Reason}; {CosmeticDifferences.CollationDefinition.Reason}"
                }
                : Judgement.Same;
}
