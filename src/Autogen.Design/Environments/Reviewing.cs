using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Environments;

/// <summary>The project's last word on a plan.</summary>
internal static class Reviewing
{
    /// <summary>Lets the environment review the operations.</summary>
    /// <param name="found">What was found and planned.</param>
    /// <param name="environment">The project's class.</param>
    /// <returns>What is left, with the differences that are.</returns>
    public static AutogenerateResult Apply(AutogenerateResult found, ProjectEnvironment environment)
    {
        var review = environment.Review(
            found.Upgrade.Select(planned => planned.Operation), found.Downgrade.Select(planned => planned.Operation));
        var upgrade = Planned(review.Upgrade, found.Upgrade);
        var diff = found.Diff with { Changes = found.Diff.Changes.Where(IsLeft(found.Upgrade, upgrade)).ToEquatableList() };
        return found with
        {
            Diff = diff,
            Upgrade = upgrade,
            Downgrade = Planned(review.Downgrade, found.Downgrade),
            Unexplained = [.. upgrade.Select(planned => planned.Operation).Except(
                diff.IsEmpty ? [] : found.Upgrade.Select(planned => planned.Operation))],
        };
    }

    /// <summary>Operations that are still there keep what a reviewer must know of them.</summary>
    private static List<PlannedOperation> Planned(IEnumerable<MigrationOperation> operations, IReadOnlyList<PlannedOperation> before)
    {
        var known = new Dictionary<MigrationOperation, PlannedOperation>(ReferenceEqualityComparer.Instance);
        foreach (var planned in before)
            known[planned.Operation] = planned;
        List<PlannedOperation> after = [.. operations.Select(
            operation => known.GetValueOrDefault(operation) ?? new PlannedOperation(operation, []))];
        RemoveCompanions(before, after);
        return after;
    }

    /// <summary>
    /// Statements that the tool planned beside an operation (values for rows before a column becomes required) go with it, unless another
    /// one about its object took its place.
    /// </summary>
    private static void RemoveCompanions(IReadOnlyList<PlannedOperation> before, List<PlannedOperation> after)
    {
        var left = after.Select(planned => planned.Operation).ToHashSet<MigrationOperation>(ReferenceEqualityComparer.Instance);
        var subjects = Subjects(after);
        foreach (var item in before.Where(planned => planned.Step is not null).GroupBy(ItemOf))
        {
            var own = item.Where(planned => !IsBeside(planned.Operation)).ToList();
            if (own.Count > 0 && !own.Exists(planned => left.Contains(planned.Operation)) && !Subjects(own).Overlaps(subjects))
                after.RemoveAll(planned => IsBeside(planned.Operation) && planned.Step is not null && ItemOf(planned) == item.Key);
        }

        static bool IsBeside(MigrationOperation operation)
            => operation is SqlOperation || (operation is StatementOperation && OperationSubject.Of(operation) is null);

        // In whatever phase: on SQLite the values come before the table is rebuilt.
        static Vertex ItemOf(PlannedOperation planned) => planned.Step! with { Phase = default }; // asked only of those that have one
    }

    /// <summary>
    /// A difference is gone if all operations about its object are: another operation about it that was put in their place keeps it.
    /// </summary>
    private static Func<Change, bool> IsLeft(IReadOnlyList<PlannedOperation> before, List<PlannedOperation> after)
    {
        var (subjectsBefore, subjectsAfter) = (Subjects(before), Subjects(after));
        return change => change.Significance == Significance.Cosmetic
            || (after.Count > 0
                && OperationSubject.Of(change).ToList() is var own
                && (!own.Exists(subjectsBefore.Contains) || own.Exists(subjectsAfter.Contains)));
    }

    private static HashSet<OperationSubject> Subjects(IEnumerable<PlannedOperation> operations)
        => operations.Select(planned => OperationSubject.Of(planned.Operation)).OfType<OperationSubject>().ToHashSet();
}
