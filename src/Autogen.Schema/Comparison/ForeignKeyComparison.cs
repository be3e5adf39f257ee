using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares foreign keys.</summary>
internal static class ForeignKeyComparison
{
    /// <summary>What foreign keys can differ in.</summary>
    public static FacetTable<ForeignKey> Facets { get; } = new(
        new Facet<ForeignKey>(
            nameof(ForeignKey.Name),
            key => key.Name,
            (scope, live, model) => scope.JudgeNames(live.Name, model.Name, CosmeticDifferences.ConstraintName),
            (to, from) => to with { Name = from.Name })
        { FollowsOthers = true },
        new Facet<ForeignKey>(
            nameof(ForeignKey.Columns),
            key => ObjectText.Quoted(key.Columns),
            (scope, live, model) => Judgement.SameIf(
                HaveSamePairs(scope, live, model) || scope.SameNames(live.Columns, model.Columns), "the referencing columns differ"),
            (to, from) => to with { Columns = from.Columns })
        {
            Noun = "columns",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.PrincipalTable),
            key => key.PrincipalTable.ToString(),
            (scope, live, model) => Judgement.SameIf(
                scope.SameName(live.PrincipalTable, model.PrincipalTable), "it refers to another table"),
            (to, from) => to with { PrincipalTable = from.PrincipalTable })
        {
            Noun = "principal table",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.PrincipalColumns),
            key => ObjectText.Quoted(key.PrincipalColumns),
            (scope, live, model) => Judgement.SameIf(
                HaveSamePairs(scope, live, model) || scope.SameNames(live.PrincipalColumns, model.PrincipalColumns),
                "it refers to other columns"),
            (to, from) => to with { PrincipalColumns = from.PrincipalColumns })
        {
            Noun = "principal columns",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.OnDelete),
            key => ObjectText.Show(key.OnDelete),
            (_, live, model) => JudgeActions(live, model, key => key.OnDelete),
            (to, from) => to with { OnDelete = from.OnDelete })
        {
            Noun = "ON DELETE",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.OnUpdate),
            key => ObjectText.Show(key.OnUpdate),
            (_, live, model) => JudgeActions(live, model, key => key.OnUpdate) is var judgement
                && judgement is { IsSame: false, Cosmetic: null }
                && model.OnUpdate == ForeignKeyAction.NoAction
                ? Judgement.Of(CosmeticDifferences.NotExpressible)
                : judgement,
            (to, from) => to with { OnUpdate = from.OnUpdate })
        {
            Noun = "ON UPDATE",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.Deferrability),
            key => ConstraintRules.Show(key.Deferrability),
            (_, live, model) => ConstraintRules.JudgeDeferrability(live.Deferrability, model.Deferrability),
            (to, from) => to with { Deferrability = from.Deferrability })
        {
            Noun = "deferrability",
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.IsValidated),
            key => ConstraintRules.ShowValidated(key.IsValidated),
            (_, live, model) => ConstraintRules.JudgeValidated(live.IsValidated, model.IsValidated),
            (to, from) => to with { IsValidated = from.IsValidated })
        {
            Noun = Facet.State,
        },
        new Facet<ForeignKey>(
            nameof(ForeignKey.IsEnforced),
            key => ConstraintRules.ShowEnforced(key.IsEnforced),
            (_, live, model) => Judgement.SameIf(live.IsEnforced == model.IsEnforced, "rows are checked on one side only"),
            (to, from) => to with { IsEnforced = from.IsEnforced })
        {
            Noun = Facet.State,
        });

    private static readonly ListComparison<ForeignKey> List = new(ObjectKind.ForeignKey, Facets)
    {
        Identity = key => key.Name,
        Resemblances =
        [
            (scope, live, model) => live.Name is not null && scope.SameName(live.Name, model.Name),
            Facets.AreStructurallyEqual,
            (scope, live, model) => scope.SameName(live.PrincipalTable, model.PrincipalTable) && HaveSamePairs(scope, live, model),
        ],
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target)
        => List.Compare(scope, current.ForeignKeys, target.ForeignKeys);

    /// <summary>
    /// Whether the same columns refer to the same columns, in whatever order: <c>(a, b)</c> to <c>(x, y)</c> is
    /// <c>(b, a)</c> to <c>(y, x)</c>.
    /// </summary>
    private static bool HaveSamePairs(ComparisonScope scope, ForeignKey live, ForeignKey model)
        => live.Columns.Count == model.Columns.Count
            && live.Columns.Zip(live.PrincipalColumns).All(current => model.Columns.Zip(model.PrincipalColumns)
                .Any(target => scope.SameName(current.First, target.First) && scope.SameName(current.Second, target.Second)));

    /// <summary>RESTRICT is checked at once even where the constraint is deferred: only there do the two refusals differ.</summary>
    private static Judgement JudgeActions(ForeignKey live, ForeignKey model, Func<ForeignKey, ForeignKeyAction> read)
        => read(live) == read(model) ? Judgement.Same
            : Refuses(read(live)) && Refuses(read(model)) && !IsDeferrable(live) && !IsDeferrable(model)
                ? Judgement.Of(CosmeticDifferences.ReferentialAction)
            : Judgement.Different("another thing happens to the referencing rows");

    private static bool IsDeferrable(ForeignKey key) => key.Deferrability != Deferrability.NotDeferrable;

    private static bool Refuses(ForeignKeyAction action) => action is ForeignKeyAction.NoAction or ForeignKeyAction.Restrict;
}
