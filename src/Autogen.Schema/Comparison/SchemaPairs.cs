using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// The objects of the current and the target schema that are one: the comparison pairs them, and whoever needs the name of an object on the
/// other side asks here. Pure and immutable.
/// </summary>
internal sealed class SchemaPairs
{
    private readonly Dictionary<ObjectName, TablePair> byCurrent = [];
    private readonly Dictionary<ObjectName, TablePair> byTarget = [];
    private readonly Dictionary<ObjectName, ObjectName> targetNames = [];
    private readonly Dictionary<ObjectName, ObjectName> currentNames = [];

    /// <summary>Collects the pairs of two schemas.</summary>
    /// <param name="current">The current schema: a name in it may be given to another object.</param>
    /// <param name="tables">The tables that both have.</param>
    public SchemaPairs(DatabaseSchema current, IEnumerable<TablePair> tables)
    {
        Tables = [.. tables.OrderBy(pair => pair.Target.Name)];
        foreach (var pair in Tables)
        {
            byCurrent[pair.Current.Name] = pair;
            byTarget[pair.Target.Name] = pair;
            if (pair.Current.Name != pair.Target.Name)
                Add(pair.Current.Name, pair.Target.Name);
        }

        AnyNewNameIsTaken = HasTakenName(current);
        var dropped = current.Tables.Select(table => table.Name)
            .Where(name => !targetNames.ContainsKey(name) && currentNames.ContainsKey(name));
        foreach (var name in dropped.ToList())
        {
            Add(name, name with { Name = Placeholder.Of(name.Name, IsTaken) });

            bool IsTaken(string placeholder)
                => current.FindTable(name with { Name = placeholder }) is not null
                    || currentNames.ContainsKey(name with { Name = placeholder });
        }
    }

    /// <summary>No pairs: every object keeps its name.</summary>
    public static SchemaPairs None { get; } = new(DatabaseSchema.Empty, []);

    /// <summary>The tables that both schemas have, with their columns, as each schema has them.</summary>
    public IReadOnlyList<TablePair> Tables { get; }

    /// <summary>
    /// Everything else that both schemas have, of every kind that is compared. Parts of a current table are described in target names, as
    /// in a <see cref="Change"/>.
    /// </summary>
    public IReadOnlyList<ObjectPair> Others { get; private init; } = [];

    /// <summary>Whether a renamed table or column gets a name that something current still has, so that a rename must wait.</summary>
    public bool AnyNewNameIsTaken { get; }

    /// <summary>These pairs, and those of other objects.</summary>
    public SchemaPairs With(IEnumerable<ObjectPair> others) => new(this) { Others = [.. others] };

    /// <summary>A table's current name.</summary>
    public ObjectName CurrentTable(ObjectName target) => currentNames.GetValueOrDefault(target, target);

    /// <summary>A table's target name.</summary>
    public ObjectName TargetTable(ObjectName current) => targetNames.GetValueOrDefault(current, current);

    /// <summary>A column's current name; its table by the target name.</summary>
    public string CurrentColumn(ObjectName table, string target)
        => byTarget.TryGetValue(table, out var pair) ? pair.CurrentColumn(target) : target;

    /// <summary>A column's target name; its table by the target name.</summary>
    public string TargetColumn(ObjectName table, string current)
        => byTarget.TryGetValue(table, out var pair) ? pair.TargetColumn(current) : current;

    /// <summary>Columns' target names; their table by the target name.</summary>
    public EquatableList<string> TargetColumns(ObjectName table, IEnumerable<string> current)
        => current.Select(column => TargetColumn(table, column)).ToEquatableList();

    /// <summary>The pair of a current table; <see langword="null"/> if it is dropped.</summary>
    public TablePair? OfCurrent(ObjectName table) => byCurrent.GetValueOrDefault(table);

    /// <summary>The pair of a target table; <see langword="null"/> if it is new.</summary>
    public TablePair? OfTarget(ObjectName table) => byTarget.GetValueOrDefault(table);

    /// <summary>
    /// Current object of a pair of objects that are neither tables nor their parts; <see langword="null"/> for a new one.
    /// </summary>
    public T? CurrentOf<T>(Func<T, bool> isTarget)
        where T : class
        => Others.Where(pair => pair.Target is T target && isTarget(target)).Select(pair => (T)pair.Current).FirstOrDefault();

    private SchemaPairs(SchemaPairs other)
        => (Tables, byCurrent, byTarget, targetNames, currentNames, AnyNewNameIsTaken)
            = (other.Tables, other.byCurrent, other.byTarget, other.targetNames, other.currentNames, other.AnyNewNameIsTaken);

    private void Add(ObjectName current, ObjectName target)
    {
        targetNames[current] = target;
        currentNames[target] = current;
    }

    // A table can't have the name of an index, either.
    private bool HasTakenName(DatabaseSchema current)
    {
        var taken = current.Tables
            .SelectMany(table => table.Indexes.Select(index => table.Name with { Name = index.Name }).Append(table.Name))
            .ToHashSet();
        return currentNames.Keys.Any(taken.Contains)
            || Tables.Any(pair => pair.Renamed.Any(column => pair.Current.FindColumn(column.Target.Name) is not null));
    }
}

/// <summary>Two objects that are one.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Table">The table that they belong to, under its target name; <see langword="null"/> if they belong to none.</param>
/// <param name="Current">The current object.</param>
/// <param name="Target">The target object.</param>
internal sealed record ObjectPair(ObjectKind Kind, ObjectName? Table, object Current, object Target);
