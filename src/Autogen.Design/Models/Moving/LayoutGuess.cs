using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// Finds out how a database stores a hierarchy that the model stores in another way: in one table, in a table a type, in a table a concrete
/// type, or with parts of its rows in other tables. Pure. What can't be told for sure is not told.
/// </summary>
/// <param name="shape">The hierarchy.</param>
/// <param name="live">The database's tables.</param>
internal sealed class LayoutGuess(HierarchyShape shape, LiveTables live)
{
    private readonly LiveParts parts = new(shape, live);

    /// <summary>The way; <see langword="null"/> if it is the model's, or none is sure.</summary>
    public LiveLayout? Guess()
    {
        var found = !IsMoved ? null : shape.Types.Count == 1 ? Single() : OneTable() ?? TableAType() ?? TableAConcreteType();
        return found is null || SameLayout.Is(found) ? null : found;
    }

    // Something of the model is new, or something of a table of the hierarchy is gone.
    private bool IsMoved => shape.Concrete.SelectMany(type => type.Stored!.Parts).Any(part // concrete types have it
        => live.Of(part.Table) is not { } table
            || part.Values.Any(value => live.ColumnOf(part.Table, value.Column) is null)
            || table.Columns.Any(column => live.IsGone(table, column.Name)));

    private LiveLayout? Single()
        => live.Of(shape.Root.OwnTable) is { } table
            && shape.Root.Stored is { } stored
            && stored.Parts.Where(part => !part.IsOptional).Select(part => live.Of(part.Table)).OfType<Table>() is var required
            && parts.Of(shape.Root, [table, .. required]) is { } entity
                ? new LiveLayout([new LiveEntity(shape.Root, entity)])
                : null;

    private LiveLayout? OneTable()
    {
        var kept = shape.Types.Select(type => live.Of(type.OwnTable)).OfType<Table>().Distinct();
        return kept.Concat(live.Gone).Select(OneTable).OfType<LiveLayout>().MaxBy(
            layout => layout.Entities.Sum(entity => entity.Stored.Parts.Sum(part => part.Values.Count)));
    }

    private LiveLayout? OneTable(Table table)
    {
        var entities = AllOf(_ => [table], isNewAllowed: false);
        if (entities is null)
            return null;
        if (shape.Concrete.All(type => type.Stored!.Discriminator is { } own && IsStillThere(table, type, own)))
            return new LiveLayout([.. entities.Select(entity => entity with
            {
                Stored = entity.Stored with
                {
                    Discriminator = entity.Type.Stored!.Discriminator! with // all have one
                    {
                        Column = live.ColumnOf(entity.Type.Stored.Parts[0].Table, entity.Type.Stored.Discriminator.Column)!
                    }
                }
            })]);
        var used = entities.SelectMany(entity => entity.Stored.Parts).Where(part => part.Table == table.Name)
            .SelectMany(part => part.Values.Select(value => value.Column).Concat(part.Key))
            .ToHashSet(StringComparer.Ordinal);
        var free = table.Columns.Where(column => !used.Contains(column.Name) && live.IsGone(table, column.Name) && column.Generated is null)
            .ToList();
        var isMade = entities.Any(entity => entity.Stored.Parts.Any(part => part.Values.Count > 0)) || free.Count > 0;
        return free.Count == 0 || !isMade ? null : new LiveLayout(entities) { Undistinguished = table, Discriminators = free };
    }

    private bool IsStillThere(Table table, TypeShape type, StoredDiscriminator own)
        => type.Stored is { } stored
            && live.Of(stored.Parts[0].Table)?.Name == table.Name
            && live.ColumnOf(stored.Parts[0].Table, own.Column) is not null;

    private LiveLayout? TableAType()
    {
        if (RootTable() is not { } root)
            return null;
        Dictionary<string, Table> tables = new(StringComparer.Ordinal) { [shape.Root.Name] = root };
        foreach (var type in shape.Types.Skip(1))
        {
            if (type.Base is null || !tables.TryGetValue(type.Base, out var parent))
                continue;
            var own = live.Of(type.OwnTable);
            if (own is not null && !LiveTables.Extends(own, parent))
                return null;
            var found = own ?? TableFit.Best(type, type.Slots, live.GoneThatExtend(parent).Except(tables.Values));
            if (found is not null)
                tables.Add(type.Name, found);
        }

        if (tables.Count == 1)
            return null;
        var entities = AllOf(
            type => [.. shape.ChainOf(type).Select(one => tables.GetValueOrDefault(one.Name)).OfType<Table>()],
            isNewAllowed: true,
            type => tables.ContainsKey(type.Name));
        return entities is null ? null : new LiveLayout([.. entities.Select(entity => entity with
        {
            Stored = entity.Stored with
            {
                Except = shape.DerivedFrom(entity.Type).Where(type => tables.ContainsKey(type.Name))
                    .Select(type => parts.KeyOnly(tables[type.Name]))
                    .OfType<StoredPart>()
                    .ToEquatableList()
            }
        })]);
    }

    private Table? RootTable()
    {
        if (live.Of(shape.Root.OwnTable) is { } own)
            return own;
        var extended = live.Gone.Where(table => live.GoneThatExtend(table).Any()
            || shape.Types.Any(type => live.Of(type.OwnTable) is { } kept && LiveTables.Extends(kept, table)));
        return TableFit.Best(shape.Root, shape.Root.Slots, extended);
    }

    private LiveLayout? TableAConcreteType()
    {
        Dictionary<string, Table> tables = new(StringComparer.Ordinal);
        foreach (var type in shape.Concrete)
        {
            var slots = shape.ChainOf(type).SelectMany(one => one.Slots).ToList();
            var found = live.Of(type.OwnTable) ?? TableFit.Best(type, slots, live.Gone.Except(tables.Values));
            if (found is not null && !tables.Values.Any(other => LiveTables.Extends(found, other)))
                tables.Add(type.Name, found);
        }

        return tables.Count == 0
            || AllOf(type => [tables[type.Name]], isNewAllowed: true, type => tables.ContainsKey(type.Name)) is not { } entities
            ? null
            : new LiveLayout(entities);
    }

    /// <summary>All concrete types; <see langword="null"/> if one is stored in another way. Types that are new have no rows.</summary>
    private List<LiveEntity>? AllOf(Func<TypeShape, IReadOnlyList<Table>> tablesOf, bool isNewAllowed, Func<TypeShape, bool>? isOld = null)
    {
        var entities = new List<LiveEntity>();
        foreach (var type in shape.Concrete)
        {
            if (isOld is not null && !isOld(type))
            {
                if (!isNewAllowed || live.Of(type.OwnTable) is not null)
                    return null;
                continue;
            }

            if (parts.Of(type, tablesOf(type)) is not { } entity)
                return null;
            entities.Add(new LiveEntity(type, entity));
        }

        return entities.Count == 0 ? null : entities;
    }
}
