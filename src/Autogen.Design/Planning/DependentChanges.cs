using System.Text.RegularExpressions;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// PostgreSQL drops what stands on a column along with it, silently, and refuses to change the type beneath a generated column, a key that
/// is referred to, or an expression that no longer fits. What stands there is dropped before, and made again after; so is, on every
/// database, what makes unique what two rows have for a moment.
/// </summary>
internal sealed partial class DependentChanges(PlanScope scope, List<Change> changes)
{
    /// <summary>
    /// The changes with those of dependents; a generated column whose expression changes is one that goes and one that comes.
    /// </summary>
    public IReadOnlyList<Change> Complete()
    {
        RemakeUniqueOfConflictingRows();
        if (!scope.AltersInPlace)
            return changes;
        var remade = RemakeGeneratedColumns();
        foreach (var (table, column) in remade.Concat(ColumnsOfKeptValues()).ToList())
            RemakeAll(table, new(index => MentionsColumn(index, column), check => Mentions(check.Expression, column), keys =>
                keys.Contains(column, StringComparer.Ordinal)));

        foreach (var (table, column, needsExpression) in RetypedColumns())
        {
            RemakeForeignKeys(table, keys => keys.Contains(column, StringComparer.Ordinal));
            if (needsExpression)
                RemakeAll(table, new(index => HasExpressionOver(index, column), check => Mentions(check.Expression, column), _ => false));
        }

        foreach (var change in changes.OfType<Altered<Column>>()
            .Where(change => change.Has("Type") && IsAnotherType(change) && AreTexts(change))
            .ToList())
        {
            bool IsOf(SqlExpression? expression)
                => expression is not null && Mentions(expression, change.Current.Name) && ChoosesType().IsMatch(expression.Text);
            // not null: a column is one of a table
            RemakeAll(
                change.Table!,
                new(
                    index => IsOf(index.Filter) || index.Parts.Any(part => IsOf(part.Expression)),
                    check => IsOf(check.Expression),
                    _ => false));
        }

        RemakeForeignKeysOfChangedKeys();
        RemakeCircularForeignKeysOfLogs();
        return changes;
    }

    private void RemakeUniqueOfConflictingRows()
    {
        var left = new RowsDeletedLast(scope, [.. changes.Where(change => change.Kind == ObjectKind.SeedRow)]);
        // not null: a row is one of a table
        foreach (var rows in changes.Where(change => change.Kind == ObjectKind.SeedRow).GroupBy(change => change.Table!).ToList())
        {
            if (scope.Diff.Target.FindTable(rows.Key) is not { } wanted)
                continue;
            foreach (var columns in new RowSequence(scope, wanted, [.. rows], left).Conflicts())
                RemakeAll(
                    rows.Key,
                    new(
                        index => index.IsUnique && AreOf(rows.Key, index, columns),
                        _ => false,
                        keys => scope.Names.TargetColumns(rows.Key, keys).SequenceEqual(columns, StringComparer.Ordinal))
                    {
                        WithForeignKeys = false
                    });
        }
    }

    private bool AreOf(ObjectName table, TableIndex index, IReadOnlyList<string> columns)
        => index.Parts
            .Select(part => part.Column is { } column ? scope.Names.TargetColumn(table, column) : "")
            .SequenceEqual(columns, StringComparer.Ordinal);

    /// <summary>Which objects of a table to remake.</summary>
    private sealed record Dependents(
        Func<TableIndex, bool> Indexes, Func<CheckConstraint, bool> Checks, Func<EquatableList<string>, bool> Keys)
    {
        /// <summary>Whether foreign keys of such columns, too.</summary>
        public bool WithForeignKeys { get; init; } = true;
    }

    private List<(ObjectName Table, string CurrentColumn)> RemakeGeneratedColumns()
    {
        List<(ObjectName, string)> remade = [];
        foreach (var change in changes.OfType<Altered<Column>>()
            .Where(change => change.Has("Generated") && !LosesExpressionOnly(change))
            .ToList())
            remade.Add(Remake(change.Table!, change.Current, change.Target));

        var retyped = RetypedColumns().Select(retype => (retype.Table, retype.CurrentColumn)).Concat(remade).ToHashSet();
        foreach (var (table, name) in retyped.Order())
        {
            foreach (var generated in (scope.CurrentTable(table)?.Columns ?? [])
                .Where(column => column.Generated is { } g && Mentions(g.Expression, name))
                .ToList())
            {
                if (Target(table, generated) is { } wanted && !remade.Contains((table, generated.Name)))
                    remade.Add(Remake(table, generated, MapColumn(table, generated, wanted)));
            }
        }

        return remade;
    }

    private (ObjectName Table, string CurrentColumn) Remake(ObjectName table, Column there, Column wanted)
    {
        changes.RemoveAll(change => change is Altered<Column> altered && altered.Table == table && Same(altered.Current.Name, there.Name));
        changes.Add(new Removed<Column>(ObjectKind.Column, table, there));
        changes.Add(new Added<Column>(ObjectKind.Column, table, wanted));
        return (table, there.Name);
    }

    /// <summary>A generated column can become an ordinary one and keep its values, if the type that is wanted can hold them.</summary>
    private bool LosesExpressionOnly(Altered<Column> change)
        => change.Current.Generated is not null && change.Target.Generated is null
            && (!change.Has("Type")
                || !scope.Dialect.Conversion(change.Current, change.Target, scope.Diff.Current, scope.Diff.Target).MayFail);

    /// <summary>
    /// Columns that another takes the place of, with their values, where a generated column can't just lose its expression.
    /// </summary>
    private IEnumerable<(ObjectName Table, string CurrentColumn)> ColumnsOfKeptValues()
        => changes.OfType<Altered<Column>>()
            .Where(change => change.Has("Generated") && LosesExpressionOnly(change) && !scope.DropsExpression(change.Current))
            .Select(change => (change.Table!, change.Current.Name));

    /// <summary>Columns whose values are converted: by the type that is wanted, or because their enumerated type is recreated.</summary>
    private IEnumerable<(ObjectName Table, string CurrentColumn, bool NeedsExpression)> RetypedColumns()
    {
        // PostgreSQL refuses to change the collation, too, under a generated column.
        bool IsUnderGenerated(Altered<Column> change)
            => (scope.CurrentTable(change.Table!)?.Columns ?? []).Any(
                column => column.Generated is { } generated && Mentions(generated.Expression, change.Current.Name));
        foreach (var change in changes.OfType<Altered<Column>>()
            .Where(change => !change.Has("Type") && change.Has("Collation") && IsUnderGenerated(change))
            .ToList())
            yield return (change.Table!, change.Current.Name, false);
        foreach (var change in changes.OfType<Altered<Column>>().Where(change => change.Has("Type")).ToList())
        {
            var conversion = scope.Dialect.Conversion(change.Current, change.Target, scope.Diff.Current, scope.Diff.Target);
            if (conversion.Using is not null
                || conversion.RewritesTable
                || (IsAnotherType(change) && !AreTexts(change))
                || IsUnderGenerated(change))
                yield return (change.Table!, change.Current.Name, conversion.Using is not null
                    || (IsAnotherType(change) && !AreTexts(change)));
        }

        foreach (var column in scope.Recreations.SelectMany(recreation => recreation.Columns))
            yield return (column.Table, column.Current.Name, true);
    }

    // PostgreSQL reads an expression over such a column anew and puts casts into it that the model's own does not have.
    private static bool IsAnotherType(Altered<Column> change) => !change.Current.Type.IsLike(change.Target.Type);

    // Between these the casts say nothing, but where an expression has the type of one of its parts.
    private static bool AreTexts(Altered<Column> change) => IsText(change.Current.Type) && IsText(change.Target.Type);

    private static bool IsText(StoreType type)
        => type is { Schema: null, IsQuoted: false, IsArray: false, Name: "text" or "character varying" };

    private void RemakeAll(ObjectName table, Dependents dependents)
    {
        if (scope.CurrentTable(table) is not { } there || scope.IsNew(table))
            return;
        foreach (var index in there.Indexes.Where(dependents.Indexes))
            Remake(ObjectKind.Index, table, index, item => item.Name, MapIndex(table, index), IsRespelled(table, index));
        foreach (var check in there.CheckConstraints.Where(dependents.Checks))
            Remake(
                ObjectKind.CheckConstraint,
                table,
                check,
                item => item.Name,
                MapCheck(table, check),
                MentionsChanged(table, check.Expression));
        foreach (var constraint in there.UniqueConstraints.Where(constraint => dependents.Keys(constraint.Columns)))
            Remake(
                ObjectKind.UniqueConstraint,
                table,
                constraint,
                item => item.Name,
                constraint with { Columns = scope.Names.TargetColumns(table, constraint.Columns) });
        if (there.PrimaryKey is { } key && dependents.Keys(key.Columns))
            Remake(
                ObjectKind.PrimaryKey, table, key, item => item.Name, key with { Columns = scope.Names.TargetColumns(table, key.Columns) });
        if (dependents.WithForeignKeys)
            RemakeForeignKeys(table, dependents.Keys);
    }

    private void RemakeForeignKeysOfChangedKeys()
    {
        foreach (var change in changes.ToList())
        {
            var (name, columns) = change switch
            {
                Removed<PrimaryKey> removed => (removed.Item.Name, removed.Item.Columns),
                Altered<PrimaryKey> altered when !Constraints.IsRename(scope, altered.Facets)
                    => (altered.Current.Name, altered.Current.Columns),
                Removed<UniqueConstraint> removed => (removed.Item.Name, removed.Item.Columns),
                Altered<UniqueConstraint> altered when !Constraints.IsRename(scope, altered.Facets)
                    => (altered.Current.Name, altered.Current.Columns),
                Removed<TableIndex> { Item: { IsUnique: true, Filter: null } } removed => (removed.Item.Name, ColumnsOf(removed.Item)),
                Altered<TableIndex> { Current: { IsUnique: true, Filter: null } } altered when !Constraints.IsRename(scope, altered.Facets)
                    => (altered.Current.Name, ColumnsOf(altered.Current)),
                _ => (null, []),
            };
            if (columns.Count == 0)
                continue;
            RemakeForeignKeysWhere((_, key) => scope.Names.TargetTable(key.PrincipalTable) == change.Table
                && (key.RestsOn.Value is not { } index || Same(index, name))
                && scope.Names.TargetColumns(change.Table, key.PrincipalColumns)
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(columns.Order(StringComparer.Ordinal), StringComparer.Ordinal));
        }
    }

    private static EquatableList<string> ColumnsOf(TableIndex index) => index.Parts.Select(part => part.Column ?? "").ToEquatableList();

    /// <summary>In a cycle of foreign keys no table can be the first that gets its log, or loses it.</summary>
    private void RemakeCircularForeignKeysOfLogs()
    {
        var changed = changes.OfType<Altered<Table>>()
            .Where(change => change.Has(nameof(Table.IsUnlogged)))
            .Select(change => change.Current.Name)
            .ToHashSet();
        if (changed.Count != 0)
            RemakeForeignKeysWhere(
                (holder, key) => changed.Contains(holder.Name) && scope.CurrentCycles.AreInOne(holder.Name, key.PrincipalTable));
    }

    /// <summary>Foreign keys on both sides: those that the table holds, and those that refer to it.</summary>
    private void RemakeForeignKeys(ObjectName table, Func<EquatableList<string>, bool> has)
    {
        var name = scope.Names.CurrentTable(table);
        RemakeForeignKeysWhere(
            (holder, key) => (holder.Name == name && has(key.Columns)) || (key.PrincipalTable == name && has(key.PrincipalColumns)));
    }

    private void RemakeForeignKeysWhere(Func<Table, ForeignKey, bool> condition)
    {
        foreach (var holder in scope.Diff.Current.Tables)
        {
            var table = scope.Names.TargetTable(holder.Name);
            foreach (var key in holder.ForeignKeys.Where(key => condition(holder, key)))
                Remake(ObjectKind.ForeignKey, table, key, item => item.Name, MapForeignKey(table, key));
        }
    }

    /// <summary>Drops and makes again, unless that is done already or the table goes.</summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="table">Its table.</param>
    /// <param name="there">The object as it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="again">The object as it shall be where nothing of it differs.</param>
    /// <param name="isRespelled">Whether it can't be made again as it is, because it speaks of what changes.</param>
    private void Remake<T>(ObjectKind kind, ObjectName table, T there, Func<T, string?> name, T again, bool isRespelled = false)
        where T : class
    {
        var present = scope.Names.CurrentTable(table);

        // A difference that is not acted on stays: the live database's own form is dropped and made again, in the downgrade, too.
        bool IsOf(Altered<T> change) => change.Table == table
            && (change.Facets.FirstOrDefault(facet => Same(facet.Facet, "Name")) is { } renamed
                ? Same(renamed.Current, name(there))
                : IsSame(change.Current, there, name));
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

        // As in every change, what is there is told in the names that are wanted.
        changes.Add(new Removed<T>(kind, table, dropped));
        changes.Add(new Added<T>(kind, table, altered?.Target ?? (isRespelled ? again : known?.Target ?? again)));
    }

    private static bool IsSame<T>(T one, T other, Func<T, string?> name)
        where T : class
        => Same(name(one), name(other)) && (name(one) is not null || one.Equals(other));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>What a column becomes; <see langword="null"/> if it goes.</summary>
    private Column? Target(ObjectName table, Column there)
        => changes.OfType<Removed<Column>>().Any(change => change.Table == table && Same(change.Item.Name, there.Name))
            ? null
            : changes.OfType<Altered<Column>>()
                .FirstOrDefault(change => change.Table == table && Same(change.Current.Name, there.Name))?.Target
                ?? there;

    private Column MapColumn(ObjectName table, Column there, Column wanted)
        => MentionsChanged(table, there.Generated?.Expression)
            && scope.Diff.Target.FindTable(table)?.FindColumn(scope.Names.TargetColumn(table, there.Name)) is { } own
            ? ReferenceEquals(there, wanted) ? own : wanted with { Generated = own.Generated }
            : wanted;

    private TableIndex MapIndex(ObjectName table, TableIndex index)
    {
        if (IsRespelled(table, index))
            return scope.Diff.Target.FindTable(table)?.Indexes.FirstOrDefault(other => Same(other.Name, index.Name)) ?? index;
        return index with
        {
            Parts = index.Parts
                .Select(part => part.Column is null ? part : part with { Column = scope.Names.TargetColumn(table, part.Column) })
                .ToEquatableList(),
            IncludedColumns = scope.Names.TargetColumns(table, index.IncludedColumns),
        };
    }

    private bool IsRespelled(ObjectName table, TableIndex index)
        => index.Parts.Any(part => MentionsChanged(table, part.Expression)) || MentionsChanged(table, index.Filter);

    private CheckConstraint MapCheck(ObjectName table, CheckConstraint check)
        => MentionsChanged(table, check.Expression)
            ? scope.Diff.Target.FindTable(table)?.CheckConstraints.FirstOrDefault(other => Same(other.Name, check.Name)) ?? check
            : check;

    private ForeignKey MapForeignKey(ObjectName table, ForeignKey key)
    {
        var principal = scope.Names.TargetTable(key.PrincipalTable);
        return key with
        {
            Columns = scope.Names.TargetColumns(table, key.Columns),
            PrincipalTable = principal,
            PrincipalColumns = scope.Names.TargetColumns(principal, key.PrincipalColumns),
        };
    }

    // What the database says of a column that has another name or type afterwards is not what the model says of it.
    private bool MentionsChanged(ObjectName table, SqlExpression? expression)
        => expression is not null && (scope.CurrentTable(table)?.Columns ?? [])
            .Any(column => Mentions(expression, column.Name)
                && (!Same(scope.Names.TargetColumn(table, column.Name), column.Name) || IsOfAnotherType(table, column)));

    private bool IsOfAnotherType(ObjectName table, Column there)
        => changes.OfType<Altered<Column>>().Any(
            change => change.Table == table && Same(change.Current.Name, there.Name) && change.Has("Type") && IsAnotherType(change))
            || changes.OfType<Added<Column>>().Any(
                change => change.Table == table && Same(change.Item.Name, there.Name) && !change.Item.Type.IsLike(there.Type));

    // https://www.postgresql.org/docs/current/typeconv-union-case.html
    [GeneratedRegex(@"\b(?:COALESCE|CASE|GREATEST|LEAST)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex ChoosesType();

    private static bool Mentions(SqlExpression expression, string column) => SqlMentions.Identifier(expression.Text, column);

    private static bool MentionsColumn(TableIndex index, string column)
        => index.Parts.Any(part => Same(part.Column, column))
            || index.IncludedColumns.Contains(column, StringComparer.Ordinal)
            || HasExpressionOver(index, column);

    private static bool HasExpressionOver(TableIndex index, string column)
        => index.Parts.Any(part => part.Expression is { } expression && Mentions(expression, column))
            || (index.Filter is { } filter && Mentions(filter, column));
}
