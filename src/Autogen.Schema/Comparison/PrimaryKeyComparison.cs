using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares primary keys: a table has one or none.</summary>
internal static class PrimaryKeyComparison
{
    /// <summary>What primary keys can differ in.</summary>
    public static FacetTable<PrimaryKey> Facets { get; } = new(
        new Facet<PrimaryKey>(
            nameof(PrimaryKey.Name),
            key => key.Name,
            (scope, live, model) => scope.JudgeNames(live.Name, model.Name, CosmeticDifferences.ConstraintName),
            (to, from) => to with { Name = from.Name })
        { FollowsOthers = true },
        new Facet<PrimaryKey>(
            nameof(PrimaryKey.Columns),
            key => ObjectText.Quoted(key.Columns),
            (scope, live, model) => Judgement.SameIf(scope.SameNames(live.Columns, model.Columns), "the key's columns differ"),
            (to, from) => to with { Columns = from.Columns })
        {
            Noun = "columns",
        });

    private static readonly ListComparison<PrimaryKey> List = new(ObjectKind.PrimaryKey, Facets) { Identity = _ => "the only one" };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target)
        => List.Compare(scope, current.PrimaryKey is { } key ? [key] : [], target.PrimaryKey is { } other ? [other] : []);
}
