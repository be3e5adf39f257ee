using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// Tells types by the values of a column that the model has no longer: a discriminator has the types' names, unless the old model gave it
/// others. Pure.
/// </summary>
internal static class DiscriminatorGuess
{
    // https://learn.microsoft.com/ef/core/modeling/inheritance#table-per-hierarchy-and-discriminator-configuration
    private const string UsualName = "Discriminator";

    /// <summary>
    /// The layout with the values; <see langword="null"/> if a value means no type, or the column need not be a discriminator.
    /// </summary>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="layout">The types of one table.</param>
    /// <param name="column">The column.</param>
    /// <param name="values">The values of the rows, as texts.</param>
    public static LiveLayout? Of(Dialect dialect, LiveLayout layout, Column column, IReadOnlyList<string> values)
    {
        if (column.IsNullable || column.Identity is not null || !IsText(column))
            return null;
        if (values.Count == 0 && layout.Discriminators.Count > 1 && !string.Equals(column.Name, UsualName, StringComparison.Ordinal))
            return null;
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var types = layout.Entities.Where(entity => entity.Type.Labels.Contains(value, StringComparer.OrdinalIgnoreCase)).ToList();
            if (types is not [var type] || !named.TryAdd(type.Type.Name, value))
                return null;
        }

        return layout with
        {
            Undistinguished = null,
            Entities =
            [
                .. layout.Entities.Select(entity => entity with
                {
                    Stored = entity.Stored with
                    {
                        Discriminator = new StoredDiscriminator(
                            column.Name, dialect.StringLiteral(named.GetValueOrDefault(entity.Type.Name, entity.Type.Labels[0])))
                    }
                })
            ],
        };
    }

    private static bool IsText(Column column)
        => column.Type.Underlying.Text.Contains("char", StringComparison.OrdinalIgnoreCase)
            || column.Type.Underlying.Text.Contains("text", StringComparison.OrdinalIgnoreCase);
}
