using Autogen.Graph;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Completing;

/// <summary>
/// The columns of tables along a script: those of the database where it is asked, else those that the revisions before the script make, and
/// then what the script's own steps make of them.
/// </summary>
/// <param name="context">Its database is asked.</param>
/// <param name="revisions">The revisions.</param>
/// <param name="columns">The columns so far.</param>
/// <param name="asksDatabase">Whether the script begins where the database is.</param>
internal sealed class ScriptedColumns(DbContext context, RevisionSet revisions, ReplayedColumns columns, bool asksDatabase)
{
    /// <summary>Replays revisions that the database has when the script begins; none where the database itself is asked.</summary>
    public void Begin(IReadOnlyList<string> rows)
    {
        if (asksDatabase)
            return;
        foreach (var node in revisions.Graph.AncestorsAndSelf(rows))
            Replay(revisions.OperationsOf(node.Id, StepDirection.Upgrade, context.Database.ProviderName!)); // a relational context has one
    }

    /// <summary>Replays what a script does.</summary>
    public void Replay(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is AutocommitOperation autocommit)
                Replay(autocommit.Operations);
            else
                columns.Replay(operation);
        }
    }

    /// <summary>Asks the database, where that is wanted, for tables that the operations change and the script has not made.</summary>
    public async Task LearnAsync(IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
    {
        if (!asksDatabase || statements.OfType<IncompleteStatement>().FirstOrDefault() is not { } sample)
            return;
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        foreach (var table in statements.Select(statement => TableOf(statement.Operation))
            .OfType<ObjectName>()
            .Where(table => !columns.Mentions(table))
            .Distinct())
            columns.Learn(
                table,
                await sample.Completion.ReadAsync(context.Database.GetDbConnection(), table, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The columns of a statement's table.</summary>
    public KnownColumns? Of(IncompleteStatement statement) => columns.Find(statement.Table);

    private static ObjectName? TableOf(MigrationOperation operation) => operation switch
    {
        RenameTableOperation rename => new ObjectName(rename.Schema, rename.Name),
        CreateTableOperation or DropTableOperation => null,
        ITableMigrationOperation { Table: { } table } of => new ObjectName(of.Schema, table),
        _ => null,
    };
}
