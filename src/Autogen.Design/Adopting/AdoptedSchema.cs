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
        bool IsAdopted(SchemaItem item)
            => item.IsIn(managed)
                || (whole is not null && !item.Kind.IsOfDatabase && item.IsIn(whole))
                || used.Has(item)
                || Has(needs, item);
        var adopted = all.Where(item => IsBesideTables(item) && IsAdopted(item)) with { Tables = managed.Tables };
        var inhabited = adopted.Items()
            .Select(item => item.Schema)
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
        var kept = adopted.Items().Where(item => IsBesideTables(item) && (used.Has(item) || Has(needs, item))).ToSchema();
        var own = adopted.Items().Select(item => (item.Kind, item.Name)).ToHashSet();
        var inhabited = kept.Items().Concat(all.Items().Where(item => !own.Contains((item.Kind, item.Name))))
            .Select(item => item.Schema)
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

    private static bool IsIn(DatabaseSchema schema, NeededObject item)
        => Kinds.All.FirstOrDefault(kind => Is(item, kind)) is { IsOfDatabase: false } found
            && found.Value != ObjectKind.Table
            && schema.Has(found, item.ObjectName);

    private UsedObjects Used(IReadOnlyCollection<Table> tables) => new(tables, defaultSchema);

    // Tables and their schemas are found otherwise, and no revision makes a view.
    private static bool IsBesideTables(SchemaItem item) => item.Value is not (Table or View or string);

    private static bool Is(NeededObject need, Kind kind) => string.Equals(need.Kind, kind.ListedAs, StringComparison.Ordinal);

    private static bool Has(IReadOnlyList<NeededObject> needs, SchemaItem item)
        => needs.Any(need => Is(need, item.Kind)
            && (item.Kind.IsOfDatabase
                ? string.Equals(need.Name, item.Name.Name, StringComparison.Ordinal)
                : need.ObjectName == item.Name));
}
