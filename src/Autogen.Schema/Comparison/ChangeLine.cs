namespace Autogen.Schema.Comparison;

/// <summary>A line that people read for a change, with its parts for programs.</summary>
/// <param name="Action"><c>added</c>, <c>removed</c>, <c>altered</c> or <c>renamed</c>.</param>
/// <param name="Kind">The kind of object, for people: <c>foreign key</c>.</param>
/// <param name="Table">
/// The table that the object belongs to, under its target name; <see langword="null"/> for what belongs to none.
/// </param>
/// <param name="Name">The object's own name; empty for a constraint without one; of a row its key.</param>
/// <param name="Text">The line: <c>added table 'orders'</c>.</param>
/// <param name="Facet">The facet that differs; <see langword="null"/> where the object is added or removed.</param>
internal sealed record ChangeLine(string Action, string Kind, string? Table, string Name, string Text, FacetChange? Facet)
{
    /// <summary>The change that the line is about; several lines can be about one.</summary>
    public required Change Change { get; init; }
}
