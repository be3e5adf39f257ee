using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Extensions of the model.</summary>
internal static class ExtensionModel
{
    /// <summary>Reads the model's extensions, sorted.</summary>
    public static IEnumerable<Extension> Read(ModelScope scope)
        => scope.Provider.Read<Extension>(scope.Annotations, scope.Dialect).OrderBy(extension => extension.Name, StringComparer.Ordinal);
}
