using Autogen.Design.Planning.Steps;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Naming;

/// <summary>
/// The steps on a table that call it and its columns by their current names, and those that use their target names: a rename of the table
/// or of a column is between the two.
/// </summary>
internal static class NamesInUse
{
    /// <summary>The steps with current names.</summary>
    public static IEnumerable<StepSet> Current(PlanScope scope, ObjectName table)
        => Enum.GetValues<Phase>().Where(phase => IsCurrent(scope, phase)).Select(phase => new StepSet(phase, table));

    /// <summary>The steps with target names, other than renames.</summary>
    public static IEnumerable<StepSet> Target(PlanScope scope, ObjectName table)
        => Enum.GetValues<Phase>().Where(phase => phase != Phase.Rename && !IsCurrent(scope, phase))
            .Select(phase => new StepSet(phase, table));

    /// <summary>The renames of a table and of its columns: those of its constraints and indexes use the target names.</summary>
    public static IEnumerable<StepSet> Renames(ObjectName table)
        => [new StepSet(Phase.Rename, table, ObjectKind.Table), new StepSet(Phase.Rename, table, ObjectKind.Column)];

    private static bool IsCurrent(PlanScope scope, Phase phase)
        => phase == Phase.DeleteRows || (phase < Phase.Rename && !scope.RenamesFirst);
}
