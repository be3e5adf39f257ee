using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Two texts of a pair of objects that differ, for whoever has a say before the comparison has.</summary>
/// <param name="Kind">The kind of the objects.</param>
/// <param name="Table">The table that they belong to, under the model's name.</param>
/// <param name="Name">The object's name in the model.</param>
/// <param name="Facet">What the texts are, by the name of the record's member.</param>
/// <param name="Live">The live database's text.</param>
/// <param name="Model">The model's text.</param>
internal sealed record FacetQuestion(ObjectKind Kind, ObjectName? Table, string? Name, string Facet, string? Live, string? Model)
{
    /// <summary>
    /// The facets that are asked for. Of an index all but its name and what it is made with; of the others those that a
    /// database may spell in its own way.
    /// </summary>
    private static readonly HashSet<(ObjectKind, string)> asked =
    [
        (ObjectKind.Column, nameof(Column.Type)),
        (ObjectKind.Column, nameof(Column.Default)),
        (ObjectKind.Column, nameof(Column.Generated)),
        (ObjectKind.CheckConstraint, nameof(CheckConstraint.Expression)),
        (ObjectKind.Index, nameof(TableIndex.Parts)),
        (ObjectKind.Index, nameof(TableIndex.IsUnique)),
        (ObjectKind.Index, nameof(TableIndex.Filter)),
        (ObjectKind.Index, nameof(TableIndex.Method)),
        (ObjectKind.Index, nameof(TableIndex.IncludedColumns)),
        (ObjectKind.Index, nameof(TableIndex.NullsDistinct)),
        (ObjectKind.Index, nameof(TableIndex.IsValid)),
    ];

    /// <summary>Whether anybody is asked: the facet is one of those, and the texts are not the same.</summary>
    public bool IsAsked => asked.Contains((Kind, Facet)) && !string.Equals(Live, Model, StringComparison.Ordinal);
}
