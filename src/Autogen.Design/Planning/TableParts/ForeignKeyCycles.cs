using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Which tables refer to each other in a cycle, by their foreign keys: the strongly connected components of the tables.</summary>
internal sealed class ForeignKeyCycles
{
    private readonly Dictionary<ObjectName, IReadOnlyList<ObjectName>> principals = [];
    private readonly ILookup<ObjectName, ObjectName> children;
    private readonly Dictionary<ObjectName, int> index = [];
    private readonly Dictionary<ObjectName, int> lowest = [];
    private readonly Dictionary<ObjectName, int> components = [];
    private readonly Stack<ObjectName> path = new();

    /// <summary>Looks at these tables and the foreign keys among them; others are no matter.</summary>
    public ForeignKeyCycles(IEnumerable<Table> tables)
    {
        var all = tables.OrderBy(table => table.Name).ToList();
        var names = all.Select(table => table.Name).ToHashSet();
        foreach (var table in all)
            principals[table.Name] = [.. table.ForeignKeys.Select(key => key.PrincipalTable)
                .Where(name => names.Contains(name) && name != table.Name)
                .Distinct()
                .Order()];
        children = principals.SelectMany(entry => entry.Value.Select(principal => (Principal: principal, Child: entry.Key))).ToLookup(
            pair => pair.Principal, pair => pair.Child);
        foreach (var table in all.Where(table => !index.ContainsKey(table.Name)))
            Visit(table.Name);
    }

    /// <summary>Whether both tables are in one cycle; a table is not in one with itself.</summary>
    public bool AreInOne(ObjectName first, ObjectName second)
        => first != second && components.TryGetValue(first, out var one) && components.TryGetValue(second, out var other) && one == other;

    /// <summary>The tables that a table refers to, without itself and without those in a cycle with it.</summary>
    public IEnumerable<ObjectName> PrincipalsOf(ObjectName table)
        => (principals.GetValueOrDefault(table) ?? []).Where(principal => !AreInOne(table, principal));

    /// <summary>The tables that refer to a table, without itself and without those in a cycle with it.</summary>
    public IEnumerable<ObjectName> ChildrenOf(ObjectName table) => children[table].Where(child => !AreInOne(table, child));

    // Without recursion: a chain of a thousand tables is as deep as it is long.
    private void Visit(ObjectName root)
    {
        var stack = new Stack<(ObjectName Table, int Next)>();
        Enter(root);
        stack.Push((root, 0));
        while (stack.TryPop(out var frame))
        {
            var targets = principals[frame.Table];
            if (frame.Next == targets.Count)
            {
                Leave(frame.Table);
                if (stack.TryPeek(out var parent))
                    lowest[parent.Table] = Math.Min(lowest[parent.Table], lowest[frame.Table]);
                continue;
            }

            stack.Push((frame.Table, frame.Next + 1));
            var target = targets[frame.Next];
            if (!index.TryGetValue(target, out var reached))
            {
                Enter(target);
                stack.Push((target, 0));
            }
            else if (!components.ContainsKey(target))
            {
                lowest[frame.Table] = Math.Min(lowest[frame.Table], reached);
            }
        }
    }

    private void Enter(ObjectName table)
    {
        index[table] = lowest[table] = index.Count;
        path.Push(table);
    }

    private void Leave(ObjectName table)
    {
        if (lowest[table] != index[table])
            return;
        ObjectName member;
        do
        {
            member = path.Pop();
            components[member] = index[table];
        }
        while (member != table);
    }
}
