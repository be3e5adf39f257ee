using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Environments;

/// <summary>Sifts the parts of tables. With a column goes what names it: nothing that is left may speak of what is not compared.</summary>
/// <param name="filter">The project's say.</param>
/// <param name="dialect">Which names are one.</param>
internal sealed class PartInclusion(InclusionFilter filter, Dialect dialect)
{
    /// <summary>The tables with the parts that are left.</summary>
    public (EquatableList<Table> Live, EquatableList<Table> Model) Apply(EquatableList<Table> live, EquatableList<Table> model)
    {
        var partners = ObjectPairs.Of(live, model, table => table.Name, dialect);
        var sifted = new Dictionary<object, Table>(ReferenceEqualityComparer.Instance);
        foreach (var table in live)
        {
            var partner = (Table?)partners.GetValueOrDefault(table);
            var (current, target) = Sift(table.Name, table, partner ?? new Table { Name = table.Name });
            sifted[table] = current;
            if (partner is not null)
                sifted[partner] = target;
        }

        foreach (var table in model.Where(table => !partners.ContainsKey(table)))
            sifted[table] = Sift(table.Name, new Table { Name = table.Name }, table).Target;
        return (live.Select(table => sifted[table]).ToEquatableList(), model.Select(table => sifted[table]).ToEquatableList());
    }

    private (Table Current, Table Target) Sift(ObjectName name, Table current, Table target)
    {
        var columns = Columns(name, current, target, out var gone);
        bool Names(IEnumerable<string?> names) => names.Any(item => item is not null && gone.Exists(column => IsOne(column, item)));
        bool Mentions(SqlExpression? expression)
            => expression is not null && gone.Exists(column => ColumnMentions.SurelyMentions(expression, column, dialect));

        var keys = filter.Keep(
            ObjectKind.PrimaryKey, name, Listed(current.PrimaryKey), Listed(target.PrimaryKey), key => Names(key.Columns));
        var uniques = filter.Keep(
            ObjectKind.UniqueConstraint, name, current.UniqueConstraints, target.UniqueConstraints, unique => Names(unique.Columns));
        var checks = filter.Keep(
            ObjectKind.CheckConstraint, name, current.CheckConstraints, target.CheckConstraints, check => Mentions(check.Expression));
        var foreignKeys = filter.Keep(ObjectKind.ForeignKey, name, current.ForeignKeys, target.ForeignKeys, key => Names(key.Columns));
        var rows = filter.Keep(
            ObjectKind.SeedRow, name, current.SeedRows, target.SeedRows, row => Names(row.Key.Select(value => value.Column)));
        var indexes = filter.Keep(
            ObjectKind.Index, name, current.Indexes, target.Indexes,
            index => Names(index.Parts.Select(part => part.Column).Concat(index.IncludedColumns))
                || Mentions(index.Filter)
                || index.Parts.Any(part => Mentions(part.Expression)));
        return (
            current with
            {
                Columns = columns.Live,
                PrimaryKey = Only(keys.Live),
                UniqueConstraints = uniques.Live,
                CheckConstraints = checks.Live,
                ForeignKeys = foreignKeys.Live,
                SeedRows = rows.Live.Select(Left).ToEquatableList(),
                Indexes = indexes.Live,
            },
            target with
            {
                Columns = columns.Model,
                PrimaryKey = Only(keys.Model),
                UniqueConstraints = uniques.Model,
                CheckConstraints = checks.Model,
                ForeignKeys = foreignKeys.Model,
                SeedRows = rows.Model.Select(Left).ToEquatableList(),
                Indexes = indexes.Model,
            });

        SeedRow Left(SeedRow row) => row with { Values = row.Values.Where(value => !Names([value.Column])).ToEquatableList() };
    }

    /// <summary>The columns that are left, and the names of those that are not; with a column go those that are computed from it.</summary>
    private (EquatableList<Column> Live, EquatableList<Column> Model) Columns(
        ObjectName name, Table current, Table target, out List<string> gone)
    {
        var left = filter.Keep(ObjectKind.Column, name, current.Columns, target.Columns, _ => false);
        gone = Gone(left);
        for (var known = 0; known < gone.Count;)
        {
            known = gone.Count;
            var names = gone;
            left = Without(left, names, column => column.Generated is { } generated
                && names.Exists(item => ColumnMentions.SurelyMentions(generated.Expression, item, dialect)));
            gone = Gone(left);
        }

        return left;

        List<string> Gone((EquatableList<Column> Live, EquatableList<Column> Model) kept)
            => [.. current.Columns.Except(kept.Live)
                .Concat(target.Columns.Except(kept.Model))
                .Select(column => column.Name)
                .Distinct(StringComparer.Ordinal)];
    }

    private (EquatableList<Column> Live, EquatableList<Column> Model) Without(
        (EquatableList<Column> Live, EquatableList<Column> Model) columns, List<string> gone, Func<Column, bool> isGone)
    {
        var names = columns.Live.Concat(columns.Model).Where(isGone).Select(column => column.Name).Concat(gone).ToList();
        EquatableList<Column> Left(EquatableList<Column> list)
            => list.Where(column => !names.Exists(name => IsOne(name, column.Name))).ToEquatableList();
        return (Left(columns.Live), Left(columns.Model));
    }

    private bool IsOne(string first, string second)
        => string.Equals(first, second, StringComparison.Ordinal) || dialect.SameName(first, second);

    private static EquatableList<PrimaryKey> Listed(PrimaryKey? key) => key is null ? [] : [key];

    private static PrimaryKey? Only(EquatableList<PrimaryKey> keys) => keys.Count == 0 ? null : keys[0];
}
