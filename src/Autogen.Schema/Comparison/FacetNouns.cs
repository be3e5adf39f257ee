using System.Collections.Frozen;
using System.Diagnostics;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>What facets are called in the lines that people read.</summary>
internal static class FacetNouns
{
    private static readonly FrozenSet<string> States = new[]
    {
        nameof(Column.IsNullable), nameof(TableIndex.IsUnique), nameof(Table.IsUnlogged), nameof(CheckConstraint.IsValidated),
        nameof(CheckConstraint.IsEnforced), nameof(TableIndex.IsValid),
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a facet's value reads as a state: <c>made column 'customers.name' required</c>.</summary>
    public static bool IsState(string facet) => States.Contains(facet);

    /// <summary>The facet in "changed … of column 'customers.name'".</summary>
    public static string Of(string facet) => facet switch
    {
        nameof(Column.Type) => "type",
        nameof(Column.Default) => "default",
        nameof(Column.Generated) => "computed value",
        nameof(Column.Identity) => "identity",
        nameof(Column.Collation) => "collation",
        nameof(Column.Comment) => "comment",
        nameof(PrimaryKey.Columns) => "columns",
        nameof(ForeignKey.PrincipalTable) => "principal table",
        nameof(ForeignKey.PrincipalColumns) => "principal columns",
        nameof(ForeignKey.OnDelete) => "ON DELETE",
        nameof(ForeignKey.OnUpdate) => "ON UPDATE",
        nameof(ForeignKey.Deferrability) => "deferrability",
        nameof(CheckConstraint.Expression) => "condition",
        nameof(TableIndex.Parts) => "columns",
        nameof(TableIndex.Filter) => "filter",
        nameof(TableIndex.Method) => "method",
        nameof(TableIndex.IncludedColumns) => "included columns",
        nameof(TableIndex.NullsDistinct) => "treatment of NULLs",
        nameof(TableIndex.StorageParameters) => "storage parameters",
        nameof(Sequence.Options) => "options",
        nameof(EnumType.Labels) => "labels",
        nameof(SeedRow.Values) => "values",
        _ => throw new UnreachableException($"The facet '{facet}' has no noun."),
    };
}
