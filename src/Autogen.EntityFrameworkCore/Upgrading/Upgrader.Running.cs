using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.PostgreSql;
using Autogen.Upgrading.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

// Running one revision.
internal sealed partial class Upgrader
{
    private UpgradeLock CreateLock()
        => dialect.Capabilities.AltersInPlace
            ? new AdvisoryLock(versionTable.QuotedName, options.LockTimeout, progress)
            : new WriteLock(options.LockTimeout, progress);

    /// <summary>Runs a revision, if nobody did meanwhile.</summary>
    private async Task<bool> RunStepAsync(RevisionStep step, CancellationToken cancellationToken)
    {
        var statements = compiler.Compile(step);
        var foreignKeys = await SuspendForeignKeysAsync(statements, cancellationToken).ConfigureAwait(false);
        try
        {
            await BeginAsync(cancellationToken).ConfigureAwait(false);
            var before = await versionTable.ReadAsync(Connection, null, cancellationToken).ConfigureAwait(false);
            if (IsDone(step, before))
            {
                await RollBackAsync().ConfigureAwait(false);
                return false;
            }

            progress.StepStarted(step);
            var watch = Stopwatch.StartNew();
            var checks = RemovesTables(statements);
            var orphans = checks ? await ForeignKeyCheck.OrphansAsync(Connection, cancellationToken).ConfigureAwait(false) : [];
            await RunStatementsAsync(step, before, statements, cancellationToken).ConfigureAwait(false);
            if (checks)
                await ForeignKeyCheck.RequireNoneButAsync(Connection, orphans, step.Node.Id, cancellationToken).ConfigureAwait(false);
            await RecordAsync(step, before, statements, watch.Elapsed, cancellationToken).ConfigureAwait(false);
            await CommitAsync(step, cancellationToken).ConfigureAwait(false);
            progress.StepFinished(step, watch.Elapsed);
            return true;
        }
        catch
        {
            await RollBackAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            if (foreignKeys)
                await ExecuteAsync("PRAGMA foreign_keys = ON", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private bool IsDone(RevisionStep step, IReadOnlyList<string> current)
    {
        UpgradePlan.RequireKnown(revisions.Graph, current);
        var isApplied = revisions.Graph.AncestorsAndSelf(current).Any(node => string.Equals(node.Id, step.Node.Id, StringComparison.Ordinal));
        return isApplied == (step.Direction == StepDirection.Upgrade);
    }

    private async Task RunStatementsAsync(RevisionStep step, IReadOnlyList<string> before, IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
    {
        var committed = 0;
        for (var index = 0; index < statements.Count; index++)
        {
            var statement = statements[index];
            progress.StatementStarting(index, statements.Count);
            try
            {
                if (statement.IsOutsideTransaction)
                {
                    await ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
                    await statement.RunAsync(Connection, cancellationToken).ConfigureAwait(false);
                    committed = index + 1;
                    await BeginAsync(cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await statement.RunAsync(Connection, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw Explain(step, before, statement, committed, exception);
            }

            if (statement.Operation is AlterDatabaseOperation || (statement.Sql is { } sql && (sql.Contains(" TYPE ", StringComparison.OrdinalIgnoreCase) || sql.Contains("EXTENSION", StringComparison.OrdinalIgnoreCase))))
                await ReloadTypesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RecordAsync(RevisionStep step, IReadOnlyList<string> before, IReadOnlyList<StepStatement> statements, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (!await versionTable.ExistsAsync(Connection, null, cancellationToken).ConfigureAwait(false))
            await ExecuteAsync(versionTable.CreateSql, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(log.CreateSql, cancellationToken).ConfigureAwait(false);
        foreach (var row in VersionRows.Between(before, step.After, revisions.Graph.ParentsOf(step.Node).Select(parent => parent.Id)))
            await ExecuteAsync(versionTable.RowSql(row), cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            log.InsertSql(step, TimeProvider.System.GetUtcNow(), duration, Environment.UserName, ToolVersion, Checksum(statements)),
            cancellationToken).ConfigureAwait(false);
    }

    private static string Checksum(IReadOnlyList<StepStatement> statements)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n;\n", statements.Select(statement => statement.Sql ?? statement.GetType().Name)))));

    private AutogenException Explain(RevisionStep step, IReadOnlyList<string> before, StepStatement statement, int committed, Exception exception)
    {
        var at = before.Count == 0 ? "<base>" : string.Join(", ", before);
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["revision"] = step.Node.Id,
            ["operation"] = OperationName.Of(statement.Operation),
            ["sql"] = statement.Sql ?? "",
            ["databaseIsAt"] = at,
        };
        var where = $"Revision {step.Node.Id} ({step.Node.Source}) failed in operation {statement.Number}, {OperationName.Of(statement.Operation)}";
        var state = committed == 0
            ? $"It was rolled back: the database is at {at}."
            : $"Its first {committed} statements ran outside a transaction and stay; the version table says {at}. Put right what is missing before the next upgrade.";
        var sql = statement.Sql is { } text ? $"\n{text}" : "";

        if (exception is AutogenException known)
            return new AutogenException(known.Code, $"{where}: {known.Message} {state}", known) { Details = details };
        if (DatabaseErrors.IsObjectExists(exception) && before.Count == 0)
        {
            return new AutogenException(
                ErrorCode.ObjectExists,
                $"{where}: {exception.Message}{sql}\n{state} If the database was made by other means and is as the revision would make it, "
                + $"record that with 'dotnet autogen stamp {step.Node.Id}'. If it is not, or nobody knows, delete the file and let 'dotnet autogen adopt' write one of what is there.",
                exception)
            { Details = details };
        }

        return DatabaseErrors.Explain(exception, Connection) is { Code: ErrorCode.PrivilegeMissing } missing
            ? new AutogenException(ErrorCode.PrivilegeMissing, $"{where}: {missing.Message} {state}", exception) { Details = details }
            : new AutogenException(ErrorCode.RevisionFailed, $"{where}: {exception.Message}{sql}\n{state}", exception) { Details = details };
    }

    // DROP TABLE deletes the rows first where foreign keys are enforced: rows that refer to them, even those of the table itself, are deleted too or stop it.
    // https://www.sqlite.org/foreignkeys.html#fk_schemacommands
    private bool RemovesTables(IReadOnlyList<StepStatement> statements)
        => !dialect.Capabilities.AltersInPlace && statements.Any(statement => statement is RebuildStatement || statement.Operation is DropTableOperation);

    // PRAGMA foreign_keys does nothing inside a transaction, so it is switched off before a revision that removes a table (a rebuild does too) begins.
    private async Task<bool> SuspendForeignKeysAsync(IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
    {
        if (!RemovesTables(statements))
            return false;

        using var command = Connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture) == 0)
            return false;
        await ExecuteAsync("PRAGMA foreign_keys = OFF", cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task BeginAsync(CancellationToken cancellationToken)
        => dialect.Capabilities.AltersInPlace ? ExecuteAsync("BEGIN", cancellationToken) : WriteLock.BeginAsync(Connection, options.LockTimeout, progress, cancellationToken);

    private async Task CommitAsync(RevisionStep step, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new AutogenException(ErrorCode.RevisionFailed, $"Revision {step.Node.Id} could not be committed, and was rolled back: {exception.Message}", exception);
        }
    }

    private async Task RollBackAsync()
    {
        if (Connection.State != System.Data.ConnectionState.Open)
            return;
        try
        {
            await ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // SQLite says so where there is no transaction any more; a broken connection rolls back by itself.
        }
    }

    // Npgsql caches the database's types: a new enumerated type is unknown to the statements that follow until it reads them again.
    private async Task ReloadTypesAsync(CancellationToken cancellationToken)
    {
        if (Connection.GetType().GetMethod("ReloadTypesAsync", [typeof(CancellationToken)]) is { } method)
            await ((Task)method.Invoke(Connection, [cancellationToken])!).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
