using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Does a diff to a schema in memory, as a planner and a database would do it: renames first, then everything else.</summary>
internal static class Replay
{
    public static DatabaseSchema Of(SchemaDiff diff, DatabaseSchema schema, TestDialect dialect)
    {
        var removed = diff.Changes.OfType<Removed<Table>>().Select(change => change.Item.Name).ToHashSet();
        var pairs = new SchemaPairs(diff.Current, diff.Current.Tables.Where(table => !removed.Contains(table.Name)).Select(Pair));
        var result = new TargetNames(pairs, dialect).Translate(schema);
        return Kinds.All.Where(kind => kind.Value != ObjectKind.Table).Aggregate(result, (to, kind) => Apply(to, kind, diff.Changes)) with
        {
            Tables = result.Tables.Where(table => !removed.Contains(table.Name)).Select(table => Apply(table, diff, dialect))
                .Concat(diff.Changes.OfType<Added<Table>>().Select(change => change.Item)).OrderBy(table => table.Name).ToEquatableList(),
        };

        TablePair Pair(Table table)
        {
            var renamed = Find<Table>(diff, change => change.Current.Name == table.Name)?.Target.Name ?? table.Name;
            return new TablePair(
                table, table with { Name = renamed }, table.Columns.Select(column => new ColumnPair(column, Renamed(column) ?? column)));

            Column? Renamed(Column column)
                => Find<Column>(
                    diff,
                    change => change.Table == renamed && string.Equals(change.Current.Name, column.Name, StringComparison.Ordinal))?.Target;
        }
    }

    private static Altered<T>? Find<T>(SchemaDiff diff, Func<Altered<T>, bool> predicate)
        where T : class
        => diff.Changes.OfType<Altered<T>>().FirstOrDefault(change => change.Has("Name") && predicate(change));

    private static Table Apply(Table table, SchemaDiff diff, TestDialect dialect)
    {
        var own = diff.Changes.OfType<Altered<Table>>().FirstOrDefault(change => change.Current.Name == table.Name)?.Target ?? table;
        var changes = diff.Changes.Where(change => change.Table is { } name && IsSame(name, own.Name, dialect)).ToEquatableList();
        return own with
        {
            Columns = Apply(table.Columns, changes, column => column.Name),
            PrimaryKey = changes.FirstOrDefault(change => change.Kind == ObjectKind.PrimaryKey) is { } key
                ? (PrimaryKey?)key.After
                : table.PrimaryKey,
            UniqueConstraints = Apply(table.UniqueConstraints, changes, unique => unique.ToString()),
            CheckConstraints = Apply(table.CheckConstraints, changes, check => check.Name + check.Expression.Text),
            ForeignKeys = Apply(table.ForeignKeys, changes, foreign => foreign.ToString()),
            Indexes = Apply(table.Indexes, changes, index => index.Name),
            SeedRows = Apply(table.SeedRows, changes, row => row.Key.ToString()),
        };
    }

    private static bool IsSame(ObjectName one, ObjectName other, TestDialect dialect)
        => one == other || (string.Equals(one.Schema, other.Schema, StringComparison.Ordinal) && dialect.SameName(one.Name, other.Name));

    private static DatabaseSchema Apply(DatabaseSchema schema, Kind kind, EquatableList<Change> changes)
        => kind.With(
            schema,
            Apply(kind.In(schema), changes.Where(change => change.Kind == kind.Value), item => kind.NameOf(item).ToString()));

    private static EquatableList<T> Apply<T>(EquatableList<T> items, EquatableList<Change> changes, Func<T, string> identity)
        where T : class
        => Apply<T>(items, changes.Where(change => change.Subject is T), identity);

    private static EquatableList<T> Apply<T>(IReadOnlyList<T> items, IEnumerable<Change> changes, Func<T, string> identity)
        where T : class
    {
        var result = items.ToList();
        var own = changes.ToList();

        // All at once: a name may be handed on.
        foreach (var before in own.Select(change => change.Before).OfType<T>())
            Assert.Equal(1, result.RemoveAll(item => string.Equals(identity(item), identity(before), StringComparison.Ordinal)));
        result.AddRange(own.Select(change => change.After).OfType<T>());
        return [.. result.OrderBy(identity, StringComparer.Ordinal)];
    }
}
