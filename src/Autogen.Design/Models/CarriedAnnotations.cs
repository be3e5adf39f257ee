using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Annotation = Autogen.Schema.Objects.Annotation;

namespace Autogen.Design.Models;

/// <summary>
/// Annotations that are carried unread to the operation that creates the object: all that this tool, EF Core and the two
/// providers have no other word for.
/// </summary>
internal static class CarriedAnnotations
{
    private static readonly string[] known =
        ["Relational:", "Npgsql:StorageParameter:", .. DesignKinds.All.Select(kind => kind.Annotations).OfType<string>()];

    private static readonly HashSet<string> knownNames = new(StringComparer.Ordinal)
    {
        "Npgsql:ValueGenerationStrategy", "Npgsql:IdentitySequenceOptions", "Npgsql:TsVectorConfig", "Npgsql:TsVectorProperties",
        "Npgsql:UnloggedTable", "Npgsql:IndexMethod", "Npgsql:IndexOperators", "Npgsql:IndexNullSortOrder", "Npgsql:IndexSortOrder",
        "Npgsql:IndexInclude", "Npgsql:NullsDistinct", "Npgsql:CreatedConcurrently", "Npgsql:DefaultColumnCollation",
        "Sqlite:Autoincrement",
    };

    /// <summary>Those of an object, sorted by name.</summary>
    public static Hint<EquatableList<Annotation>> Of(IReadOnlyAnnotatable annotatable)
    {
        var carried = annotatable.GetAnnotations()
            .Where(annotation => annotation.Value is not null
                && !knownNames.Contains(annotation.Name)
                && !Array.Exists(known, prefix => annotation.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .OrderBy(annotation => annotation.Name, StringComparer.Ordinal)
            .Select(annotation => new Annotation(annotation.Name, annotation.Value));
        return new Hint<EquatableList<Annotation>>(carried.ToEquatableList());
    }
}
