using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares the columns of a table; their order is no difference.</summary>
internal static class ColumnComparison
{
    /// <summary>The store type; whether a default can stay depends on it.</summary>
    public static Facet<Column> TypeFacet { get; } =
        new(nameof(Column.Type), column => column.Type.Text, ColumnRules.JudgeType, (to, from) => to with { Type = from.Type })
        {
            Noun = "type",
            IsAsked = true,
        };

    /// <summary>What columns can differ in.</summary>
    public static FacetTable<Column> Facets { get; } = new(
        new Facet<Column>(
            nameof(Column.Name),
            column => column.Name,
            (scope, live, model) => Judgement.SameIf(scope.SameName(live.Name, model.Name), "it is renamed, as was asked"),
            (to, from) => to with { Name = from.Name }),
        TypeFacet,
        new Facet<Column>(
            nameof(Column.IsNullable),
            column => ColumnRules.PermitsNull(column) ? "nullable" : "required",
            ColumnRules.JudgeNullability,
            (to, from) => to with { IsNullable = from.IsNullable })
        {
            Noun = Facet.State,
            Act = (to, from) => to with { IsNullable = ColumnRules.PermitsNull(from) },
        },
        new Facet<Column>(
            nameof(Column.Default),
            column => column.Default?.Text,
            ColumnRules.JudgeDefault,
            (to, from) => to with { Default = from.Default })
        {
            Noun = "default",
            IsAsked = true,
            // Where equal words mean another sequence, they are no longer equal.
            Act = (to, from) => to with
            {
                Default = from.Default is { } target && target.Equals(to.Default) ? target with { Canonical = null } : from.Default
            },
        },
        new Facet<Column>(
            nameof(Column.Generated),
            column => ObjectText.Show(column.Generated),
            ColumnRules.JudgeGenerated,
            (to, from) => to with { Generated = from.Generated })
        {
            Noun = "computed value",
            IsAsked = true,
        },
        new Facet<Column>(
            nameof(Column.Identity),
            column => ObjectText.Show(column.Identity),
            IdentityRules.Judge,
            (to, from) => to with { Identity = from.Identity })
        {
            Noun = "identity",
            Act = (to, from) => to with { Identity = IdentityRules.WithStartOf(from.Identity, to.Identity) },
        },
        new Facet<Column>(
            nameof(Column.Identity),
            column => ObjectText.ShowStart(column.Identity?.Options),
            IdentityRules.JudgeStart,
            (to, from) => to with { Identity = from.Identity })
        {
            Noun = "identity",
        },
        new Facet<Column>(
            nameof(Column.Identity),
            IdentityRules.CountsIn,
            IdentityRules.JudgeSequenceType,
            (to, from) => to with { Identity = from.Identity })
        {
            Noun = "type of the sequence",
        },
        new Facet<Column>(
            nameof(Column.Collation),
            column => column.Collation?.ToString(),
            (scope, live, model)
                => Judgement.SameIf(scope.SameCollation(live.Collation, model.Collation), "it decides how values are compared and sorted"),
            (to, from) => to with { Collation = from.Collation })
        {
            Noun = "collation",
        },
        new Facet<Column>(
            nameof(Column.Comment),
            column => column.Comment,
            (scope, live, model) => scope.JudgeComments(live.Comment, model.Comment),
            (to, from) => to with { Comment = from.Comment })
        {
            Noun = "comment",
        },
        FacetTable<Column>.Hint(nameof(Column.ClrType), column => column.ClrType, (to, from) => to with { ClrType = from.ClrType }),
        FacetTable<Column>.Hint(nameof(Column.RowValue), column => column.RowValue, (to, from) => to with { RowValue = from.RowValue }),
        FacetTable<Column>.Hint(
            nameof(Column.KeySequence), column => column.KeySequence, (to, from) => to with { KeySequence = from.KeySequence }),
        FacetTable<Column>.Hint(nameof(Column.Values), column => column.Values, (to, from) => to with { Values = from.Values }),
        FacetTable<Column>.Hint(
            nameof(Column.TypeSchema), column => column.TypeSchema, (to, from) => to with { TypeSchema = from.TypeSchema }),
        FacetTable<Column>.Hint(
            nameof(Column.SerialDefault), column => column.SerialDefault, (to, from) => to with { SerialDefault = from.SerialDefault }),
        FacetTable<Column>.Hint(
            nameof(Column.Dependents), column => column.Dependents, (to, from) => to with { Dependents = from.Dependents }),
        FacetTable<Column>.Hint(
            nameof(Column.Annotations), column => column.Annotations, (to, from) => to with { Annotations = from.Annotations }));

    private static readonly ListComparison<Column> List = new(ObjectKind.Column, Facets)
    {
        Identity = column => column.Name,
        IsExplicitRename = (scope, live, model) => scope.LiveTable is { } table && scope.Renames.Has(table, live, model),
        Resemblances = [(scope, live, model) => scope.SameName(live.Name, model.Name)],
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, Table current, Table target) => List.Compare(scope, current.Columns, target.Columns);

    /// <summary>The columns that both of the scope's tables have.</summary>
    public static IReadOnlyList<(Column Live, Column Model)> Pairs(ComparisonScope scope) => Paired(scope).Pairs;

    /// <summary>The columns that only the scope's live table has.</summary>
    public static IReadOnlyList<Column> LiveOnly(ComparisonScope scope) => Paired(scope).LiveOnly;

    private static (
        IReadOnlyList<(Column Live, Column Model)> Pairs, IReadOnlyList<Column> LiveOnly, IReadOnlyList<Column> ModelOnly) Paired(
        ComparisonScope scope)
        => List.Pair(scope, scope.LiveTable?.Columns ?? [], scope.ModelTable?.Columns ?? []);
}
