using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>One change of a model, at random.</summary>
internal sealed class ModelMutation(FuzzDatabase database, Random random, PartGenerator parts)
{
    /// <summary>The changed model; it may have to be repaired.</summary>
    public ModelDescription Mutate(ModelDescription model)
    {
        if (model.Tables.Count == 0)
            return model with { Tables = [parts.Table(model)] };
        if (!parts.IsSqlite && parts.Chance(6))
            return MutateDatabase(model);
        if (parts.Chance(8))
            return model with { Tables = [.. model.Tables, parts.Table(model)] };
        if (parts.Chance(10))
            return model with { Tables = Without(model.Tables) };
        if (parts.Chance(7))
            return parts.WithForeignKey(model);
        var table = parts.Pick(model.Tables);
        return random.Next(3) switch
        {
            0 => model.With(table, MutateTable(model, table)),
            1 => model.With(table, MutateParts(model, table)),
            _ => MutateColumn(model, table),
        };
    }

    private ModelDescription MutateDatabase(ModelDescription model)
    {
        switch (random.Next(6))
        {
            case 0:
                return model with { Enums = [.. model.Enums, parts.Enum()] };
            case 1:
                return model with { Sequences = [.. model.Sequences, parts.Sequence()] };
            case 2 when model.Enums.Count > 0:
                return model with { Enums = Without(model.Enums) };
            case 3 when model.Sequences.Count > 0:
                return model with { Sequences = Without(model.Sequences) };
            case 4 when model.Sequences.Count > 0:
                var old = parts.Pick(model.Sequences);
                var next = parts.Sequence() with { Name = old.Name, Schema = parts.Chance(3) ? parts.Schema() : old.Schema };
                return model with { Sequences = Exchange(model.Sequences, old, next) };
            case 5 when model.Enums.Count > 0:
                var type = parts.Pick(model.Enums);
                return model with { Enums = Exchange(model.Enums, type, MutateEnum(type)) };
            default:
                return model;
        }
    }

    private EnumDescription MutateEnum(EnumDescription type) => random.Next(4) switch
    {
        0 => type with
        {
            Labels = Inserted(type.Labels, random.Next(type.Labels.Count + 1), parts.Name("label", ",")).Distinct().ToEquatableList()
        },
        1 when type.Labels.Count > 1 => type with { Labels = Without(type.Labels) },
        2 => type with { Labels = parts.Labels().ToEquatableList() },
        _ => type with { Schema = parts.Schema() },
    };

    private TableDescription MutateTable(ModelDescription model, TableDescription table)
    {
        switch (random.Next(6))
        {
            case 0:
                return table with { Schema = parts.Schema() };
            case 1:
                return table with { Comment = parts.Comment() };
            case 2:
                return parts.WithKey(model, table with
                {
                    Columns = table.Columns.Select(column => column with { Identity = IdentityDescription.None }).ToEquatableList()
                });
            case 3:
                return table with { KeyName = table.KeyName is null ? parts.Name("pk") : null };
            case 4:
                return table with { Columns = [.. table.Columns, parts.Column(model)] };
            default:
                return table with { Columns = Without(table.Columns) };
        }
    }

    private TableDescription MutateParts(ModelDescription model, TableDescription table)
    {
        switch (random.Next(10))
        {
            case 0:
                return table with { Indexes = [.. table.Indexes, parts.Index(model, table)] };
            case 1 when table.Indexes.Count > 0:
                return table with { Indexes = Without(table.Indexes) };
            case 2 when table.Indexes.Count > 0:
                var index = parts.Pick(table.Indexes);
                return table with { Indexes = Exchange(table.Indexes, index, parts.Index(model, table) with { Name = index.Name }) };
            case 3:
                return parts.WithCheck(model, table);
            case 4 when table.Checks.Count > 0:
                return table with { Checks = Without(table.Checks) };
            case 5 when table.Checks.Count > 0:
                var check = parts.Pick(table.Checks);
                return parts.WithCheck(model, table with { Checks = [] }).Checks is [var other]
                    ? table with { Checks = Exchange(table.Checks, check, other with { Name = check.Name }) }
                    : table;
            case 6 when table.ForeignKeys.Count > 0:
                return table with { ForeignKeys = Without(table.ForeignKeys) };
            case 7 when table.ForeignKeys.Count > 0:
                var key = parts.Pick(table.ForeignKeys);
                return table with
                {
                    ForeignKeys = Exchange(
                        table.ForeignKeys, key, key with { OnDelete = parts.Pick(["Cascade", "Restrict", "NoAction", "SetNull"]) })
                };
            case 8:
                return table.AlternateKeys.Count > 0 && parts.Chance(2)
                    ? table with { AlternateKeys = Without(table.AlternateKeys) }
                    : table with
                    {
                        AlternateKeys =
                        [
                            .. table.AlternateKeys,
                            new KeyDescription(
                                parts.Chance(2) ? parts.Name("ak") : null, parts.Some(parts.Columns(model, table, type => type.IsKeyable)))
                        ]
                    };
            default:
                return MutateSeeds(table);
        }
    }

    private TableDescription MutateSeeds(TableDescription table) => random.Next(3) switch
    {
        0 => table with { Seeds = [.. table.Seeds, new SeedDescription(1001 + table.Seeds.Count + random.Next(100), 0)] },
        1 when table.Seeds.Count > 0 => table with { Seeds = Without(table.Seeds) },
        _ => table with
        {
            Seeds = table.Seeds.Select(seed => parts.Chance(2) ? seed with { Variant = seed.Variant + 1 } : seed).ToEquatableList()
        },
    };

    private ModelDescription MutateColumn(ModelDescription model, TableDescription table)
    {
        var column = parts.Pick(table.Columns);
        switch (random.Next(8))
        {
            case 0 or 1:
                var types = ColumnTypes.Of(database).Keys.Concat(model.Enums.Select(type => "enum:" + type.Name)).ToList();
                return Retype(model, table, column, parts.Pick(types));
            case 2:
                return model.With(table, table.With(column, column with { IsNullable = !column.IsNullable }));
            case 3:
                return model.With(table, table.With(column, parts.WithDefault(model, column)));
            case 4:
                return model.With(table, table.With(column, column with { Default = null, DefaultSql = null, DefaultSequence = null }));
            case 5:
                return model.With(
                    table, table.With(column, column with { Collation = column.Collation is null ? parts.Collation() : null }));
            case 6:
                return model.With(
                    table,
                    table.With(
                        column, column with { Comment = parts.Comment(), Identity = parts.Pick(Enum.GetValues<IdentityDescription>()) }));
            default:
                return model.With(table, table.With(column, column.Computed is null || parts.Chance(2)
                    ? parts.Compute(model, table, column)
                    : column with { Computed = null }));
        }
    }

    // Both ends of a foreign key have one type, and so have all that are joined by others.
    private static ModelDescription Retype(ModelDescription model, TableDescription table, ColumnDescription column, string type)
    {
        HashSet<(string Table, string Column)> joined = [(table.Name, column.Name)];
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var holder in model.Tables)
            {
                foreach (var key in holder.ForeignKeys)
                {
                    foreach (var (dependent, principal) in key.Columns.Zip(key.PrincipalColumns))
                    {
                        var (one, other) = ((holder.Name, dependent), (key.Principal, principal));
                        if (joined.Contains(one) != joined.Contains(other))
                            grows |= joined.Add(one) | joined.Add(other);
                    }
                }

                foreach (var computed in holder.Columns.Where(
                    candidate => candidate.Computed is not null && joined.Contains((holder.Name, candidate.Computed.Column))))
                    grows |= joined.Add((holder.Name, computed.Name));
            }
        }

        return model with
        {
            Tables = model.Tables
                .Select(holder => holder with
                {
                    Columns = holder.Columns
                        .Select(candidate => joined.Contains((holder.Name, candidate.Name)) ? candidate with { Type = type } : candidate)
                        .ToEquatableList()
                })
                .ToEquatableList(),
        };
    }

    private static EquatableList<string> Inserted(EquatableList<string> items, int index, string item)
        => [.. items.Take(index), item, .. items.Skip(index)];

    private EquatableList<T> Without<T>(EquatableList<T> items)
    {
        var index = items.Count == 0 ? 0 : random.Next(items.Count);
        return items.Where((_, position) => position != index).ToEquatableList();
    }

    private static EquatableList<T> Exchange<T>(EquatableList<T> items, T old, T next)
        where T : class
        => items.Select(item => ReferenceEquals(item, old) ? next : item).ToEquatableList();
}
