using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Two texts of a pair of objects that differ, for whoever has a say before the comparison has.</summary>
/// <param name="Kind">The kind of the objects.</param>
/// <param name="Table">The table that they belong to, under the model's name.</param>
/// <param name="Name">The object's name in the model.</param>
/// <param name="Facet">What the texts are, by the name of the record's member.</param>
/// <param name="Live">The live database's text.</param>
/// <param name="Model">The model's text.</param>
internal sealed record FacetQuestion(ObjectKind Kind, ObjectName? Table, string? Name, string Facet, string? Live, string? Model);
