using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares extensions: only a missing one counts. One that the model does not ask for may be an administrator's.</summary>
internal static class ExtensionComparison
{
    /// <summary>What extensions can differ in.</summary>
    public static FacetTable<Extension> Facets { get; } = new(
        new Facet<Extension>(
            nameof(Extension.Name), extension => extension.Name, (_, _, _) => Judgement.Same, (to, from) => to with { Name = from.Name }),
        FacetTable<Extension>.Hint(nameof(Extension.Schema), extension => extension.Schema, (to, from) => to with { Schema = from.Schema }),
        FacetTable<Extension>.Hint(
            nameof(Extension.Version), extension => extension.Version, (to, from) => to with { Version = from.Version }));

    private static readonly ListComparison<Extension> List = new(ObjectKind.Extension, Facets)
    {
        Identity = extension => extension.Name,
        IgnoreReason = (_, _) => "the model does not ask for it, and others may",
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.Extensions, target.Extensions);
}
