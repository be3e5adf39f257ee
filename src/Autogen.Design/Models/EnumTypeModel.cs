using Autogen.Schema;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Enumerated types of the model: annotations <c>Npgsql:Enum:[schema.]name</c> with the labels separated by commas.</summary>
internal static class EnumTypeModel
{
    /// <summary>What the names of the annotations begin with.</summary>
    public const string Prefix = "Npgsql:Enum:";

    /// <summary>Reads the model's enumerated types, sorted.</summary>
    /// <exception cref="AutogenException">A type has a label twice (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static IEnumerable<EnumType> Read(ModelScope scope)
        => ModelAnnotations.WithPrefix(scope, Prefix)
            .Select(annotation =>
                (Name: ModelAnnotations.SplitName(annotation.Name[Prefix.Length..]), Labels: annotation.Value as string ?? ""))
            .Select(entry => new EnumType(
                scope.Name(
                    entry.Name.Schema ?? scope.Model.Model.FindAnnotation("Relational:DefaultSchema")?.Value as string, entry.Name.Name),
                entry.Labels.Length == 0 ? [] : entry.Labels.Split(',').ToEquatableList()))
            .OrderBy(type => type.Name)
            .Select(DistinctNames.Required);
}
