using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares schemas (namespaces): one that the model does not know is somebody else's.</summary>
internal static class SchemaNameComparison
{
    /// <summary>What schemas can differ in.</summary>
    public static FacetTable<string> Facets { get; } = new(
        new Facet<string>("Name", name => name, (_, _, _) => Judgement.Same, (_, from) => from));

    private static readonly ListComparison<string> List = new(ObjectKind.Schema, Facets)
    {
        Identity = name => name,
        Resemblances = [(scope, live, model) => scope.SameName(live, model)],
        IgnoreReason = (_, _) => "the model has nothing in it, and a schema may hold what is not the model's",
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.Schemas, target.Schemas);
}
