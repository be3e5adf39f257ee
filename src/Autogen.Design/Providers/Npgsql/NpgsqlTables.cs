using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>Tables: whether they are logged, and storage parameters, which indexes have, too.</summary>
internal static class NpgsqlTables
{
    /// <summary>Reads a table's.</summary>
    public static TableWords Read(ITable table) => new()
    {
        IsUnlogged = table.FindAnnotation(NpgsqlNames.Unlogged)?.Value is true,
        StorageParameters = ReadParameters(table),
    };

    /// <summary>Writes a table's.</summary>
    public static void Write(TableOperation operation, Table table)
    {
        if (table.IsUnlogged)
            operation.AddAnnotation(NpgsqlNames.Unlogged, true);
        WriteParameters(operation, table.StorageParameters);
    }

    /// <summary>Reads storage parameters, sorted; values as the catalogue spells them.</summary>
    public static EquatableList<StorageParameter> ReadParameters(IReadOnlyAnnotatable annotatable)
        => annotatable.GetAnnotations()
            .Where(annotation
                => annotation.Name.StartsWith(NpgsqlNames.StorageParameter, StringComparison.Ordinal) && annotation.Value is not null)
            .Select(annotation => new StorageParameter(
                annotation.Name[NpgsqlNames.StorageParameter.Length..],
                annotation.Value is bool value
                    ? (value ? "true" : "false")
                    : Convert.ToString(annotation.Value, CultureInfo.InvariantCulture)!))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ToEquatableList();

    /// <summary>Writes storage parameters.</summary>
    public static void WriteParameters(MigrationOperation operation, IEnumerable<StorageParameter> parameters)
    {
        foreach (var parameter in parameters)
            operation.AddAnnotation(NpgsqlNames.StorageParameter + parameter.Name, ParameterValue(parameter.Value));
    }

    /// <summary>A number or a truth value in its own type, as a model has it: the provider puts a text in quotes.</summary>
    private static object ParameterValue(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        return bool.TryParse(text, out var truth) ? truth : text;
    }
}
