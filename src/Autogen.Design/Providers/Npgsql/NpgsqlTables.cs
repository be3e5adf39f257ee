using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Models;

/// <summary>Storage parameters: annotations <c>Npgsql:StorageParameter:name</c>.</summary>
internal static class StorageParameterModel
{
    private const string Prefix = "Npgsql:StorageParameter:";

    /// <summary>Reads them, sorted; values as the catalogue spells them.</summary>
    public static IEnumerable<StorageParameter> Read(IReadOnlyAnnotatable annotatable)
        => annotatable.GetAnnotations()
            .Where(annotation => annotation.Name.StartsWith(Prefix, StringComparison.Ordinal) && annotation.Value is not null)
            .Select(annotation => new StorageParameter(
                annotation.Name[Prefix.Length..],
                annotation.Value is bool value
                    ? (value ? "true" : "false")
                    : Convert.ToString(annotation.Value, CultureInfo.InvariantCulture)!))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
}
