using System.Data.Common;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers.Sqlite;

/// <summary>What SQLite itself does not check while foreign keys are off and tables are rebuilt.</summary>
internal sealed class SqliteChecks : RevisionChecks
{
    /// <inheritdoc/>
    public override async Task<RevisionCheck?> BeginAsync(
        UpgradeSession session, IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
    {
        if (!session.Driver.ForeignKeys.MustBeOff(statements))
            return null;
        var foreignKeys = await ForeignKeyCheck.BeginAsync(
            session.Connection, StepStatement.OperationsOf(statements), cancellationToken).ConfigureAwait(false);
        var dependents = await DependentCheck.StatesAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        return new Check(session.Connection, foreignKeys, dependents);
    }

    /// <inheritdoc/>
    public override async Task<string?> SpaceAsync(
        UpgradeSession session, string revision, IEnumerable<StepStatement> statements, CancellationToken cancellationToken)
    {
        var tables = new List<string>();
        foreach (var rebuild in statements.OfType<RebuildStatement>())
        {
            if (await rebuild.NeedsCopyAsync(session.Connection, cancellationToken).ConfigureAwait(false))
                tables.Add(rebuild.Table);
        }

        return tables.Count == 0
            ? null
            : await new RebuildSpace(session.Connection, RebuildSpace.FreeSpace).CheckAsync(
                revision, tables, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Check(DbConnection connection, ForeignKeyCheck foreignKeys, IReadOnlyDictionary<string, string?> dependents)
        : RevisionCheck
    {
        public override async Task RequireIntactAsync(string revision, CancellationToken cancellationToken)
        {
            await foreignKeys.RequireNoNewAsync(revision, cancellationToken).ConfigureAwait(false);
            await DependentCheck.RequireAllThatWereAsync(connection, dependents, revision, cancellationToken).ConfigureAwait(false);
        }
    }
}
