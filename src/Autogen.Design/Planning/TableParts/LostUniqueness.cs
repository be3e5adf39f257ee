using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>The danger of dropping what refuses equal values, where nothing else of the target table refuses them.</summary>
internal static class LostUniqueness
{
    /// <summary>The danger of dropping a unique index; none for another index.</summary>
    public static IEnumerable<Risk> Of(PlanScope scope, ObjectName table, TableIndex index)
        => !index.IsUnique || IsKept(scope, table, index.Parts.Select(part => part.Column), index.Filter)
            ? []
            : [Lost(ObjectText.Describe(ObjectKind.Index, table, index), table)];

    /// <summary>The danger of dropping a unique constraint.</summary>
    public static IEnumerable<Risk> Of(PlanScope scope, ObjectName table, UniqueConstraint constraint)
        => IsKept(scope, table, constraint.Columns, filter: null)
            ? []
            : [Lost(ObjectText.Describe(ObjectKind.UniqueConstraint, table, constraint), table)];

    private static Risk Lost(string what, ObjectName table)
        => new(RiskKind.LostGuarantee, $"drops {what}: '{table}' accepts equal values from then on");

    // A key over some of the columns refuses more; where a column is dropped, that is said of the column.
    private static bool IsKept(PlanScope scope, ObjectName table, IEnumerable<string?> columns, SqlExpression? filter)
    {
        var names = columns.ToList();
        if (scope.Diff.Target.FindTable(table) is not { } target
            || names.Exists(name => name is not null && target.FindColumn(name) is null))
            return true;
        bool IsOver(IReadOnlyList<string?> key) => key.All(column => column is not null && names.Contains(column, StringComparer.Ordinal));
        return (target.PrimaryKey is { } primary && IsOver(primary.Columns))
            || target.UniqueConstraints.Any(unique => IsOver(unique.Columns))
            || target.Indexes.Any(other => other.IsUnique
                && (other.Filter is null || string.Equals(other.Filter.Text, filter?.Text, StringComparison.Ordinal))
                && IsOver([.. other.Parts.Select(part => part.Column)]));
    }
}
