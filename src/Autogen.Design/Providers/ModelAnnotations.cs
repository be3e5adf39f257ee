using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Models;

/// <summary>Annotations of the model as a whole.</summary>
internal static class ModelAnnotations
{
    /// <summary>Those whose name begins so; none for a provider that has none.</summary>
    public static IEnumerable<IAnnotation> WithPrefix(ModelScope scope, string prefix)
        => scope.Model.GetAnnotations().Concat(scope.Model.Model.GetAnnotations())
            .Where(annotation => annotation.Name.StartsWith(prefix, StringComparison.Ordinal))
            .DistinctBy(annotation => annotation.Name, StringComparer.Ordinal);

    /// <summary>The two halves of <c>schema.name</c>; no schema where there is no dot.</summary>
    public static (string? Schema, string Name) SplitName(string text)
        => text.IndexOf('.', StringComparison.Ordinal) is var dot && dot > 0 ? (text[..dot], text[(dot + 1)..]) : (null, text);
}
