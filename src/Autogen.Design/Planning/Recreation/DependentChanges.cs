using Autogen.Design.Planning.Recreation;
using Autogen.Schema.Comparison;

namespace Autogen.Design.Planning.Recreation;

/// <summary>
/// PostgreSQL silently drops whatever depends on a column with the column. It refuses to change the type of a column that a generated
/// column or a foreign key uses, and keeps expressions that no longer fit. Each rule drops such objects first and creates them again
/// afterwards. One rule holds for every database: what makes rows unique while two of them have the same value for a moment.
/// </summary>
internal static class DependentChanges
{
    /// <summary>The changes, with those of dependents.</summary>
    public static IReadOnlyList<Change> Complete(PlanScope scope, List<Change> changes)
    {
        var recreator = new Recreator(scope, changes);
        new RecreateUniqueOfSwappedRows(scope, recreator).Apply();
        if (!scope.AltersInPlace)
            return changes;
        var retyped = new RetypedColumns(scope, changes);
        new RecreateGeneratedColumns(scope, recreator, retyped).Apply();
        new RecreateDependentsOfRetypedColumns(scope, recreator, retyped).Apply();
        new RecreateForeignKeysOfChangedKeys(scope, recreator).Apply();
        new RecreateForeignKeysOfLoggedCycles(scope, recreator).Apply();
        return changes;
    }
}
