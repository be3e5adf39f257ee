using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>Finds the columns that hold the properties of a type in tables of the database.</summary>
/// <param name="shape">The hierarchy.</param>
/// <param name="live">The database's tables.</param>
internal sealed class LiveParts(HierarchyShape shape, LiveTables live)
{
    /// <summary>
    /// How the tables store the type; <see langword="null"/> if a property is nowhere in them although the database has its column, or may
    /// be in several.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="tables">The tables in which every object of the type has a row.</param>
    public StoredEntity? Of(TypeShape type, IReadOnlyList<Table> tables)
    {
        var required = tables.DistinctBy(table => table.Name).ToList();
        var all = required.Concat(Optional(type, required)).DistinctBy(table => table.Name).ToList();
        var keys = all.ConvertAll(KeyOf);
        if (keys.Exists(key => key is null) || type.Stored is not { } stored)
            return null;
        var found = all.ToDictionary(table => table.Name, _ => new List<StoredValue>());
        var ownerOf = new Dictionary<ObjectName, string>();
        var slots = shape.ChainOf(type).SelectMany(one => one.Slots).ToList();
        for (var pending = slots; pending.Count > 0;)
        {
            List<PropertySlot> ambiguous = [];
            foreach (var slot in pending.Where(slot => slot.Document is not { } document || PlaceInModel(stored, document) is null))
            {
                var isOfPart = PathOf(slot).Length > 0 || shape.Types.Count == 1;
                var own = PlaceInModel(stored, slot.Property);
                var candidates = all.Where(table => ownerOf.GetValueOrDefault(table.Name, PathOf(slot)) == PathOf(slot)
                    && (required.Contains(table) || !IsOfAnotherPart(slot, table, slots, all))).ToList();
                var isAmbiguous = false;
                var place = own is { } known && all.Exists(table => table.Name == known.Table.Name)
                    ? known
                    : FindPlace(stored, slot, isOfPart ? candidates : required, out isAmbiguous);
                if (isAmbiguous)
                    ambiguous.Add(slot);
                else if (place is null && own is not null)
                    return null;
                else if (place is { } at)
                {
                    found[at.Table.Name].Add(new StoredValue(slot.Property, at.Column, IsRequired(stored, slot)));
                    if (live.Gone.Any(table => table.Name == at.Table.Name) && !required.Exists(table => table.Name == at.Table.Name))
                        ownerOf[at.Table.Name] = PathOf(slot);
                }
            }

            if (ambiguous.Count == pending.Count)
                return null;
            pending = ambiguous;
        }

        foreach (var (table, value) in LiveDocuments.Find(
            slots.Where(slot => slot.Document is null && !found.Values.SelectMany(values => values)
                .Any(value => string.Equals(value.Property, slot.Property, StringComparison.Ordinal))),
            slots,
            required,
            live))
            found[table.Name].Add(value);

        return new StoredEntity(type.Name, all.Select((table, index) => new StoredPart(
            table.Name, keys[index]!.Value, found[table.Name].ToEquatableList()) // none is null
        {
            IsOptional = index >= required.Count
                && found[table.Name].TrueForAll(value => value.Property.Contains('.', StringComparison.Ordinal)),
        }).Where(part => !part.IsOptional || part.Values.Count > 0).ToEquatableList());
    }

    // Another table holds the properties of one part of the object.
    private static string PathOf(PropertySlot slot) => slot.Property[..(slot.Property.LastIndexOf('.') + 1)];

    /// <summary>A table with nothing but its key.</summary>
    public StoredPart? KeyOnly(Table table) => KeyOf(table) is { } key ? new StoredPart(table.Name, key, []) : null;

    private readonly record struct Place(Table Table, string Column);

    // The model's tables that need not have a row of each object, and tables that are gone and extend one of these.
    private List<Table> Optional(TypeShape type, List<Table> required)
    {
        var kept = type.Stored?.Parts.Where(part => part.IsOptional).Select(part => live.Of(part.Table)).OfType<Table>() ?? [];
        var group = required.Concat(kept).ToList();
        if (!shape.ChainOf(type).Any(one => one.Slots.Any(IsDisplaced)))
            return group[required.Count..];
        for (var index = 0; index < group.Count; index++)
            group.AddRange(live.GoneThatExtend(group[index]).Where(table => !group.Exists(other => other.Name == table.Name)).ToList());
        return group[required.Count..];

        bool IsDisplaced(PropertySlot slot) => type.Stored is { } stored && PlaceInModel(stored, slot.Document ?? slot.Property) is null;
    }

    private EquatableList<string>? KeyOf(Table table)
    {
        if (table.PrimaryKey is not { } key || key.Columns.Count != shape.Key.Count)
            return null;
        var ofModel = shape.Concrete.SelectMany(type => type.Stored!.Parts.Concat(type.Stored.Except)) // concrete types have it
            .FirstOrDefault(part => live.Of(part.Table)?.Name == table.Name);
        var columns = (ofModel?.Key.Select(column => live.ColumnOf(ofModel.Table, column))
            ?? shape.Key.Select(property => key.Columns.FirstOrDefault(
                column => string.Equals(TableFit.Letters(column), TableFit.Letters(property), StringComparison.Ordinal)))).ToList();
        return columns.TrueForAll(column => column is not null && key.Columns.Contains(column, StringComparer.Ordinal))
            && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count
                ? columns.OfType<string>().ToEquatableList()
                : key.Columns.Count == 1 ? key.Columns : null;
    }

    private Place? PlaceInModel(StoredEntity stored, string property)
    {
        foreach (var part in stored.Parts)
        {
            foreach (var value in part.Values.Where(value => string.Equals(value.Property, property, StringComparison.Ordinal)))
            {
                if (live.Of(part.Table) is { } table && live.ColumnOf(part.Table, value.Column) is { } column)
                    return new Place(table, column);
            }
        }

        return null;
    }

    private Place? FindPlace(StoredEntity stored, PropertySlot slot, IReadOnlyList<Table> tables, out bool isAmbiguous)
    {
        // Another column of the table in which the property is to be is no other place, but perhaps another name: a person decides that.
        var found = tables.Where(table => !stored.Parts.Any(part => live.Of(part.Table)?.Name == table.Name
                && part.Values.Any(value => string.Equals(value.Property, slot.Property, StringComparison.Ordinal))))
            .Select(table => (Table: table, Found: TableFit.Find(slot, table, column => IsFree(slot, table, column))))
            .Where(pair => pair.Found is not null)
            .Select(pair => (
                pair.Table, pair.Found!.Value.Column, Rank: (pair.Found.Value.Rank * 2) + (IsNamedFor(slot, pair.Table) ? 0 : 1)))
            .OrderBy(pair => pair.Rank)
            .ToList();
        isAmbiguous = found.Count > 1 && found[0].Rank == found[1].Rank;
        return found.Count == 0 ? null : new Place(found[0].Table, found[0].Column.Name);
    }

    private static bool IsNamedFor(PropertySlot slot, Table table)
        => PathOf(slot).TrimEnd('.').Split('.')[^1] is { Length: > 0 } part
            && TableFit.Letters(table.Name.Name).Contains(TableFit.Letters(part), StringComparison.Ordinal);

    /// <summary>
    /// Whether a table may as well hold another part with such a property: it is called like that one, or neither has a table of its name.
    /// </summary>
    private static bool IsOfAnotherPart(PropertySlot slot, Table table, List<PropertySlot> slots, List<Table> tables)
        => !IsNamedFor(slot, table)
            && slots.Exists(other => PathOf(other).Length > 0
                && PathOf(other) != PathOf(slot)
                && TableFit.Find(other, table, _ => true) is not null
                && (IsNamedFor(other, table) || !tables.Exists(named => IsNamedFor(other, named))));

    // Nothing else has the column in the model, or the same property of another type has it.
    private bool IsFree(PropertySlot slot, Table table, Column column)
        => live.IsGone(table, column.Name)
            || shape.Concrete.Any(type => PlaceInModel(type.Stored!, slot.Property) is { } place // concrete types have it
                && place.Table.Name == table.Name
                && string.Equals(place.Column, column.Name, StringComparison.Ordinal));

    private static bool IsRequired(StoredEntity stored, PropertySlot slot)
        => stored.Parts.SelectMany(part => part.Values)
            .Any(value => value.IsRequired && string.Equals(value.Property, slot.Property, StringComparison.Ordinal));
}
