using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>
/// Renames of constraints and indexes: each waits until its name is free, and one of a cycle (A becomes B, B becomes A) leaves its name
/// through a temporary one. The names of keys and indexes are unique in the whole schema, those of other constraints in their table.
/// </summary>
internal sealed class ConstraintRenames
{
    private readonly PlanScope scope;
    private readonly Dictionary<Place, Rename> renames = [];
    private readonly Dictionary<Place, string> temporary = [];

    /// <summary>Collects the renames.</summary>
    public ConstraintRenames(PlanScope scope)
    {
        this.scope = scope;
        foreach (var (kind, table, from, to) in scope.Diff.Changes
            .Where(change => change is { Table: not null, Significance: Significance.Significant })
            .Select(change => Of(scope, change))
            .OfType<(ObjectKind, ObjectName, string, string)>())
            renames.TryAdd(new Place(kind, table, from), new Rename(new Place(kind, table, from), to));
        var taken = renames.Values.SelectMany(rename => new[] { rename.From.Name, rename.To }).ToHashSet(StringComparer.Ordinal);
        foreach (var rename in renames.Values.OrderBy(rename => rename.From.ToString(), StringComparer.Ordinal).Where(IsInCircle))
            temporary[rename.From] = TemporaryNames.From(rename.From.Name, "_moving", name => !taken.Add(name));
    }

    /// <summary>The steps of one rename.</summary>
    /// <param name="kind">What is renamed.</param>
    /// <param name="table">Its table's target name.</param>
    /// <param name="from">The current name.</param>
    /// <param name="to">The target name.</param>
    /// <param name="operation">The operation from one name to another.</param>
    public IEnumerable<Step> Steps(
        ObjectKind kind, ObjectName table, string from, string to, Func<string, string, PlannedOperation> operation)
    {
        var place = new Place(kind, table, from);
        List<StepReference> after = [.. NamesInUse.Renames(table)];
        var before = TablesNamed(kind, table, from);
        if (renames.GetValueOrDefault(place with { Name = to }) is { } other)
            after.Add(other.From.Vertex);
        if (temporary.TryGetValue(place, out var between))
        {
            yield return new Step(place.Vertex, [operation(from, between)]) { After = [.. NamesInUse.Renames(table)], Before = before };
            after.Add(place.Vertex);
            (from, place, before) = (between, place with { Name = between }, []);
        }

        yield return new Step(place.Vertex, [operation(from, to)]) { After = after, Before = before };
    }

    /// <summary>
    /// Renames of tables to a name that a constraint or an index leaves. One of a table that is renamed itself is renamed only after that:
    /// if the other table waited for it, the two could wait for each other.
    /// </summary>
    private IReadOnlyList<StepReference> TablesNamed(ObjectKind kind, ObjectName table, string name)
        => SharedNames.AreThoseOf(kind) && scope.Pairs.CurrentTable(table) == table
            ? [new StepSet(Phase.Rename, table with { Name = name }, ObjectKind.Table)]
            : [];

    /// <summary>Whether the names come round to where they began, with nothing on the way that leaves through a temporary name.</summary>
    private bool IsInCircle(Rename first)
    {
        for (var (rename, count) = (Next(first), 0); rename is not null
            && !temporary.ContainsKey(rename.From)
            && count < renames.Count; (rename, count) = (Next(rename), count + 1))
        {
            if (rename == first)
                return true;
        }

        return false;
    }

    private Rename? Next(Rename rename) => renames.GetValueOrDefault(rename.From with { Name = rename.To });

    private static (ObjectKind, ObjectName, string, string)? Of(PlanScope scope, Change change) => change switch
    {
        Altered<PrimaryKey> { Current.Name: { } from, Target.Name: { } to } key when Constraints.IsRename(scope, key.Facets)
            => (key.Kind, key.Table!, from, to),
        Altered<UniqueConstraint> { Current.Name: { } from, Target.Name: { } to } constraint
            when Constraints.IsRename(scope, constraint.Facets) => (constraint.Kind, constraint.Table!, from, to),
        Altered<TableIndex> index when Constraints.IsRename(scope, index.Facets)
            => (index.Kind, index.Table!, index.Current.Name, index.Target.Name),
        Altered<ForeignKey> { Current.Name: { } from, Target.Name: { } to } key when Constraints.IsRename(scope, key.Facets)
            => (key.Kind, key.Table!, from, to),
        Altered<CheckConstraint> { Current.Name: { } from, Target.Name: { } to } check when Constraints.IsRename(scope, check.Facets)
            => (check.Kind, check.Table!, from, to),
        _ => null,
    };

    private sealed record Rename(Place From, string To);

    /// <summary>A name among those that it must differ from.</summary>
    private sealed record Place(ObjectKind Kind, ObjectName Table, string Name)
    {
        private string Space
            => Kind is ObjectKind.PrimaryKey or ObjectKind.UniqueConstraint or ObjectKind.Index
                ? $"schema {Table.Schema}"
                : $"table {Table}";

        /// <summary>The step that frees the name.</summary>
        public Vertex Vertex => new(Phase.Rename, Kind, Table, Name);

        public bool Equals(Place? other)
            => other is not null
                && string.Equals(Space, other.Space, StringComparison.Ordinal)
                && string.Equals(Name, other.Name, StringComparison.Ordinal);

        public override int GetHashCode() => HashCode.Combine(Space, Name);

        public override string ToString() => $"{Space} {Name}";
    }
}
