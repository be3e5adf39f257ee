using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// An enumerated type that must be made anew: PostgreSQL can add labels, but neither remove nor move them, and a label that was added can't
/// be used in the same transaction (55P04).
/// </summary>
/// <param name="There">The type as it is.</param>
/// <param name="Wanted">The type as it shall be.</param>
/// <param name="Columns">The columns that keep the type, in order.</param>
internal sealed record EnumRecreation(EnumType There, EnumType Wanted, IReadOnlyList<EnumColumn> Columns)
{
    /// <summary>The types of a diff that must be made anew.</summary>
    public static IReadOnlyList<EnumRecreation> Of(PlanScope scope) =>
    [
        .. scope.Diff.Changes.OfType<Altered<EnumType>>()
            .Where(change => change.Significance == Significance.Significant && IsNeeded(scope, change.There, change.Wanted))
            .Select(change => new EnumRecreation(change.There, change.Wanted, [.. ColumnsOf(scope, change)])),
    ];

    private static bool IsNeeded(PlanScope scope, EnumType there, EnumType wanted)
    {
        there = EnumTypeComparison.Renamed(there, wanted);
        if (!there.Labels.SequenceEqual(
            wanted.Labels.Where(label => there.Labels.Contains(label, StringComparer.Ordinal)), StringComparer.Ordinal))
            return true;
        var added = wanted.Labels.Where(label => !there.Labels.Contains(label, StringComparer.Ordinal))
            .Select(scope.Dialect.StringLiteral)
            .ToList();
        return added.Count != 0
            && NewTexts.Of(scope, wanted).Any(text => added.Any(label => text.Contains(label, StringComparison.Ordinal)));
    }

    private static IEnumerable<EnumColumn> ColumnsOf(PlanScope scope, Altered<EnumType> type)
    {
        var changes = scope.Diff.Changes;
        var removedTables = changes.OfType<Removed<Table>>().Select(change => change.Item.Name).ToHashSet();
        foreach (var table in scope.Diff.There.Tables.Where(table => !removedTables.Contains(table.Name)))
        {
            var wantedTable = scope.Names.TableWanted(table.Name);
            var defaultSchema = scope.Diff.There.DefaultSchema.Value;
            foreach (var column in table.Columns.Where(column => column.Type.IsNamed(type.There.Name, defaultSchema)))
            {
                var altered = changes.OfType<Altered<Column>>().FirstOrDefault(
                    change => change.Table == wantedTable && IsColumn(change.There, column));
                var removed = changes.OfType<Removed<Column>>().Any(change => change.Table == wantedTable && IsColumn(change.Item, column));
                var leaves = altered is not null && altered.Has("Type")
                    && !altered.Wanted.Type.IsNamed(type.Wanted.Name, scope.Diff.Wanted.DefaultSchema.Value);

                // It is dropped, and a computed one takes its place.
                var isReplaced = altered is { There.Generated: null, Wanted.Generated: not null };
                if (!removed && !leaves && !isReplaced)
                    yield return new EnumColumn(wantedTable, column, altered?.Wanted ?? column);
            }
        }
    }

    private static bool IsColumn(Column one, Column other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);
}

/// <summary>A column whose enumerated type is made anew.</summary>
/// <param name="Table">The table's wanted name.</param>
/// <param name="There">The column as it is.</param>
/// <param name="Wanted">The column as it shall be.</param>
internal sealed record EnumColumn(ObjectName Table, Column There, Column Wanted);
