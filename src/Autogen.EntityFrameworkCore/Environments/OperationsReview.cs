using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen;

/// <summary>
/// The operations that were planned, for <see cref="IAutogenEnvironment.Review"/>: the lists may be changed at will, and so may the
/// operations in them. What is removed from the upgrade is no difference any more, for <c>check</c> neither; an operation that is kept
/// keeps its comment, a new one has none. Statements that the tool planned beside an operation (values for rows, before a column becomes
/// required) go with it, unless another operation about the same object takes its place.
/// </summary>
public sealed class OperationsReview
{
    /// <summary>Makes one; public so that an environment can be tested without the tool.</summary>
    /// <param name="run">The command.</param>
    /// <param name="upgrade">The operations of the upgrade, in order.</param>
    /// <param name="downgrade">The operations of the downgrade, in order.</param>
    public OperationsReview(EnvironmentRun run, IEnumerable<MigrationOperation> upgrade, IEnumerable<MigrationOperation> downgrade)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        Upgrade = [.. upgrade];
        Downgrade = [.. downgrade];
    }

    /// <summary>The command.</summary>
    public EnvironmentRun Run { get; }

    /// <summary>The <c>-x key=value</c> pairs of the command line.</summary>
    public IReadOnlyDictionary<string, string> X => Run.X;

    /// <summary>The operations of the upgrade, in order.</summary>
    public IList<MigrationOperation> Upgrade { get; }

    /// <summary>
    /// The operations of the downgrade, in order. They are not derived from <see cref="Upgrade"/> again: what is changed
    /// there is to be changed here, too.
    /// </summary>
    public IList<MigrationOperation> Downgrade { get; }

    /// <summary>Removes operations from both lists.</summary>
    /// <param name="which">Which ones.</param>
    /// <returns>How many were removed.</returns>
    public int Remove(Func<MigrationOperation, bool> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        return Remove(Upgrade, which) + Remove(Downgrade, which);
    }

    private static int Remove(IList<MigrationOperation> operations, Func<MigrationOperation, bool> which)
    {
        var removed = 0;
        for (var index = operations.Count - 1; index >= 0; index--)
        {
            if (which(operations[index]))
            {
                operations.RemoveAt(index);
                removed++;
            }
        }

        return removed;
    }
}
