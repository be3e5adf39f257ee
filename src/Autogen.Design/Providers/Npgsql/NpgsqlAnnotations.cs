using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Providers;

/// <summary>
/// The annotations of Npgsql's EF Core provider, and their limits: labels of enumerated types are separated by commas, names by
/// a full stop, and neither is escaped.
/// </summary>
internal sealed class NpgsqlAnnotations : ProviderAnnotations
{
    public const string ProviderName = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private const string Metadata = ProviderName + ".Metadata.";

    /// <inheritdoc/>
    public override void AddIdentity(ColumnOperation operation, Column column)
    {
        if (column.Identity is not { } identity || Strategy(identity.Kind) is not { } strategy)
            return;
        operation.AddAnnotation(
            "Npgsql:ValueGenerationStrategy", ProviderValue.Of(ProviderName, Metadata + "NpgsqlValueGenerationStrategy", strategy));
        if (identity.Kind != IdentityKind.Serial && identity.Options != SequenceOptions.Default)
            operation.AddAnnotation("Npgsql:IdentitySequenceOptions", Options(identity.Options));
    }

    /// <inheritdoc/>
    public override void AddTable(TableOperation operation, Table table)
    {
        if (table.IsUnlogged)
            operation.AddAnnotation("Npgsql:UnloggedTable", true);
        foreach (var parameter in table.StorageParameters)
            operation.AddAnnotation("Npgsql:StorageParameter:" + parameter.Name, ParameterValue(parameter.Value));
    }

    /// <inheritdoc/>
    public override void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently)
    {
        if (concurrently)
            operation.AddAnnotation("Npgsql:CreatedConcurrently", true);
        if (index.Method is { } method)
            operation.AddAnnotation("Npgsql:IndexMethod", method);
        if (index.Parts.Any(part => part.OperatorClass is not null))
            operation.AddAnnotation("Npgsql:IndexOperators", index.Parts.Select(part => part.OperatorClass).ToArray());
        if (index.Parts.Any(part => part.Collation is not null))
            operation.AddAnnotation("Relational:Collation", index.Parts.Select(part => part.Collation?.Name).ToArray());
        if (index.Parts.Any(part => part.NullsOrder is not null))
            operation.AddAnnotation("Npgsql:IndexNullSortOrder", NullSortOrders(index));
        if (index.IncludedColumns.Count != 0)
            operation.AddAnnotation("Npgsql:IndexInclude", index.IncludedColumns.ToArray());
        if (!index.NullsDistinct)
            operation.AddAnnotation("Npgsql:NullsDistinct", false);
        foreach (var parameter in index.StorageParameters)
            operation.AddAnnotation("Npgsql:StorageParameter:" + parameter.Name, ParameterValue(parameter.Value));
    }

    /// <summary>
    /// Expressions have no annotation; of a qualified collation or operator class the provider quotes the full stop, too; and sort options
    /// are written for B-trees only.
    /// </summary>
    public override bool CanSay(TableIndex index) => index.Parts.All(part =>
        part.Column is not null
        && part.Collation is not { Schema: not null } && part.Collation?.Name.Contains('.', StringComparison.Ordinal) != true
        && part.OperatorClass?.AsSpan().ContainsAny('.', '"', '(') != true
        && (index.Method is null || (part is { IsDescending: false, NullsOrder: null })));

    /// <inheritdoc/>
    public override AlterDatabaseOperation? CreateEnumType(EnumType type)
    {
        if (HasStop(type.Name) || type.Labels.Count == 0 || type.Labels.Any(label => label.Contains(',', StringComparison.Ordinal)))
            return null;
        var operation = new AlterDatabaseOperation();
        operation.AddAnnotation("Npgsql:Enum:" + type.Name, string.Join(',', type.Labels));
        return operation;
    }

    /// <inheritdoc/>
    public override AlterDatabaseOperation? CreateExtension(Extension extension)
    {
        var name = new ObjectName(extension.Schema.Value, extension.Name);
        if (HasStop(name) || extension.Version.Value?.AsSpan().ContainsAny(',', '\'') == true)
            return null;
        var operation = new AlterDatabaseOperation();
        operation.AddAnnotation("Npgsql:PostgresExtension:" + name, ",," + extension.Version.Value);
        return operation;
    }

    /// <summary>What Npgsql computes from the columns of the model is, in operations, the text of an expression.</summary>
    public override bool IsCarried(string annotation) => !annotation.StartsWith("Npgsql:TsVector", StringComparison.Ordinal);

    private static bool HasStop(ObjectName name)
        => name.Name.Contains('.', StringComparison.Ordinal) || name.Schema?.Contains('.', StringComparison.Ordinal) == true;

    private static string? Strategy(IdentityKind kind) => kind switch
    {
        IdentityKind.ByDefault => "IdentityByDefaultColumn",
        IdentityKind.Always => "IdentityAlwaysColumn",
        IdentityKind.Serial => "SerialColumn",
        _ => null,
    };

    /// <summary>Start, increment, minimum, maximum, cyclic, cache; each quoted, empty for the database's choice.</summary>
    private static string Options(SequenceOptions options)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"'{options.Start}', '{options.Increment}', '{options.Minimum}', '{options.Maximum}', '{options.IsCyclic}', '{options.Cache}'");

    /// <summary>A number or a truth value in its own type, as a model has it: the provider puts a text in quotes.</summary>
    private static object ParameterValue(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        return bool.TryParse(text, out var truth) ? truth : text;
    }

    private static Array NullSortOrders(TableIndex index)
    {
        var type = ProviderValue.TypeOf(ProviderName, Metadata + "NullSortOrder");
        var orders = Array.CreateInstance(type, index.Parts.Count);
        for (var i = 0; i < orders.Length; i++)
        {
            var member = index.Parts[i].NullsOrder switch
            {
                NullsOrder.First => "NullsFirst",
                NullsOrder.Last => "NullsLast",
                _ => "Unspecified",
            };
            orders.SetValue(Enum.Parse(type, member), i);
        }

        return orders;
    }
}
