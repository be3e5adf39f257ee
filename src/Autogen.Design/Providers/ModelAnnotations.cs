using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Providers;

/// <summary>Annotations of the model as a whole.</summary>
internal static class ModelAnnotations
{
    /// <summary>All of them, each name once.</summary>
    public static IEnumerable<IAnnotation> Of(IRelationalModel model)
        => model.GetAnnotations().Concat(model.Model.GetAnnotations())
            .DistinctBy(annotation => annotation.Name, StringComparer.Ordinal);

    /// <summary>Those whose name begins so: the two halves of <c>schema.name</c> behind it, and the value.</summary>
    public static IEnumerable<(string? Schema, string Name, string Value)> Named(IEnumerable<IAnnotation> annotations, string prefix)
        => annotations.Where(annotation => annotation.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(annotation => (Name: SplitName(annotation.Name[prefix.Length..]), Value: annotation.Value as string ?? ""))
            .Select(entry => (entry.Name.Schema, entry.Name.Name, entry.Value));

    // No schema where there is no dot.
    private static (string? Schema, string Name) SplitName(string text)
        => text.IndexOf('.', StringComparison.Ordinal) is var dot && dot > 0 ? (text[..dot], text[(dot + 1)..]) : (null, text);
}
