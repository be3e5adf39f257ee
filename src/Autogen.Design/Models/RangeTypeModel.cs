using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Range types of the model.</summary>
internal static class RangeTypeModel
{
    /// <summary>Reads the model's range types, sorted.</summary>
    public static IEnumerable<RangeType> Read(ModelScope scope)
        => scope.Provider.Read<RangeType>(scope.Annotations, scope.Dialect)
            .Select(type => type with { Name = scope.Name(type.Name.Schema, type.Name.Name) })
            .OrderBy(type => type.Name);
}
