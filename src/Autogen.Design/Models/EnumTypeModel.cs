using Autogen.Schema;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Enumerated types of the model.</summary>
internal static class EnumTypeModel
{
    /// <summary>Reads the model's enumerated types, sorted.</summary>
    /// <exception cref="AutogenException">A type has a label twice (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static IEnumerable<EnumType> Read(ModelScope scope)
        => scope.Provider.Read<EnumType>(scope.Annotations, scope.Dialect)
            .Select(type => type with
            {
                Name = scope.Name(
                    type.Name.Schema ?? scope.Model.Model.FindAnnotation("Relational:DefaultSchema")?.Value as string, type.Name.Name)
            })
            .OrderBy(type => type.Name)
            .Select(DistinctNames.Required);
}
