using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares tables, and the parts of those that both sides have.</summary>
internal static class TableComparison
{
    /// <summary>What tables can differ in; their parts have comparisons of their own.</summary>
    public static FacetTable<Table> Facets { get; } = new(
        new Facet<Table>(
            nameof(Table.Name),
            table => table.Name.ToString(),
            (scope, live, model) => Judgement.SameIf(scope.SameName(live.Name, model.Name), "it is renamed, as was asked"),
            (to, from) => to with { Name = from.Name }),
        new Facet<Table>(
            nameof(Table.Comment),
            table => table.Comment,
            (scope, live, model) => scope.JudgeComments(live.Comment, model.Comment),
            (to, from) => to with { Comment = from.Comment })
        {
            Noun = "comment",
        },
        new Facet<Table>(
            nameof(Table.IsUnlogged),
            table => table.IsUnlogged ? "unlogged" : "logged",
            (_, live, model) => Judgement.SameIf(live.IsUnlogged == model.IsUnlogged, "an unlogged table is empty after a crash"),
            (to, from) => to with { IsUnlogged = from.IsUnlogged })
        {
            Noun = Facet.State,
        },
        new Facet<Table>(
            nameof(Table.StorageParameters),
            table => ObjectText.Show(table.StorageParameters),
            (_, live, model) => StorageParameterComparison.JudgeNamed(live.StorageParameters, model.StorageParameters),
            (to, from) => to with { StorageParameters = from.StorageParameters })
        {
            Noun = "storage parameters",
            Act = (to, from) =>
                to with { StorageParameters = StorageParameterComparison.Merge(to.StorageParameters, from.StorageParameters) },
        },
        new Facet<Table>(
            nameof(Table.StorageParameters),
            table => ObjectText.Show(table.StorageParameters),
            (_, live, model) => StorageParameterComparison.JudgeUnnamed(live.StorageParameters, model.StorageParameters),
            (to, from) => to with { StorageParameters = from.StorageParameters })
        {
            Noun = "storage parameters",
        },
        FacetTable<Table>.Part(nameof(Table.Columns), (to, from) => to with { Columns = from.Columns }),
        FacetTable<Table>.Part(nameof(Table.PrimaryKey), (to, from) => to with { PrimaryKey = from.PrimaryKey }),
        FacetTable<Table>.Part(nameof(Table.UniqueConstraints), (to, from) => to with { UniqueConstraints = from.UniqueConstraints }),
        FacetTable<Table>.Part(nameof(Table.CheckConstraints), (to, from) => to with { CheckConstraints = from.CheckConstraints }),
        FacetTable<Table>.Part(nameof(Table.ForeignKeys), (to, from) => to with { ForeignKeys = from.ForeignKeys }),
        FacetTable<Table>.Part(nameof(Table.Indexes), (to, from) => to with { Indexes = from.Indexes }),
        FacetTable<Table>.Part(nameof(Table.SeedRows), (to, from) => to with { SeedRows = from.SeedRows }),
        FacetTable<Table>.Hint(
            nameof(Table.PartitionKey), table => table.PartitionKey, (to, from) => to with { PartitionKey = from.PartitionKey }),
        FacetTable<Table>.Hint(
            nameof(Table.RowEstimate), table => table.RowEstimate, (to, from) => to with { RowEstimate = from.RowEstimate }),
        FacetTable<Table>.Hint(
            nameof(Table.Annotations), table => table.Annotations, (to, from) => to with { Annotations = from.Annotations }));

    private static readonly ListComparison<Table> List = new(ObjectKind.Table, Facets)
    {
        Identity = table => table.Name,
        IsExplicitRename = (scope, live, model) => scope.Renames.Has(live, model),
        Resemblances = [(scope, live, model) => scope.SameName(live.Name, model.Name)],
    };

    private static readonly IReadOnlyList<Action<ComparisonScope, Table, Table>> Parts =
    [
        ColumnComparison.Compare, PrimaryKeyComparison.Compare, UniqueConstraintComparison.Compare, CheckConstraintComparison.Compare,
        SeedRowComparison.Compare, IndexComparison.Compare, ForeignKeyComparison.Compare,
    ];

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
    {
        foreach (var (live, model) in List.Compare(scope, current.Tables, target.Tables))
        {
            var ofTable = scope with { LiveTable = live, ModelTable = model };
            var (currentTable, targetTable) = scope.Directed(live, model);
            foreach (var compare in Parts)
                compare(ofTable, currentTable, targetTable);
        }
    }

    /// <summary>The tables that both schemas have, with their columns that are one.</summary>
    public static SchemaPairs Pairs(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
    {
        var (live, model) = scope.Directed(current, target);
        return new SchemaPairs(current, List.Pair(scope, live.Tables, model.Tables).Pairs.Select(pair =>
        {
            var (currentTable, targetTable) = scope.Directed(pair.Live, pair.Model);
            var columns = ColumnComparison.Pairs(scope with { LiveTable = pair.Live, ModelTable = pair.Model });
            return new TablePair(currentTable, targetTable, columns.Select(column =>
            {
                var (currentColumn, targetColumn) = scope.Directed(column.Live, column.Model);
                return new ColumnPair(currentColumn, targetColumn);
            }));
        }));
    }
}
