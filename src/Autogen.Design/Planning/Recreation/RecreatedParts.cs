using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>What a part of a table is when it is created again: as it was, in target names, or as the model has it.</summary>
internal sealed class RecreatedParts(PlanScope scope, List<Change> changes)
{
    /// <summary>Whether an expression of a current table may use a column of it.</summary>
    public bool MayMention(SqlExpression expression, Table table, string column)
        => ColumnMentions.MayMention(expression, table, column, scope.Dialect);

    /// <summary>Whether an index of a current table uses a column, as a key or otherwise.</summary>
    public bool Uses(TableIndex index, Table table, string column)
        => index.Parts.Any(part => Same(part.Column, column))
            || index.IncludedColumns.Contains(column, StringComparer.Ordinal)
            || index.Parts.Select(part => part.Expression).Append(index.Filter)
                .Any(expression => expression is not null && MayMention(expression, table, column));

    /// <summary>A generated column.</summary>
    public Column Target(ObjectName table, Column current, Column target)
        => MentionsChanged(table, current.Generated?.Expression)
            && scope.Diff.Target.FindTable(table)?.FindColumn(scope.Pairs.TargetColumn(table, current.Name)) is { } own
            ? ReferenceEquals(current, target) ? own : target with { Generated = own.Generated }
            : target;

    /// <summary>An index.</summary>
    public TableIndex Target(ObjectName table, TableIndex index)
    {
        if (IsRespelled(table, index))
            return scope.Diff.Target.FindTable(table)?.Indexes.FirstOrDefault(other => Same(other.Name, index.Name)) ?? index;
        return index with
        {
            Parts = index.Parts
                .Select(part => part.Column is null ? part : part with { Column = scope.Pairs.TargetColumn(table, part.Column) })
                .ToEquatableList(),
            IncludedColumns = scope.Pairs.TargetColumns(table, index.IncludedColumns),
        };
    }

    /// <summary>A check.</summary>
    public CheckConstraint Target(ObjectName table, CheckConstraint check)
        => MentionsChanged(table, check.Expression)
            ? scope.Diff.Target.FindTable(table)?.CheckConstraints.FirstOrDefault(other => Same(other.Name, check.Name)) ?? check
            : check;

    /// <summary>A foreign key.</summary>
    public ForeignKey Target(ObjectName table, ForeignKey key)
    {
        var principal = scope.Pairs.TargetTable(key.PrincipalTable);
        return key with
        {
            Columns = scope.Pairs.TargetColumns(table, key.Columns),
            PrincipalTable = principal,
            PrincipalColumns = scope.Pairs.TargetColumns(principal, key.PrincipalColumns),
        };
    }

    /// <summary>Whether an index can't be created again as it is, because an expression of it uses what changes.</summary>
    public bool IsRespelled(ObjectName table, TableIndex index)
        => index.Parts.Any(part => MentionsChanged(table, part.Expression)) || MentionsChanged(table, index.Filter);

    /// <summary>
    /// Whether an expression uses a column that has another name or type afterwards: the database's text is not the model's then.
    /// </summary>
    public bool MentionsChanged(ObjectName name, SqlExpression? expression)
        => expression is not null
            && scope.CurrentTable(name) is { } table
            && table.Columns.Any(column => MayMention(expression, table, column.Name)
                && (!Same(scope.Pairs.TargetColumn(name, column.Name), column.Name) || IsOfAnotherType(name, column)));

    private bool IsOfAnotherType(ObjectName table, Column current)
        => changes.OfType<Altered<Column>>().Any(change => change.Table == table
                && Same(change.Current.Name, current.Name)
                && change.Has("Type")
                && RetypedColumns.IsAnotherType(change))
            || changes.OfType<Added<Column>>().Any(
                change => change.Table == table && Same(change.Item.Name, current.Name) && !change.Item.Type.IsLike(current.Type));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
