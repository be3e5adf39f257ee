using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Collects the differences.</summary>
internal sealed class Findings
{
    private readonly List<Change> changes = [];
    private readonly List<IgnoredObject> ignoredObjects = [];
    private readonly List<ObjectPair> pairs = [];

    /// <summary>What both sides have, other than tables and columns.</summary>
    public IReadOnlyList<ObjectPair> Pairs => pairs;

    /// <summary>Notes a change.</summary>
    public void Add(Change change) => changes.Add(change);

    /// <summary>Notes what is left alone.</summary>
    public void Add(IgnoredObject ignored) => ignoredObjects.Add(ignored);

    /// <summary>Notes what both sides have.</summary>
    public void Add(ObjectPair pair) => pairs.Add(pair);

    /// <summary>The changes by kind, table and name, ordinally.</summary>
    public EquatableList<Change> Changes()
        => changes
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Table)
            .ThenBy(change => ObjectText.Name(change.Subject), StringComparer.Ordinal)
            .ThenBy(change => change.Before is null ? 2 : change.After is null ? 0 : 1)
            .ThenBy(change => ObjectText.Describe(change.Kind, change.Table, change.Subject), StringComparer.Ordinal)
            .ThenBy(change => change.Subject.ToString(), StringComparer.Ordinal)
            .ToEquatableList();

    /// <summary>What is left alone, by kind, table and name, ordinally.</summary>
    public EquatableList<IgnoredObject> IgnoredObjects()
        => ignoredObjects.OrderBy(left => left.Kind)
            .ThenBy(left => left.Table)
            .ThenBy(left => left.Name, StringComparer.Ordinal)
            .ToEquatableList();
}
