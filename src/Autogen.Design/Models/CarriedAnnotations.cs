using Autogen.Design.Providers;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Annotation = Autogen.Schema.Objects.Annotation;

namespace Autogen.Design.Models;

/// <summary>
/// Annotations that are carried unread to the operation that creates the object: all that this tool, EF Core and the known
/// providers have no other word for.
/// </summary>
internal static class CarriedAnnotations
{
    /// <summary>Those of an object, sorted by name.</summary>
    public static Hint<EquatableList<Annotation>> Of(ModelScope scope, IReadOnlyAnnotatable annotatable)
    {
        var carried = annotatable.GetAnnotations()
            .Where(annotation => annotation.Value is not null
                && !annotation.Name.StartsWith("Relational:", StringComparison.Ordinal)
                && !AllProviders.Know(annotation.Name)
                && !AllProviders.IsOfAnother(annotation.Name, scope.Provider))
            .OrderBy(annotation => annotation.Name, StringComparer.Ordinal)
            .Select(annotation => new Annotation(annotation.Name, annotation.Value));
        return new Hint<EquatableList<Annotation>>(carried.ToEquatableList());
    }
}
