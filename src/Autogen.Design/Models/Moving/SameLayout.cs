using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>Tells moves from renames: whether tables of the database hold what the model's tables hold, under other names.</summary>
internal static class SameLayout
{
    /// <summary>
    /// Whether each table of the layout has the properties of one table of the model: then no row moves, and a person decides whether the
    /// tables were renamed.
    /// </summary>
    public static bool Is(LiveLayout layout)
    {
        Dictionary<ObjectName, ObjectName> modelOf = [], liveOf = [];
        return layout.Entities.All(entity => entity.Type.Stored is { } model && Matches(entity.Stored, model, modelOf, liveOf));
    }

    private static bool Matches(
        StoredEntity live,
        StoredEntity model,
        Dictionary<ObjectName, ObjectName> modelOf,
        Dictionary<ObjectName, ObjectName> liveOf)
    {
        var known = live.Parts.SelectMany(PropertiesOf).ToHashSet(StringComparer.Ordinal);
        if (live.Parts.Count != model.Parts.Count)
            return false;
        var others = model.Parts.Select(part => (part.Table, Properties: List(part))).ToList();
        foreach (var part in live.Parts)
        {
            var index = others.FindIndex(other => string.Equals(other.Properties, List(part), StringComparison.Ordinal));
            if (index < 0 || !AreOne(modelOf, part.Table, others[index].Table) || !AreOne(liveOf, others[index].Table, part.Table))
                return false;
            others.RemoveAt(index);
        }

        return true;

        string List(StoredPart part) => string.Join('\n', PropertiesOf(part).Where(known.Contains).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> PropertiesOf(StoredPart part) => part.Values.Select(value => value.Property);

    private static bool AreOne(Dictionary<ObjectName, ObjectName> pairs, ObjectName table, ObjectName other)
        => pairs.TryAdd(table, other) || pairs[table] == other;
}
