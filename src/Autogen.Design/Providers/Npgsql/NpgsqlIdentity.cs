using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>
/// Columns that number the rows. Options are start, increment, minimum, maximum, cyclic, cache; each quoted, empty for the database's
/// choice.
/// </summary>
internal static class NpgsqlIdentity
{
    private static readonly (IdentityKind Kind, string Strategy)[] strategies =
    [
        (IdentityKind.ByDefault, "IdentityByDefaultColumn"),
        (IdentityKind.Always, "IdentityAlwaysColumn"),
        (IdentityKind.Serial, "SerialColumn"),
    ];

    /// <summary>Reads a column's; <see langword="null"/> for one that has none.</summary>
    public static Identity? Read(IColumn column)
    {
        // The provider's enumeration is not referenced here; its members' names are documented.
        var strategy = column.FindAnnotation(NpgsqlNames.ValueGenerationStrategy)?.Value?.ToString();
        if (Array.Find(strategies, known => known.Strategy == strategy) is not { Strategy: not null } found)
            return null;
        return new Identity(
            found.Kind,
            column.FindAnnotation(NpgsqlNames.IdentityOptions)?.Value is string text ? Options(text) : SequenceOptions.Default);
    }

    /// <summary>The sequence of a key that is numbered by HiLo.</summary>
    public static (string? Schema, string Name)? KeySequence(IColumn column)
    {
        var property = column.PropertyMappings.Select(mapping => mapping.Property).FirstOrDefault(
            property => property.FindAnnotation(NpgsqlNames.ValueGenerationStrategy)?.Value?.ToString() == "SequenceHiLo");
        if (property is null)
            return null;
        string? Said(string name) => (property.FindAnnotation(name) ?? property.DeclaringType.Model.FindAnnotation(name))?.Value as string;
        return (
            Said(NpgsqlNames.KeySequenceSchema) ?? property.DeclaringType.Model.GetDefaultSchema(),
            Said(NpgsqlNames.KeySequence) ?? "EntityFrameworkHiLoSequence");
    }

    /// <summary>Writes a column's.</summary>
    public static void Write(ColumnOperation operation, Column column)
    {
        if (column.Identity is not { } identity
            || Array.Find(strategies, known => known.Kind == identity.Kind) is not { Strategy: { } strategy })
            return;
        operation.AddAnnotation(
            NpgsqlNames.ValueGenerationStrategy,
            ProviderValue.Of(NpgsqlAnnotations.Provider, NpgsqlAnnotations.Metadata + "NpgsqlValueGenerationStrategy", strategy));
        if (identity.Kind != IdentityKind.Serial && identity.Options != SequenceOptions.Default)
            operation.AddAnnotation(NpgsqlNames.IdentityOptions, Text(identity.Options));
    }

    private static SequenceOptions Options(string text)
    {
        var parts = text.Split(',').Select(part => part.Trim().Trim('\'')).ToArray();
        long? Number(int index)
            => index < parts.Length
                && long.TryParse(parts[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        return new SequenceOptions
        {
            Start = Number(0),
            Increment = Number(1) ?? 1,
            Minimum = Number(2),
            Maximum = Number(3),
            IsCyclic = parts.Length > 4 && string.Equals(parts[4], "True", StringComparison.OrdinalIgnoreCase),
            Cache = Number(5) ?? 1,
        };
    }

    private static string Text(SequenceOptions options)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"'{options.Start}', '{options.Increment}', '{options.Minimum}', '{options.Maximum}', '{options.IsCyclic}', '{options.Cache}'");
}
