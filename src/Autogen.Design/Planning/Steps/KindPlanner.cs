using System.Diagnostics;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Steps;

/// <summary>Turns the changes of one kind of object into steps.</summary>
internal interface IKindPlanner
{
    /// <summary>The kind.</summary>
    ObjectKind Kind { get; }

    /// <summary>The steps of all changes of the kind.</summary>
    IEnumerable<Step> Plan(IReadOnlyList<Change> changes);
}

/// <summary>A planner whose changes have nothing to do with each other.</summary>
/// <typeparam name="T">The record of the kind.</typeparam>
internal abstract class KindPlanner<T>(PlanScope scope, ObjectKind kind) : IKindPlanner
    where T : class
{
    /// <inheritdoc/>
    public ObjectKind Kind => kind;

    /// <summary>The whole plan.</summary>
    protected PlanScope Scope { get; } = scope;

    /// <inheritdoc/>
    public virtual IEnumerable<Step> Plan(IReadOnlyList<Change> changes) => changes.SelectMany(change => change switch
    {
        Added<T> added => Add(added),
        Removed<T> removed => Remove(removed),
        Altered<T> altered => Alter(altered),
        _ => throw new UnreachableException($"A change of a {kind} is a {change.GetType()}."),
    });

    /// <summary>The steps that make the object.</summary>
    protected abstract IEnumerable<Step> Add(Added<T> change);

    /// <summary>The steps that remove the object.</summary>
    protected abstract IEnumerable<Step> Remove(Removed<T> change);

    /// <summary>The steps that make the object what is wanted.</summary>
    protected abstract IEnumerable<Step> Alter(Altered<T> change);

    /// <summary>The table of a change that is nothing without one.</summary>
    protected static ObjectName TableOf(Change change)
        => change.Table ?? throw new UnreachableException($"A change of a {change.Kind} names no table.");

    /// <summary>A step of this kind.</summary>
    protected Step Step(Phase phase, ObjectName? table, string name, params IReadOnlyList<PlannedOperation> operations)
        => new(new Vertex(phase, kind, table, name), operations);
}
