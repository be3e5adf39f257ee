using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares indexes that no constraint owns.</summary>
internal static class IndexComparison
{
    /// <summary>What indexes can differ in.</summary>
    public static FacetTable<TableIndex> Facets { get; } = new(
        new Facet<TableIndex>(
            nameof(TableIndex.Name),
            index => index.Name,
            (scope, live, model) => scope.JudgeNames(live.Name, model.Name, CosmeticDifferences.IndexName),
            (to, from) => to with { Name = from.Name })
        { FollowsOthers = true },
        new Facet<TableIndex>(
            nameof(TableIndex.Parts),
            index => ObjectText.Show(index.Parts),
            IndexPartComparison.Judge,
            (to, from) => to with { Parts = from.Parts })
        {
            Noun = "columns",
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.IsUnique),
            index => index.IsUnique ? "unique" : "not unique",
            (_, live, model) => Judgement.SameIf(
                live.IsUnique == model.IsUnique, live.IsUnique ? "the database refuses equal keys" : "the database permits equal keys"),
            (to, from) => to with { IsUnique = from.IsUnique })
        {
            Noun = Facet.State,
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.Filter),
            index => index.Filter?.Text,
            (scope, live, model) => scope.Judge(live.Filter, model.Filter),
            (to, from) => to with { Filter = from.Filter })
        {
            Noun = "filter",
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.Method),
            index => index.Method ?? Btree,
            (_, live, model) => Judgement.SameIf(HaveSameMethod(live, model), "the access method differs"),
            (to, from) => to with { Method = from.Method })
        {
            Noun = "method",
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.IncludedColumns),
            index => ObjectText.Quoted(index.IncludedColumns),
            (scope, live, model) => Judgement.SameIf(
                live.IncludedColumns.Count == model.IncludedColumns.Count
                && live.IncludedColumns.All(column => model.IncludedColumns.Any(other => scope.SameName(column, other))),
                "the included columns differ"),
            (to, from) => to with { IncludedColumns = from.IncludedColumns })
        {
            Noun = "included columns",
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.NullsDistinct),
            index => ConstraintRules.ShowNulls(index.NullsDistinct),
            (_, live, model) => Judgement.SameIf(
                live.NullsDistinct == model.NullsDistinct || (!live.IsUnique && !model.IsUnique),
                "it decides whether two NULLs are equal keys"),
            (to, from) => to with { NullsDistinct = from.NullsDistinct })
        {
            Noun = "treatment of NULLs",
            IsAsked = true,
        },
        new Facet<TableIndex>(
            nameof(TableIndex.StorageParameters),
            index => ObjectText.Show(index.StorageParameters),
            (_, live, model) => StorageParameterComparison.JudgeNamed(live.StorageParameters, model.StorageParameters),
            (to, from) => to with { StorageParameters = from.StorageParameters })
        {
            Noun = "storage parameters",
            Act = (to, from) =>
                to with { StorageParameters = StorageParameterComparison.Merge(to.StorageParameters, from.StorageParameters) },
        },
        new Facet<TableIndex>(
            nameof(TableIndex.StorageParameters),
            index => ObjectText.Show(index.StorageParameters),
            (_, live, model) => HaveSameMethod(live, model)
                ? StorageParameterComparison.JudgeUnnamed(live.StorageParameters, model.StorageParameters)
                : StorageParameterComparison.JudgeOfAnotherMethod(live.StorageParameters, model.StorageParameters),
            (to, from) => to with { StorageParameters = from.StorageParameters })
        {
            Noun = "storage parameters",
        },
        new Facet<TableIndex>(
            nameof(TableIndex.IsValid),
            index => index.IsValid ? "valid" : "invalid",
            (_, live, model) => Judgement.SameIf(
                live.IsValid == model.IsValid, "an attempt to make it without blocking writers failed, and what it left is not used"),
            (to, from) => to with { IsValid = from.IsValid })
        {
            Noun = Facet.State,
            IsAsked = true,
        },
        FacetTable<TableIndex>.Hint(
            nameof(TableIndex.IsCreatedConcurrently),
            index => index.IsCreatedConcurrently,
            (to, from) => to with { IsCreatedConcurrently = from.IsCreatedConcurrently }),
        FacetTable<TableIndex>.Hint(
            nameof(TableIndex.Annotations), index => index.Annotations, (to, from) => to with { Annotations = from.Annotations }));

    private const string Btree = "btree";

    private static bool HaveSameMethod(TableIndex live, TableIndex model)
        => string.Equals(live.Method ?? Btree, model.Method ?? Btree, StringComparison.OrdinalIgnoreCase);

    private static readonly ListComparison<TableIndex> List = new(ObjectKind.Index, Facets)
    {
        Identity = index => index.Name,
        Resemblances = [(scope, live, model) => scope.SameName(live.Name, model.Name), Facets.AreStructurallyEqual],
        IgnoreReason = (scope, index) => IgnoreReason(scope, index) ?? Uniqueness.ReasonToKeep(scope, index),
        IsCoveredByAnother = (scope, index) => Uniqueness.IsKept(scope, index),
    };

    /// <summary>What of the scope's tables is on one side only.</summary>
    public static (IReadOnlyList<TableIndex> LiveOnly, IReadOnlyList<TableIndex> ModelOnly) Unpaired(ComparisonScope scope)
    {
        var (_, liveOnly, modelOnly) = List.Pair(scope, scope.LiveTable?.Indexes ?? [], scope.ModelTable?.Indexes ?? []);
        return (liveOnly, modelOnly);
    }

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target) => List.Compare(scope, current.Indexes, target.Indexes);

    /// <summary>
    /// A model has no word for an index on an expression, so its silence is no wish; but an index whose column goes is gone, and must be
    /// known to be, so that a downgrade gives it back.
    /// </summary>
    private static string? IgnoreReason(ComparisonScope scope, TableIndex index)
        => index.Parts.All(part => part.Expression is null)
            || ColumnComparison.LiveOnly(scope).Any(column => Needs(scope, index, column.Name))
            ? null
            : "EF Core's model has no word for an index on an expression";

    private static bool Needs(ComparisonScope scope, TableIndex index, string column)
        => index.Parts.Select(part => part.Column).Concat(index.IncludedColumns).Any(name => scope.SameName(name, column))
            || index.Parts.Select(part => part.Expression).Append(index.Filter)
                .Any(expression => expression is not null && ColumnMentions.SurelyMentions(expression, column, scope.Dialect));
}
