using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares unique constraints. The order of their columns is that of the index beneath, and so a difference.</summary>
internal static class UniqueConstraintComparison
{
    /// <summary>What unique constraints can differ in.</summary>
    public static FacetTable<UniqueConstraint> Facets { get; } = new(
        new Facet<UniqueConstraint>(
            nameof(UniqueConstraint.Name),
            unique => unique.Name,
            (scope, live, model) => scope.JudgeNames(live.Name, model.Name, CosmeticDifferences.ConstraintName),
            (to, from) => to with { Name = from.Name })
        { FollowsOthers = true },
        new Facet<UniqueConstraint>(
            nameof(UniqueConstraint.Columns),
            unique => ObjectText.Quoted(unique.Columns),
            (scope, live, model) => Judgement.SameIf(scope.SameNames(live.Columns, model.Columns), "the constraint's columns differ"),
            (to, from) => to with { Columns = from.Columns })
        {
            Noun = "columns",
        },
        new Facet<UniqueConstraint>(
            nameof(UniqueConstraint.Deferrability),
            unique => ConstraintRules.Show(unique.Deferrability),
            (_, live, model) => ConstraintRules.JudgeDeferrability(live.Deferrability, model.Deferrability),
            (to, from) => to with { Deferrability = from.Deferrability })
        {
            Noun = "deferrability",
        },
        new Facet<UniqueConstraint>(
            nameof(UniqueConstraint.NullsDistinct),
            unique => ConstraintRules.ShowNulls(unique.NullsDistinct),
            (_, live, model) => live.NullsDistinct == model.NullsDistinct ? Judgement.Same
                : model.NullsDistinct ? Judgement.Of(CosmeticDifferences.NotExpressible)
                : Judgement.Different("the database takes NULLs for distinct"),
            (to, from) => to with { NullsDistinct = from.NullsDistinct })
        {
            Noun = "treatment of NULLs",
        });

    private static readonly ListComparison<UniqueConstraint> List = new(ObjectKind.UniqueConstraint, Facets)
    {
        Identity = unique => unique.Name,
        Resemblances =
        [
            (scope, live, model) => live.Name is not null && scope.SameName(live.Name, model.Name),
            Facets.AreStructurallyEqual
        ],
        IgnoreReason = (scope, unique) => Uniqueness.ReasonToKeep(scope, unique),
        IsCoveredByAnother = (scope, unique) => Uniqueness.IsKept(scope, unique),
    };

    /// <summary>What of the scope's tables is on one side only.</summary>
    public static (IReadOnlyList<UniqueConstraint> LiveOnly, IReadOnlyList<UniqueConstraint> ModelOnly) Unpaired(ComparisonScope scope)
    {
        var (_, liveOnly, modelOnly) = List.Pair(
            scope, scope.LiveTable?.UniqueConstraints ?? [], scope.ModelTable?.UniqueConstraints ?? []);
        return (liveOnly, modelOnly);
    }

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target)
        => List.Compare(scope, current.UniqueConstraints, target.UniqueConstraints);
}
