using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>How a column of the model numbers rows; from the providers' annotations.</summary>
internal static class IdentityModel
{
    /// <summary>Reads it; <see langword="null"/> for a column that does not.</summary>
    public static Identity? Read(ModelScope scope, IColumn column)
    {
        if (column.FindAnnotation("Sqlite:Autoincrement")?.Value is true)
            return new Identity(IdentityKind.Autoincrement);

        // The provider's enumeration is not referenced here; its members' names are documented.
        IdentityKind? kind = column.FindAnnotation("Npgsql:ValueGenerationStrategy")?.Value?.ToString() switch
        {
            "IdentityByDefaultColumn" => IdentityKind.ByDefault,
            "IdentityAlwaysColumn" => IdentityKind.Always,
            "SerialColumn" => IdentityKind.Serial,
            _ => null,
        };
        if (kind is not { } known)
            return null;
        var options = column.FindAnnotation("Npgsql:IdentitySequenceOptions")?.Value is string text
            ? Options(scope.Dialect.CanonicalType(column.StoreType), text)
            : SequenceOptions.Default;
        return new Identity(known, options);
    }

    // 'start', 'increment', 'minimum', 'maximum', 'cyclic', 'cache', each quoted, empty for none.
    private static SequenceOptions Options(string type, string text)
    {
        var parts = text.Split(',').Select(part => part.Trim().Trim('\'')).ToArray();
        long? Number(int index)
            => index < parts.Length
                && long.TryParse(parts[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        var options = new SequenceOptions
        {
            Start = Number(0),
            Increment = Number(1) ?? 1,
            Minimum = Number(2),
            Maximum = Number(3),
            IsCyclic = parts.Length > 4 && string.Equals(parts[4], "True", StringComparison.OrdinalIgnoreCase),
            Cache = Number(5) ?? 1,
        };
        return options.Normal(type);
    }
}
