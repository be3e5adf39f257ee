using System.Data.Common;
using Autogen.Upgrading;
using Autogen.Upgrading.Completing;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>Several changes of one table, done by one rebuild of the current table.</summary>
/// <param name="Changes">The operations, in order.</param>
/// <param name="Number">The first one's place among the revision's operations, from 1.</param>
/// <param name="Table">The table.</param>
/// <param name="Types">The store types of columns that are given none.</param>
/// <param name="Recomputed">The columns that later operations of the revision drop or give another expression.</param>
internal sealed record RebuildStatement(
    IReadOnlyList<MigrationOperation> Changes, int Number, string Table, ColumnTypes Types, IReadOnlySet<string> Recomputed)
    : StepStatement(Changes[0], Number, IsOutsideTransaction: false), IScriptedByRunning
{
    /// <inheritdoc/>
    public override IReadOnlyList<MigrationOperation> Operations => Changes;

    /// <inheritdoc/>
    public string Description
        => $"Table {Table} is rebuilt from its definition when the revision runs: {string.Join(", ", Changes.Select(OperationName.Of))}";

    /// <inheritdoc/>
    public override string? Sql => null;

    /// <inheritdoc/>
    public override Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
        => new TableRebuild(connection, Table, Types, Recomputed).RunAsync(Changes, cancellationToken);

    /// <summary>Whether it copies the table, as far as can be known before the revision runs.</summary>
    public Task<bool> NeedsCopyAsync(DbConnection connection, CancellationToken cancellationToken)
        => new TableRebuild(connection, Table, Types, Recomputed).NeedsCopyAsync(Changes, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RunAndTellAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        var rebuild = new TableRebuild(connection, Table, Types, Recomputed, statements.Add);
        await rebuild.RunAsync(Changes, cancellationToken).ConfigureAwait(false);
        return statements;
    }
}
