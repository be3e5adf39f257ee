using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Generation;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Running;

/// <summary>Drops parts of a pair that fails, as long as what is left still fails.</summary>
/// <param name="failsAsync">Whether a pair fails in the same way.</param>
internal sealed class Shrinker(Func<ModelPair, Task<bool>> failsAsync)
{
    private const int MostAttempts = 300;

    /// <summary>The smallest pair that was found.</summary>
    public async Task<ModelPair> ShrinkAsync(ModelPair pair)
    {
        var attempts = 0;
        for (var smaller = true; smaller && attempts < MostAttempts;)
        {
            smaller = false;
            foreach (var candidate in Candidates(pair).Select(Repaired).Where(candidate => candidate != pair && PairRules.Holds(candidate)))
            {
                if (++attempts > MostAttempts)
                    break;
                if (!await failsAsync(candidate))
                    continue;
                pair = candidate;
                smaller = true;
                break;
            }
        }

        return pair;
    }

    private static ModelPair Repaired(ModelPair pair)
        => pair with { Current = ModelRules.Repair(pair.Database, pair.Current), Target = ModelRules.Repair(pair.Database, pair.Target) };

    // The same part goes from both models, else from one of them; and one side's part takes the other's form.
    private static IEnumerable<ModelPair> Candidates(ModelPair pair)
    {
        var tables = pair.Current.Tables.Concat(pair.Target.Tables).Select(table => table.Name).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in tables)
            yield return Both(pair, model => model with { Tables = model.Tables.Where(table => table.Name != name).ToEquatableList() });
        foreach (var name in tables.Where(
            name => pair.Current.Find(name) is { } table && pair.Target.Find(name) is { } other && table != other))
        {
            yield return pair with { Target = pair.Target.With(pair.Target.Find(name)!, pair.Current.Find(name)!) };
            yield return pair with { Current = pair.Current.With(pair.Current.Find(name)!, pair.Target.Find(name)!) };
        }

        foreach (var name in pair.Current.Enums.Concat(pair.Target.Enums).Select(type => type.Name).Distinct(StringComparer.Ordinal))
            yield return Both(pair, model => model with { Enums = model.Enums.Where(type => type.Name != name).ToEquatableList() });
        foreach (var name in pair.Current.Sequences.Concat(pair.Target.Sequences)
            .Select(sequence => sequence.Name)
            .Distinct(StringComparer.Ordinal))
            yield return Both(
                pair, model => model with { Sequences = model.Sequences.Where(sequence => sequence.Name != name).ToEquatableList() });
        foreach (var name in tables)
        {
            foreach (var change in TableChanges(pair, name))
            {
                ModelDescription Changed(ModelDescription model)
                    => model.Find(name) is { } table ? model.With(table, change(table)) : model;
                yield return Both(pair, Changed);
                yield return pair with { Current = Changed(pair.Current) };
                yield return pair with { Target = Changed(pair.Target) };
            }
        }

        if (pair.Rows > 1)
            yield return pair with { Rows = pair.Rows - 1 };
        if (pair.Rows > 0)
            yield return pair with { Rows = 0 };
    }

    private static IEnumerable<Func<TableDescription, TableDescription>> TableChanges(ModelPair pair, string name)
    {
        var sides = new[] { pair.Current.Find(name), pair.Target.Find(name) }.OfType<TableDescription>().ToList();
        foreach (var column in sides.SelectMany(table => table.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal))
        {
            yield return table => table with { Columns = table.Columns.Where(other => other.Name != column).ToEquatableList() };
            yield return table => Column(table, column, it => it with { Comment = null });
            yield return table => Column(table, column, it => it with { Collation = null });
            yield return table => Column(table, column, it => it with { Default = null, DefaultSql = null, DefaultSequence = null });
            yield return table => Column(table, column, it => it with { Computed = null });
            yield return table => Column(table, column, it => it with { Identity = IdentityDescription.None });
        }

        foreach (var index in sides.SelectMany(table => table.Indexes).Select(index => index.Name).Distinct(StringComparer.Ordinal))
            yield return table => table with { Indexes = table.Indexes.Where(other => other.Name != index).ToEquatableList() };
        foreach (var check in sides.SelectMany(table => table.Checks).Select(check => check.Name).Distinct(StringComparer.Ordinal))
            yield return table => table with { Checks = table.Checks.Where(other => other.Name != check).ToEquatableList() };
        foreach (var key in sides.SelectMany(table => table.ForeignKeys).Distinct())
            yield return table =>
                table with { ForeignKeys = table.ForeignKeys.Where(other => other.Columns != key.Columns).ToEquatableList() };
        foreach (var key in sides.SelectMany(table => table.AlternateKeys).Distinct())
            yield return table =>
                table with { AlternateKeys = table.AlternateKeys.Where(other => other.Columns != key.Columns).ToEquatableList() };
        foreach (var seed in sides.SelectMany(table => table.Seeds).Distinct())
            yield return table => table with { Seeds = table.Seeds.Where(other => other.Row != seed.Row).ToEquatableList() };
        yield return table => table with { Comment = null, KeyName = null };
        yield return table => table with { Schema = null };
        yield return table => table with { Mapping = TableMapping.Entity };
    }

    private static TableDescription Column(TableDescription table, string name, Func<ColumnDescription, ColumnDescription> change)
        => table.Find(name) is { } column ? table.With(column, change(column)) : table;

    private static ModelPair Both(ModelPair pair, Func<ModelDescription, ModelDescription> change)
        => pair with { Current = change(pair.Current), Target = change(pair.Target) };
}
