using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>What a drop loses, in words, with regard to what has been moved before.</summary>
internal static class MoveText
{
    /// <summary>Of a table.</summary>
    public static Risk OfDrop(PlanScope scope, Table table)
    {
        var about = scope.About(table.Name);
        if (scope.Moves.Keep(table))
            return new Risk(RiskKind.Note, $"drops table '{table.Name}'{about}: its rows have been moved to {Names(scope, table.Name)}");
        var lost = table.Columns.Where(column => !scope.Moves.Keep(table.Name, column.Name)).Select(column => $"'{column.Name}'");
        return scope.Moves.TargetsOf(table.Name).Any()
            ? new Risk(
                RiskKind.DataLoss,
                $"drops table '{table.Name}'{about}: its rows have been moved to {Names(scope, table.Name)}, but not what is in "
                    + string.Join(", ", lost))
            : new Risk(RiskKind.DataLoss, $"drops table '{table.Name}' and all its rows{about}");
    }

    /// <summary>Of a column whose values have been moved.</summary>
    public static Risk OfDrop(PlanScope scope, ObjectName table, Column column)
        => scope.Moves.IsDocument(table, column.Name)
            ? new(
                RiskKind.DataLoss,
                $"drops column '{table}.{column.Name}': the members of its documents that the model has are moved to "
                    + $"{Names(scope, table)}, others are lost")
            : new(RiskKind.Note, $"drops column '{table}.{column.Name}': what was in it has been moved to {Names(scope, table)}");

    /// <summary>What may be moved from a table that is dropped.</summary>
    public static IEnumerable<Risk> Proposals(PlanScope scope, ObjectName table)
        => scope.Proposals.Where(move => move.Source == table).Select(move => move.ToRisk());

    /// <summary>What may be moved from columns that are dropped, once for all of them.</summary>
    public static IEnumerable<Risk> Proposals(PlanScope scope, ObjectName table, Column column)
        => scope.Diff.Changes.OfType<Removed<Column>>().FirstOrDefault(change => change.Table == table)?.Item.Name == column.Name
            ? Proposals(scope, table)
            : [];

    private static string Names(PlanScope scope, ObjectName source)
        => string.Join(" and ", scope.Moves.TargetsOf(source).Order().Select(name => $"'{name}'"));
}
