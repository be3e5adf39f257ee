using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Collations of the model.</summary>
internal static class CollationModel
{
    /// <summary>Reads the model's collations, sorted.</summary>
    public static IEnumerable<Collation> Read(ModelScope scope)
        => scope.Provider.Read<Collation>(scope.Annotations, scope.Dialect)
            .Select(collation => collation with { Name = scope.Name(collation.Name.Schema, collation.Name.Name) })
            .OrderBy(collation => collation.Name);
}
