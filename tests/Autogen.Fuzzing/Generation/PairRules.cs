using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>
/// Whether the rows of a pair can follow: nobody could make a key unique whose columns are all new, or turn a date into a number. Each rule
/// holds in both directions, because the downgrade is the upgrade of the swapped pair.
/// </summary>
internal static class PairRules
{
    /// <summary>Whether all rules hold.</summary>
    public static bool Holds(ModelPair pair)
        => CanAdd(pair.Current, pair.Target, pair.Database)
            && CanAdd(pair.Target, pair.Current, pair.Database)
            && (pair.Rows == 0 && !HasSeeds(pair.Current) && !HasSeeds(pair.Target)
                || (Follows(pair.Database, pair.Current, pair.Target) && Follows(pair.Database, pair.Target, pair.Current)));

    private static bool HasSeeds(ModelDescription model) => model.Tables.Any(table => table.Seeds.Count > 0);

    // Some types have no value that rows could get; adding such a required column is refused.
    private static bool CanAdd(ModelDescription current, ModelDescription target, FuzzDatabase database)
        => target.Tables.All(table => current.Find(table.Name) is not { } old || table.Columns.All(column =>
            old.Find(column.Name) is { IsNullable: false, Computed: null }
                || column.IsNullable
                || ColumnTypes.Of(database, target, column).HasBackfill));

    private static bool Follows(FuzzDatabase database, ModelDescription current, ModelDescription target)
    {
        // Rows have the first two labels.
        if (current.Enums.Any(type => target.Enums.FirstOrDefault(other => other.Name == type.Name) is { } other
            && !type.Labels.Take(2).All(label => other.Labels.Contains(label))))
            return false;
        // EF Core's operations have no words for some values, so a revision inserts them by SQL; what SQL inserted is not remembered when a
        // downgrade would have to bring it back.
        if (current.Tables.Any(
            table => table.Seeds.Count > 0 && target.Find(table.Name) != table && table.Columns.Any(column => IsInsertedBySql(column))))
            return false;

        foreach (var table in target.Tables)
        {
            if (Same(current, table) is not { } old)
                continue;
            if (!table.Columns.All(column => old.Find(column.Name) is not { Computed: null } from
                || column.Computed is not null
                || CanConvert(database, current, from, target, column, old.Seeds.Count + table.Seeds.Count > 0)))
                return false;

            // A row's own number is a whole one.
            if (database == FuzzDatabase.Sqlite
                && table.Key is [var id]
                && old.Find(id) is { Computed: null } fraction
                && IsOf(database, current, fraction, TypeFamily.Number)
                && IsOf(database, target, table.Find(id)!, TypeFamily.Integer))
                return false;

            // Existing distinct values keep a key unique.
            bool IsKept(string name) => old.Find(name) is { Computed: null } column && ColumnTypes.Of(database, current, column).IsKeyable;
            var unique = table.AlternateKeys.Select(key => key.Columns)
                .Append(table.Key)
                .Concat(table.Indexes.Where(index => index.IsUnique).Select(index => index.Columns))
                .Where(columns => columns.Count > 0);
            if (!unique.All(columns => columns.Any(IsKept)))
                return false;

            // Rows of the model refer to nothing, and another row may, too.
            if (table.Seeds.Count > 0
                && table.Indexes.Any(index => index.NullsNotDistinct && index.Columns.All(column => table.Find(column)!.IsNullable)))
                return false;
            if (!table.ForeignKeys.All(key => Refers(current, target, old, table, key)))
                return false;

            // A row of the model that refers to nothing yet has a value that a new reference would have to find.
            if (old.Seeds.Count + table.Seeds.Count > 0 && !table.ForeignKeys.All(
                key => old.ForeignKeys.Any(other => other.Columns == key.Columns) || key.Columns.All(column => old.Find(column) is null)))
                return false;

            // A row of the model that is new to a table with rows, or goes from one, is not in the way of those.
            if (table.Seeds.Count > 0 && table.Key != old.Key)
                return false;
        }

        return true;
    }

    private static bool IsOf(FuzzDatabase database, ModelDescription model, ColumnDescription column, TypeFamily family)
        => ColumnTypes.Of(database, model, column).Family == family;

    private static bool IsInsertedBySql(ColumnDescription column)
        => column.Type.Contains('[', StringComparison.Ordinal)
            || column.Type.StartsWith("bit", StringComparison.Ordinal)
            || column.Type.StartsWith("enum:", StringComparison.Ordinal);

    // A table of another schema is another table, unless somebody says that it was moved.
    private static TableDescription? Same(ModelDescription model, TableDescription table)
        => model.Find(table.Name) is { } other && other.Schema == table.Schema ? other : null;

    // The values of both ends are what they were, or the reference is NULL.
    private static bool Refers(
        ModelDescription current, ModelDescription target, TableDescription old, TableDescription table, ForeignKeyDescription key)
    {
        var principal = target.Find(key.Principal) is { } other ? Same(current, other) : null;
        var isNull = key.Columns.Any(column => old.Find(column) is null
            && table.Find(column)!.IsNullable
            && table.Find(column) is { Default: null, DefaultSql: null, DefaultSequence: null });
        return isNull
            || (principal is not null && key.Columns.Zip(key.PrincipalColumns).All(pair =>
                old.Find(pair.First) is { Computed: null } from
                    && principal.Find(pair.Second) is { Computed: null } to
                    && from.Type == to.Type));
    }

    private static bool CanConvert(
        FuzzDatabase database,
        ModelDescription current,
        ColumnDescription from,
        ModelDescription target,
        ColumnDescription to,
        bool hasSeeds)
    {
        if (from.Type == to.Type)
            return true;
        var (old, next) = (ColumnTypes.Of(database, current, from), ColumnTypes.Of(database, target, to));
        var numbers = old.Family is TypeFamily.Integer or TypeFamily.Number && next.Family is TypeFamily.Integer or TypeFamily.Number;
        var texts = old.Family == TypeFamily.Text && next.Family == TypeFamily.Text;
        if (numbers || texts || hasSeeds)
            return numbers || texts;
        return (old.Family == TypeFamily.Text && old.Limit is null) || (next.Family == TypeFamily.Text && next.Limit is null);
    }
}
