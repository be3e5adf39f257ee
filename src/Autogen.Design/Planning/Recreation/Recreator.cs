using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>Drops objects and creates them again, by changes that are added to those of the comparison.</summary>
internal sealed class Recreator(PlanScope scope, List<Change> changes)
{
    /// <summary>All changes so far.</summary>
    public IReadOnlyList<Change> Changes => changes;

    /// <summary>What parts are when they are created again.</summary>
    public RecreatedParts Parts { get; } = new(scope, changes);

    /// <summary>What a column becomes; <see langword="null"/> if it is dropped.</summary>
    public Column? Target(ObjectName table, Column current)
        => changes.OfType<Removed<Column>>().Any(change => change.Table == table && Same(change.Item.Name, current.Name))
            ? null
            : changes.OfType<Altered<Column>>()
                .FirstOrDefault(change => change.Table == table && Same(change.Current.Name, current.Name))?.Target
                ?? current;

    /// <summary>Recreates a column.</summary>
    public (ObjectName Table, string CurrentColumn) RecreateColumn(ObjectName table, Column current, Column target)
    {
        changes.RemoveAll(
            change => change is Altered<Column> altered && altered.Table == table && Same(altered.Current.Name, current.Name));
        changes.Add(new Removed<Column>(ObjectKind.Column, table, current));
        changes.Add(new Added<Column>(ObjectKind.Column, table, target));
        return (table, current.Name);
    }

    /// <summary>Recreates parts of a table.</summary>
    public void RecreateAll(ObjectName table, DependentParts parts)
    {
        if (scope.CurrentTable(table) is not { } current || scope.IsNew(table))
            return;
        foreach (var index in current.Indexes.Where(parts.Indexes))
            Recreate(ObjectKind.Index, table, index, item => item.Name, Parts.Target(table, index), Parts.IsRespelled(table, index));
        foreach (var check in current.CheckConstraints.Where(parts.Checks))
            Recreate(
                ObjectKind.CheckConstraint,
                table,
                check,
                item => item.Name,
                Parts.Target(table, check),
                Parts.MentionsChanged(table, check.Expression));
        foreach (var constraint in current.UniqueConstraints.Where(constraint => parts.Keys(constraint.Columns)))
            Recreate(
                ObjectKind.UniqueConstraint,
                table,
                constraint,
                item => item.Name,
                constraint with { Columns = scope.Pairs.TargetColumns(table, constraint.Columns) });
        if (current.PrimaryKey is { } key && parts.Keys(key.Columns))
            Recreate(
                ObjectKind.PrimaryKey, table, key, item => item.Name, key with { Columns = scope.Pairs.TargetColumns(table, key.Columns) });
        if (parts.WithForeignKeys)
            RecreateForeignKeys(table, parts.Keys);
    }

    /// <summary>Recreates foreign keys of both sides: those that the table has, and those that refer to it.</summary>
    public void RecreateForeignKeys(ObjectName table, Func<EquatableList<string>, bool> has)
    {
        var name = scope.Pairs.CurrentTable(table);
        RecreateForeignKeysWhere(
            (holder, key) => (holder.Name == name && has(key.Columns)) || (key.PrincipalTable == name && has(key.PrincipalColumns)));
    }

    /// <summary>Recreates foreign keys.</summary>
    public void RecreateForeignKeysWhere(Func<Table, ForeignKey, bool> condition)
    {
        foreach (var holder in scope.Diff.Current.Tables)
        {
            var table = scope.Pairs.TargetTable(holder.Name);
            foreach (var key in holder.ForeignKeys.Where(key => condition(holder, key)))
                Recreate(ObjectKind.ForeignKey, table, key, item => item.Name, Parts.Target(table, key));
        }
    }

    /// <summary>Drops and creates an object, unless that is planned already or its table is dropped.</summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="table">Its table.</param>
    /// <param name="current">The current object.</param>
    /// <param name="name">Its name.</param>
    /// <param name="again">The object that is created where nothing of it differs.</param>
    /// <param name="isRespelled">Whether it can't be created again as it is, because it uses what changes.</param>
    private void Recreate<T>(ObjectKind kind, ObjectName table, T current, Func<T, string?> name, T again, bool isRespelled = false)
        where T : class
    {
        var present = scope.Pairs.CurrentTable(table);

        // A difference that is not acted on stays: the live database's own form is dropped and created again, in the downgrade, too.
        bool IsOf(Altered<T> change) => change.Table == table
            && (change.Facets.FirstOrDefault(facet => Same(facet.Facet, "Name")) is { } renamed
                ? Same(renamed.Current, name(current))
                : IsSame(change.Current, current, name));
        var altered = changes.OfType<Altered<T>>().FirstOrDefault(IsOf);
        var known = altered ?? scope.Diff.Changes.OfType<Altered<T>>().FirstOrDefault(IsOf);
        var dropped = known?.Current ?? again;
        if (changes.OfType<Removed<Table>>().Any(change => change.Item.Name == present)
            || changes.OfType<Removed<T>>().Any(change => change.Table == table && IsSame(change.Item, dropped, name)))
        {
            return;
        }

        if (altered is not null)
            changes.Remove(altered);

        // The current object is described in target names, as in every change.
        changes.Add(new Removed<T>(kind, table, dropped));
        changes.Add(new Added<T>(kind, table, altered?.Target ?? (isRespelled ? again : known?.Target ?? again)));
    }

    private static bool IsSame<T>(T one, T other, Func<T, string?> name)
        where T : class
        => Same(name(one), name(other)) && (name(one) is not null || one.Equals(other));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
