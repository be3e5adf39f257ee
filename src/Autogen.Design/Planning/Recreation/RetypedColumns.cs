using Autogen.Design.Planning.Columns;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>Columns whose values are converted: to the target type, or because their enumerated type is recreated.</summary>
internal sealed class RetypedColumns(PlanScope scope, List<Change> changes)
{
    /// <summary>The columns.</summary>
    /// <returns>
    /// Tables by their target names, columns by their current ones; and whether expressions over the column do not fit its new type.
    /// </returns>
    public IEnumerable<(ObjectName Table, string CurrentColumn, bool NeedsExpression)> All()
    {
        // PostgreSQL refuses to change the collation, too, under a generated column.
        foreach (var change in changes.OfType<Altered<Column>>()
            .Where(change => !change.Has("Type") && change.Has("Collation") && IsUnderGenerated(change))
            .ToList())
            yield return (change.Table!, change.Current.Name, false);
        foreach (var change in changes.OfType<Altered<Column>>().Where(change => change.Has("Type")).ToList())
        {
            var conversion = ValueConversion.Of(scope, change.Current, change.Target);
            var needsExpression = conversion.Using is not null || (IsAnotherType(change) && !AreTexts(change));
            if (needsExpression || conversion.RewritesTable || IsUnderGenerated(change))
                yield return (change.Table!, change.Current.Name, needsExpression);
        }

        foreach (var column in scope.Recreations.SelectMany(recreation => recreation.Columns))
            yield return (column.Table, column.Current.Name, true);
    }

    /// <summary>
    /// Columns that stay texts, of another type. Casts between these matter only where an expression has the type of one of its parts.
    /// </summary>
    public IReadOnlyList<Altered<Column>> Texts()
        => [.. changes.OfType<Altered<Column>>().Where(change => change.Has("Type") && IsAnotherType(change) && AreTexts(change))];

    /// <summary>
    /// Whether a column's type is another one, not only its modifiers: PostgreSQL reads an expression over such a column again, and adds
    /// casts that the model's own does not have.
    /// </summary>
    public static bool IsAnotherType(Altered<Column> change) => !change.Current.Type.IsLike(change.Target.Type);

    private bool IsUnderGenerated(Altered<Column> change)
        => scope.CurrentTable(change.Table!) is { } table
            && table.Columns.Any(column => column.Generated is { } generated
                && ColumnMentions.MayMention(generated.Expression, table, change.Current.Name, scope.Dialect));

    private static bool AreTexts(Altered<Column> change) => IsText(change.Current.Type) && IsText(change.Target.Type);

    private static bool IsText(StoreType type)
        => type is { Schema: null, IsQuoted: false, IsArray: false, Name: "text" or "character varying" };
}
