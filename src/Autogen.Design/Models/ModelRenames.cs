using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// What <c>RenamedFrom</c> in the model says, as far as it still means something: the database has the old name, and not the new one
/// (something new may take the old one).
/// </summary>
internal static class ModelRenames
{
    /// <summary>Reads the renames that the model declares.</summary>
    /// <param name="context">The context.</param>
    /// <param name="dialect">Its database.</param>
    /// <param name="live">The database: what it has decides what is still to be renamed.</param>
    /// <param name="model">The model as it was read.</param>
    public static IEnumerable<RenameHint> Read(DbContext context, Dialect dialect, DatabaseSchema live, DatabaseSchema model)
    {
        var relational = DesignModel.Of(context).GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, live.DefaultSchema.Value);
        foreach (var rename in Sequences(scope, live).Concat(Labels(scope, live, model)))
            yield return rename;
        foreach (var table in relational.Tables
            .Where(table => !table.IsExcludedFromMigrations)
            .OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            var name = scope.Name(table.Schema, table.Name);
            var current = live.FindTable(name);
            if (current is null && OldName(table.EntityTypeMappings.Select(mapping => (IReadOnlyAnnotatable)mapping.TypeBase)) is { } old
                && live.Tables.FirstOrDefault(other => Is(other.Name, old, name, live.DefaultSchema.Value)) is { } before)
            {
                yield return RenameHint.Of(ObjectKind.Table, before.Name, name);
                current = before;
            }

            foreach (var column in table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal))
            {
                var newName = scope.Identifier(column.Name);
                if (current is not null
                    && current.FindColumn(newName) is null
                    && OldName(column.PropertyMappings.Select(mapping => (IReadOnlyAnnotatable)mapping.Property)) is { } oldColumn
                    && current.FindColumn(oldColumn) is not null)
                {
                    yield return RenameHint.OfColumn(current.Name, oldColumn, newName);
                }
            }
        }
    }

    private static IEnumerable<RenameHint> Sequences(ModelScope scope, DatabaseSchema live)
    {
        foreach (var sequence in scope.Model.Sequences.OrderBy(sequence => sequence.Name, StringComparer.Ordinal))
        {
            var name = scope.Name(sequence.Schema, sequence.Name);
            if (OldName([sequence]) is { } old && live.Sequences.All(other => other.Name != name)
                && live.Sequences.FirstOrDefault(other => Is(other.Name, old, name, live.DefaultSchema.Value)) is { } before)
            {
                yield return RenameHint.Of(ObjectKind.Sequence, before.Name, name);
            }
        }
    }

    // The name of the annotation is the type's and the label's, both of which may hold dots: what the database has decides.
    private static IEnumerable<RenameHint> Labels(ModelScope scope, DatabaseSchema live, DatabaseSchema model)
    {
        foreach (var annotation in scope.Model.Model
            .GetAnnotations()
            .Where(annotation => annotation.Name.StartsWith(RenamedFromExtensions.LabelAnnotation, StringComparison.Ordinal)))
        {
            var path = annotation.Name[RenamedFromExtensions.LabelAnnotation.Length..];
            foreach (var type in model.EnumTypes)
            {
                if (annotation.Value is string old
                    && type.Labels.FirstOrDefault(label => Names(type.Name, live.DefaultSchema.Value).Any(
                        name => string.Equals($"{name}.{label}", path, StringComparison.Ordinal))) is { } target
                    && live.EnumTypes.FirstOrDefault(other => other.Name == type.Name) is { } current
                    && current.Labels.Contains(old, StringComparer.Ordinal)
                    && !current.Labels.Contains(target, StringComparer.Ordinal)
                    && !type.Labels.Contains(old, StringComparer.Ordinal))
                {
                    yield return RenameHint.OfLabel(current.Name, old, target);
                }
            }
        }
    }

    private static IEnumerable<string> Names(ObjectName name, string? defaultSchema)
        => name.Schema is null && defaultSchema is not null ? [name.ToString(), $"{defaultSchema}.{name}"] : [name.ToString()];

    private static string? OldName(IEnumerable<IReadOnlyAnnotatable> mapped)
        => mapped.Select(item => item.FindAnnotation(RenamedFromExtensions.Annotation)?.Value as string).FirstOrDefault(
            name => !string.IsNullOrEmpty(name));

    // Without a schema the old name was in the new one's schema.
    private static bool Is(ObjectName live, string old, ObjectName renamed, string? defaultSchema)
        => live == renamed with { Name = old }
            || string.Equals(live.ToString(), old, StringComparison.Ordinal)
            || (live.Schema is null
                && defaultSchema is not null
                && string.Equals($"{defaultSchema}.{live.Name}", old, StringComparison.Ordinal));
}
