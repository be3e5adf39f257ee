using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>
/// All that tables need, through all steps: by the database's own record of dependencies, and where it keeps none (a function whose body is
/// a text) by the names in the body. A body that builds statements, or that is not in one of PostgreSQL's own languages, may use anything:
/// it takes every function and extension of its schema along.
/// </summary>
/// <param name="dependencies">What the database knows.</param>
/// <param name="isWide">Whether every body takes its whole schema along: names were not enough.</param>
internal sealed class NeedClosure(ObjectDependencies dependencies, bool isWide)
{
    private readonly NamedObjects named = new(dependencies, isWide);
    private readonly List<NeededObject> casts = [.. dependencies.Objects.Values.Where(item => item.Kind == NeededObject.Cast)];

    /// <summary>What the tables need; what is needed first comes first.</summary>
    public IReadOnlyList<NeededObject> Of(IEnumerable<Table> tables)
    {
        var found = new Dictionary<string, NeededObject>(StringComparer.Ordinal);
        var open = new Queue<string>(
            tables.SelectMany(table => dependencies.OfTables[table.Name]).Distinct(StringComparer.Ordinal).Where(id => !IsRelation(id)));
        var whole = new HashSet<string>(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            while (open.TryDequeue(out var id))
            {
                if (!dependencies.Objects.TryGetValue(id, out var item) || !found.TryAdd(id, item))
                    continue;
                foreach (var need in dependencies.OfObjects[id].Concat(named.By(item)))
                    open.Enqueue(need);

                // Once a schema: a database may have tens of thousands of functions.
                if (named.MayUseSchema(item) && whole.Add(item.Schema ?? ""))
                {
                    foreach (var beside in named.InSchema(item.Schema))
                        open.Enqueue(beside);
                }
            }

            foreach (var cast in casts.Where(cast => !found.ContainsKey(cast.Id) && IsUsable(cast, found)))
                open.Enqueue(cast.Id);
        }

        return [.. found.Values
            .OrderBy(item => dependencies.OfObjects[item.Id].Count()) // what one needs has all its needs, too: they are fewer
            .ThenBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.ObjectName)];
    }

    /// <summary>Whether an object can be made where only these tables exist.</summary>
    public bool IsMakable(NeededObject item, DatabaseSchema schema)
        => RelationsOf(item).All(relation => relation.Kind == NeededObject.Table && schema.FindTable(relation.ObjectName) is not null);

    /// <summary>Whether an object depends on tables, so that it is made after them.</summary>
    public bool IsOnTables(NeededObject item) => RelationsOf(item).Any();

    private IEnumerable<NeededObject> RelationsOf(NeededObject item)
        => dependencies.OfObjects[item.Id]
            .Select(id => dependencies.Objects.GetValueOrDefault(id))
            .OfType<NeededObject>()
            .Where(need => need.IsRelation);

    private bool IsRelation(string id) => dependencies.Objects.TryGetValue(id, out var item) && item.IsRelation;

    // An expression over a cast depends on the cast's function, or on nothing at all.
    private bool IsUsable(NeededObject cast, Dictionary<string, NeededObject> found)
    {
        var needs = dependencies.OfObjects[cast.Id].Where(dependencies.Objects.ContainsKey).ToList();
        var functions = needs.FindAll(id => dependencies.Objects[id].IsRoutine);
        return needs.Count > 0 && (functions.Count > 0 ? functions.TrueForAll(found.ContainsKey) : needs.TrueForAll(found.ContainsKey));
    }
}
