using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>Tables in a foreign-key cycle cannot be switched LOGGED or UNLOGGED one at a time: their foreign keys are recreated.</summary>
internal sealed class RecreateForeignKeysOfLoggedCycles(PlanScope scope, Recreator recreator)
{
    /// <summary>Adds the changes.</summary>
    public void Apply()
    {
        var changed = recreator.Changes.OfType<Altered<Table>>()
            .Where(change => change.Has(nameof(Table.IsUnlogged)))
            .Select(change => change.Current.Name)
            .ToHashSet();
        if (changed.Count != 0)
            recreator.RecreateForeignKeysWhere(
                (holder, key) => changed.Contains(holder.Name) && scope.CurrentCycles.AreInOne(holder.Name, key.PrincipalTable));
    }
}
