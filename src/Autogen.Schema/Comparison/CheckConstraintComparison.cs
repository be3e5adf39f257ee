using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares check constraints.</summary>
internal static class CheckConstraintComparison
{
    /// <summary>What check constraints can differ in.</summary>
    public static FacetTable<CheckConstraint> Facets { get; } = new(
        new Facet<CheckConstraint>(
            nameof(CheckConstraint.Name),
            check => check.Name,
            (scope, live, model) => scope.JudgeNames(live.Name, model.Name, CosmeticDifferences.ConstraintName),
            (to, from) => to with { Name = from.Name })
        { FollowsOthers = true },
        new Facet<CheckConstraint>(
            nameof(CheckConstraint.Expression),
            check => check.Expression.Text,
            (scope, live, model) => scope.Judge(live.Expression, model.Expression),
            (to, from) => to with { Expression = from.Expression })
        {
            Noun = "condition",
            IsAsked = true,
        },
        new Facet<CheckConstraint>(
            nameof(CheckConstraint.IsValidated),
            check => ConstraintRules.ShowValidated(check.IsValidated),
            (_, live, model) => ConstraintRules.JudgeValidated(live.IsValidated, model.IsValidated),
            (to, from) => to with { IsValidated = from.IsValidated })
        {
            Noun = Facet.State,
        },
        new Facet<CheckConstraint>(
            nameof(CheckConstraint.IsEnforced),
            check => ConstraintRules.ShowEnforced(check.IsEnforced),
            (_, live, model) => Judgement.SameIf(live.IsEnforced == model.IsEnforced, "rows are checked on one side only"),
            (to, from) => to with { IsEnforced = from.IsEnforced })
        {
            Noun = Facet.State,
        });

    private static readonly ListComparison<CheckConstraint> List = new(ObjectKind.CheckConstraint, Facets)
    {
        Identity = check => check.Name,
        Resemblances =
        [
            (scope, live, model) => live.Name is not null && scope.SameName(live.Name, model.Name),
            Facets.AreStructurallyEqual
        ],
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target)
        => List.Compare(scope, current.CheckConstraints, target.CheckConstraints);
}
