using Autogen.Design.Ownership;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>Finds the objects that adopted tables need, and which of them others need, too.</summary>
/// <param name="all">The database.</param>
/// <param name="otherObjects">What it has around its tables.</param>
/// <param name="isWide">Whether functions take along all functions and extensions of their schema.</param>
internal sealed class AdoptedSchema(DatabaseSchema all, OtherObjects otherObjects, bool isWide = false)
{
    private readonly NeedClosure closure = new(otherObjects.Dependencies, isWide);

    private readonly string? defaultSchema = all.DefaultSchema.Value;

    /// <summary>The schema that a base revision makes.</summary>
    /// <param name="managed">The tables, and what the model names itself.</param>
    /// <param name="whole">Sequences and types that are taken over whoever uses them; <see langword="null"/> for none.</param>
    public DatabaseSchema Of(DatabaseSchema managed, DatabaseSchema? whole)
    {
        var used = Used(managed.Tables);
        var needs = closure.Of(managed.Tables);
        var adopted = managed with
        {
            Sequences = all.Sequences
                .Where(item => managed.Sequences.Contains(item)
                    || whole?.Sequences.Contains(item) == true
                    || used.Has(item)
                    || Has(needs, NeededObject.Sequence, item.Name))
                .ToEquatableList(),
            EnumTypes = all.EnumTypes
                .Where(item => managed.EnumTypes.Contains(item)
                    || whole?.EnumTypes.Contains(item) == true
                    || used.Has(item)
                    || Has(needs, NeededObject.EnumType, item.Name))
                .ToEquatableList(),
            Collations = all.Collations
                .Where(item => managed.Collations.Contains(item)
                    || whole?.Collations.Contains(item) == true
                    || used.Has(item)
                    || Has(needs, NeededObject.Collation, item.Name))
                .ToEquatableList(),
            RangeTypes = all.RangeTypes
                .Where(item => managed.RangeTypes.Contains(item)
                    || whole?.RangeTypes.Contains(item) == true
                    || used.Has(item)
                    || Has(needs, NeededObject.RangeType, item.Name))
                .ToEquatableList(),
            Extensions = all.Extensions
                .Where(item => managed.Extensions.Contains(item)
                    || needs.Any(need => need.Kind == NeededObject.Extension && need.Name == item.Name))
                .ToEquatableList(),
            Views = [],
        };
        var inhabited = Schemas(adopted)
            .Concat(
                needs.Where(need => need.Kind == NeededObject.Extension || (need.Create is not null && closure.IsMakable(need, managed)))
                    .Select(need => need.Schema))
            .ToHashSet(StringComparer.Ordinal);
        return adopted with { Schemas = all.Schemas.Where(inhabited.Contains).ToEquatableList() };
    }

    /// <summary>What of an adopted schema is used by what is left to others, so that it stays when the rest goes: no tables.</summary>
    public DatabaseSchema UsedByOthers(DatabaseSchema adopted)
    {
        var others = all.Tables.Where(table => adopted.FindTable(table.Name) is null).ToList();
        var used = Used(others);
        var needs = closure.Of(others);
        var dropped = Dropped(adopted).ToLookup(need => need.ObjectName);
        var kept = new DatabaseSchema
        {
            Sequences = adopted.Sequences.Where(item => used.Has(item) || Has(needs, NeededObject.Sequence, item.Name)).ToEquatableList(),
            EnumTypes = adopted.EnumTypes.Where(item => used.Has(item) || Has(needs, NeededObject.EnumType, item.Name)).ToEquatableList(),
            Collations = adopted.Collations
                .Where(item => used.Has(item) || Has(needs, NeededObject.Collation, item.Name))
                .ToEquatableList(),
            RangeTypes = adopted.RangeTypes
                .Where(item => used.Has(item) || Has(needs, NeededObject.RangeType, item.Name))
                .ToEquatableList(),
            Extensions = adopted.Extensions
                .Where(item => needs.Any(need => need.Kind == NeededObject.Extension && need.Name == item.Name))
                .ToEquatableList(),
        };
        var inhabited = Schemas(kept)
            .Concat(others.Select(table => table.Name.Schema))
            .Concat(all.Views.Select(view => view.Name.Schema))
            .Concat(all.Sequences.Except(adopted.Sequences).Select(item => item.Name.Schema))
            .Concat(all.EnumTypes.Except(adopted.EnumTypes).Select(item => item.Name.Schema))
            .Concat(all.Collations.Except(adopted.Collations).Select(item => item.Name.Schema))
            .Concat(all.RangeTypes.Except(adopted.RangeTypes).Select(item => item.Name.Schema))
            .Concat(all.Extensions.Except(adopted.Extensions).Select(item => item.Schema.Value))
            .Concat(otherObjects.Others
                .Where(other => other.Part is null && !dropped[other.Name].Any(need => need.Is(other))).Select(other => other.Name.Schema))
            .ToHashSet(StringComparer.Ordinal);
        // every database has that one
        return kept with { Schemas = adopted.Schemas.Where(name => name == "public" || inhabited.Contains(name)).ToEquatableList() };
    }

    /// <summary>
    /// What the tables of an adopted schema can't be made without and the vocabulary has no word for, in the order in which it is made.
    /// </summary>
    public IReadOnlyList<NeededObject> Made(DatabaseSchema adopted)
        => [.. closure.Of(adopted.Tables).Where(need => need.Create is not null && closure.IsMakable(need, adopted))];

    /// <summary>
    /// The tables that rows may be tried on. A proof runs as the connected role: what others have written, who may not do
    /// what that role may do, is not run.
    /// </summary>
    public IReadOnlyList<Table> Tried(DatabaseSchema adopted)
    {
        if (Made(adopted).Any(need => !need.IsTrusted))
            return [];
        var others = otherObjects.Dependencies.Objects.Values.Where(item => item is { Kind: NeededObject.Table, IsTrusted: false })
            .Select(item => item.ObjectName)
            .ToHashSet();
        return [.. adopted.Tables.Where(table => !others.Contains(table.Name))];
    }

    /// <summary>Whether functions among it may need more than is known.</summary>
    public bool HasBodies(DatabaseSchema adopted) => Made(adopted).Any(need => need.Body is not null);

    /// <summary>Those of them that nobody else needs, in the order in which they are dropped.</summary>
    public IReadOnlyList<NeededObject> Dropped(DatabaseSchema adopted)
    {
        var others = closure.Of(all.Tables.Where(table => adopted.FindTable(table.Name) is null))
            .Select(need => need.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Made(adopted).Where(need => !others.Contains(need.Id)).Reverse()];
    }

    /// <summary>Whether an object depends on tables: it is made after them and dropped before them.</summary>
    public bool IsOnTables(NeededObject need) => closure.IsOnTables(need);

    /// <summary>The statements that give the tables, and the schemas that are made, what no operation can say.</summary>
    public IReadOnlyList<string> Details(DatabaseSchema adopted)
        => [.. otherObjects.Details
            .Where(detail => detail.Table is { } table
                ? adopted.FindTable(table) is not null
                : detail.Schema is { } schema && adopted.Schemas.Contains(schema, StringComparer.Ordinal))
            .Select(detail => detail.Sql)
            .Concat(otherObjects.Dependencies.Objects.Values.Where(item => item.Create is null && IsIn(adopted, item))
                .Select(item => item.Comment)
                .OfType<string>())];

    private static bool IsIn(DatabaseSchema schema, NeededObject item) => item.Kind switch
    {
        NeededObject.EnumType => schema.EnumTypes.Any(type => type.Name == item.ObjectName),
        NeededObject.RangeType => schema.RangeTypes.Any(type => type.Name == item.ObjectName),
        NeededObject.Collation => schema.Collations.Any(collation => collation.Name == item.ObjectName),
        NeededObject.Sequence => schema.Sequences.Any(sequence => sequence.Name == item.ObjectName),
        _ => false,
    };

    private UsedObjects Used(IReadOnlyCollection<Table> tables) => new(tables, defaultSchema);

    private static bool Has(IReadOnlyList<NeededObject> needs, string kind, ObjectName name)
        => needs.Any(need => string.Equals(need.Kind, kind, StringComparison.Ordinal) && need.ObjectName == name);

    private static IEnumerable<string?> Schemas(DatabaseSchema schema)
        => schema.Tables.Select(item => item.Name.Schema)
            .Concat(schema.Sequences.Select(item => item.Name.Schema))
            .Concat(schema.EnumTypes.Select(item => item.Name.Schema))
            .Concat(schema.Collations.Select(item => item.Name.Schema))
            .Concat(schema.RangeTypes.Select(item => item.Name.Schema))
            .Concat(schema.Extensions.Select(item => item.Schema.Value));
}
