using Autogen.Design.Ownership;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>Finds what goes with tables that are taken over: what they can't be made without, and what of it others need, too.</summary>
/// <param name="all">The database.</param>
/// <param name="surroundings">What it has around its tables.</param>
internal sealed class AdoptedSchema(DatabaseSchema all, Surroundings surroundings)
{
    private readonly string? defaultSchema = all.DefaultSchema.Value;

    /// <summary>The schema that a base revision makes.</summary>
    /// <param name="managed">The tables, and what the model names itself.</param>
    /// <param name="whole">Sequences and types that are taken over whoever uses them; <see langword="null"/> for none.</param>
    public DatabaseSchema Of(DatabaseSchema managed, DatabaseSchema? whole)
    {
        var used = Used(managed.Tables);
        var adopted = managed with
        {
            Sequences = all.Sequences.Where(item => managed.Sequences.Contains(item) || whole?.Sequences.Contains(item) == true || used.Has(item)).ToEquatableList(),
            EnumTypes = all.EnumTypes.Where(item => managed.EnumTypes.Contains(item) || whole?.EnumTypes.Contains(item) == true || used.Has(item)).ToEquatableList(),
            Collations = all.Collations.Where(item => managed.Collations.Contains(item) || whole?.Collations.Contains(item) == true || used.Has(item)).ToEquatableList(),
            RangeTypes = all.RangeTypes.Where(item => managed.RangeTypes.Contains(item) || whole?.RangeTypes.Contains(item) == true || used.Has(item)).ToEquatableList(),
            Extensions = all.Extensions.Where(item => managed.Extensions.Contains(item) || Needs(managed.Tables).Any(need => need.Kind == TableNeed.Extension && need.Name == item.Name)).ToEquatableList(),
            Views = [],
        };
        var inhabited = Schemas(adopted).Concat(Needs(managed.Tables).Select(need => need.Schema)).ToHashSet(StringComparer.Ordinal);
        return adopted with { Schemas = all.Schemas.Where(inhabited.Contains).ToEquatableList() };
    }

    /// <summary>What of an adopted schema is used by what is left to others, so that it stays when the rest goes: no tables.</summary>
    public DatabaseSchema UsedByOthers(DatabaseSchema adopted)
    {
        var others = all.Tables.Where(table => adopted.FindTable(table.Name) is null).ToList();
        var used = Used(others);
        var kept = new DatabaseSchema
        {
            Sequences = adopted.Sequences.Where(used.Has).ToEquatableList(),
            EnumTypes = adopted.EnumTypes.Where(used.Has).ToEquatableList(),
            Collations = adopted.Collations.Where(used.Has).ToEquatableList(),
            RangeTypes = adopted.RangeTypes.Where(used.Has).ToEquatableList(),
            Extensions = adopted.Extensions.Where(item => Needs(others).Any(need => need.Kind == TableNeed.Extension && need.Name == item.Name)).ToEquatableList(),
        };
        var inhabited = Schemas(kept)
            .Concat(others.Select(table => table.Name.Schema))
            .Concat(all.Views.Select(view => view.Name.Schema))
            .Concat(all.Sequences.Except(adopted.Sequences).Select(item => item.Name.Schema))
            .Concat(all.EnumTypes.Except(adopted.EnumTypes).Select(item => item.Name.Schema))
            .Concat(all.Collations.Except(adopted.Collations).Select(item => item.Name.Schema))
            .Concat(all.RangeTypes.Except(adopted.RangeTypes).Select(item => item.Name.Schema))
            .Concat(all.Extensions.Except(adopted.Extensions).Select(item => item.Schema.Value))
            .Concat(surroundings.Others.Where(other => other.Part is null && !Dropped(adopted).Any(need => need.Is(other))).Select(other => other.Name.Schema))
            .ToHashSet(StringComparer.Ordinal);
        return kept with { Schemas = adopted.Schemas.Where(inhabited.Contains).ToEquatableList() };
    }

    /// <summary>What the tables of an adopted schema can't be made without and the vocabulary has no word for, each once, in the order in which it is made.</summary>
    public IReadOnlyList<TableNeed> Made(DatabaseSchema adopted)
        => [.. Needs(adopted.Tables).Where(need => need.Kind != TableNeed.Extension && need.Create is not null).DistinctBy(need => (need.Kind, need.Schema, need.Name))];

    /// <summary>Those of them that nobody else needs, in the order in which they are dropped.</summary>
    public IReadOnlyList<TableNeed> Dropped(DatabaseSchema adopted)
    {
        var others = Needs([.. all.Tables.Where(table => adopted.FindTable(table.Name) is null)]).ToList();
        return [.. Made(adopted).Where(need => !others.Exists(other => need.IsOne(other))).Reverse()];
    }

    private UsedObjects Used(IReadOnlyCollection<Table> tables) => new(tables, defaultSchema);

    private IEnumerable<TableNeed> Needs(IReadOnlyCollection<Table> tables) => surroundings.Needs.Where(need => tables.Any(table => table.Name == need.Table));

    private static IEnumerable<string?> Schemas(DatabaseSchema schema)
        => schema.Tables.Select(item => item.Name.Schema)
            .Concat(schema.Sequences.Select(item => item.Name.Schema))
            .Concat(schema.EnumTypes.Select(item => item.Name.Schema))
            .Concat(schema.Collations.Select(item => item.Name.Schema))
            .Concat(schema.RangeTypes.Select(item => item.Name.Schema))
            .Concat(schema.Extensions.Select(item => item.Schema.Value));
}
