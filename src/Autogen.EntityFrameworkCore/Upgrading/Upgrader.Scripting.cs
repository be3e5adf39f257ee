using System.Globalization;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Completing;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;
using Autogen.Upgrading.Scripting;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

// SQL for a person to read or run.
internal sealed partial class Upgrader
{
    private const string BeginText = "BEGIN;\n\n";

    /// <summary>
    /// The script of the steps to a target, with the statements of the version table and the log; the same for the same beginning.
    /// </summary>
    /// <exception cref="AutogenException">A step does what no script can hold (<see cref="ErrorCode.OperationNotSupported"/>).</exception>
    public async Task<UpgradeScript> ScriptAsync(ScriptOptions script, CancellationToken cancellationToken)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var written = await ScriptAsync(script, text, cancellationToken).ConfigureAwait(false);
        return written with { Text = text.ToString() };
    }

    /// <summary>Writes the script of the steps to a target, statement by statement.</summary>
    /// <returns>The steps, without the text.</returns>
    /// <inheritdoc cref="ScriptAsync(ScriptOptions, CancellationToken)"/>
    public async Task<UpgradeScript> ScriptAsync(ScriptOptions script, TextWriter text, CancellationToken cancellationToken)
    {
        var conditions = session.Driver.Scripts.Conditions;
        if (script.IsIdempotent && conditions is null)
            throw new AutogenException(
                ErrorCode.OperationNotSupported,
                "An idempotent script needs a database whose scripts can run statements on a condition. "
                    + "Give the range that the database needs instead: --sql FROM:TO.");
        var (rows, exists) = script.From is { } from
            ? (from, from.Count > 0)
            : await PositionAsync(cancellationToken).ConfigureAwait(false);
        var steps = Plan(rows, script.Target, script.Direction);
        var columns = new ScriptedColumns(context, revisions, compiler.CreateReplay(), asksDatabase: script.From is null);
        columns.Begin(rows);
        if (steps.Count > 0)
            text.Write(ScriptHeader.Of(script, rows, steps, session.Dialect, session.Driver.Scripts.RunCommand));
        foreach (var sql in steps.Count > 0 ? session.Driver.Scripts.SessionLimits(session.Options) : [])
            Append(text, sql);
        if (script.IsIdempotent)
        {
            foreach (var sql in SchemasOf(steps))
                Append(text, sql);
            AppendTables(text);
        }

        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            var parts = await PartsAsync(step, script.IsReplica, columns, cancellationToken).ConfigureAwait(false);
            text.Write(ScriptHeader.Of(script, step.Node));
            if (script.IsIdempotent)
                AppendCondition(text, conditions!, step, parts); // refused without
            else
                AppendStep(text, parts, hasTables: exists || index > 0);
        }

        return new UpgradeScript("", steps, rows);
    }

    /// <summary>The statement-for-statement script of a stamp.</summary>
    /// <param name="targets">What is stamped.</param>
    /// <param name="from">The existing rows; <see langword="null"/> for those of the database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<UpgradeScript> ScriptStampAsync(
        IReadOnlyList<string> targets, IReadOnlyList<string>? from, CancellationToken cancellationToken)
    {
        var (rows, exists) = from is not null ? (from, from.Count > 0) : await PositionAsync(cancellationToken).ConfigureAwait(false);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write("BEGIN;\n\n");
        if (!exists)
            Append(text, session.VersionTable.CreateIfMissingSql);
        var stamped = UpgradePlan.Stamp(revisions.Graph, rows, targets);
        foreach (var row in VersionRows.Between(rows, stamped, []))
            Append(text, session.VersionTable.RowSql(row));
        Append(text, session.Log.CreateSql);
        foreach (var revision in Stamped([.. stamped]))
            Append(text, session.Log.ScriptSql(revision, "stamp", UpgradeLog.ToolVersion, ""));
        text.Write("COMMIT;\n\n");
        return new UpgradeScript(text.ToString(), [], rows);
    }

    /// <summary>The SQL of operations that no revision holds yet; nothing of the version table.</summary>
    public string Script(IReadOnlyList<MigrationOperation> operations)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Script(operations, text);
        return text.ToString();
    }

    /// <summary>Writes the SQL of operations that no revision holds yet; nothing of the version table.</summary>
    public void Script(IReadOnlyList<MigrationOperation> operations, TextWriter text)
    {
        foreach (var statement in compiler.Compile(operations))
        {
            if (statement is IncompleteStatement)
                text.Write(
                    SqlComment.Line(
                        $"{OperationName.Of(statement.Operation)}: written with the types of the columns when the revision runs")
                        + "\n");
            else if (statement is IScriptedByRunning running)
                text.Write(SqlComment.Line(running.Description) + "\n");
            else if (statement.IsOutsideInScript)
                AppendOutside(text, SqlOf(statement, "(new)"), begun => begun.Write(BeginText));
            else
                Append(text, SqlOf(statement, "(new)"));
        }
    }

    private async Task<(IReadOnlyList<string> Rows, bool Exists)> PositionAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        if (await session.ReadUnfinishedAsync(cancellationToken).ConfigureAwait(false) is { } unfinished)
            throw unfinished.ScriptRefusal();
        return (
            await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false),
            await session.VersionTable.ExistsAsync(session.Connection, null, cancellationToken).ConfigureAwait(false));
    }

    // A step's own statements, and then what is remembered of it.
    private async Task<ScriptParts> PartsAsync(
        RevisionStep step, bool isReplica, ScriptedColumns columns, CancellationToken cancellationToken)
    {
        var statements = compiler.Compile(step);
        await columns.LearnAsync(statements, cancellationToken).ConfigureAwait(false);
        MigrationOperation? replayed = null;
        var own = new List<ScriptPart>();
        if (isReplica)
            await session.Driver.ForeignKeys.SwitchOffAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var statement in statements)
        {
            if (statement is IScriptedByRunning running)
            {
                if (!isReplica)
                    throw new InvalidOperationException("The statement is scripted on a replica.");
                own.AddRange((await running.RunAndTellAsync(session.Connection, cancellationToken).ConfigureAwait(false))
                    .Select(sql => new ScriptPart(() => sql, false)));
                continue;
            }

            if (statement is IncompleteStatement incomplete)
            {
                own.AddRange((await CompletedAsync(incomplete, step, isReplica, columns, cancellationToken).ConfigureAwait(false))
                    .Select(sql => new ScriptPart(() => sql, incomplete.IsOutsideInScript)));
            }
            else
            {
                RequireSql(statement, step.Node.Id);
                own.Add(new ScriptPart(() => SqlOf(statement, step.Node.Id), statement.IsOutsideInScript));
            }

            if (!ReferenceEquals(statement.Operation, replayed))
                columns.Replay([replayed = statement.Operation]);
            if (isReplica)
                await statement.RunAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        }

        var checkedTables = session.Driver.ForeignKeys.MustBeOff(statements)
            ? await session.Driver.ForeignKeys.TablesToCheckAsync(session, statements, cancellationToken).ConfigureAwait(false)
            : null;
        return new ScriptParts(
            own,
            [
                .. step.Rows.Select(session.VersionTable.RowSql),
                session.Log.ScriptSql(step, UpgradeLog.ToolVersion, revisions.ChecksumOf(step.Node.Id, step.Direction, session.Provider))
            ],
            checkedTables);
    }

    private async Task<IReadOnlyList<string>> CompletedAsync(
        IncompleteStatement statement, RevisionStep step, bool isReplica, ScriptedColumns columns, CancellationToken cancellationToken)
    {
        try
        {
            return statement.SqlFor(
                isReplica ? await statement.ReadAsync(session.Connection, cancellationToken).ConfigureAwait(false) : columns.Of(statement));
        }
        catch (AutogenException exception)
        {
            throw new AutogenException(
                exception.Code,
                $"Revision {step.Node.Id} ({step.Node.Source}): Operation {statement.Number}, {OperationName.Of(statement.Operation)}: "
                    + $"{exception.Message}",
                exception);
        }
    }

    private void AppendStep(TextWriter text, ScriptParts parts, bool hasTables)
    {
        // Before the transaction begins.
        if (parts.CheckedTables is not null)
            Append(text, session.Driver.ForeignKeys.OffSql);
        Begin(text);
        foreach (var part in parts.Own)
        {
            if (part.IsOutsideTransaction)
                AppendOutside(text, part.Sql(), Begin);
            else
                Append(text, part.Sql());
        }

        if (!hasTables)
            AppendTables(text);
        foreach (var sql in parts.Remembered)
            Append(text, sql);
        if (parts.CheckedTables is { Count: > 0 } tables)
        {
            text.Write(SqlComment.Line("Must print nothing that is not so before this script."));
            foreach (var table in tables)
                Append(text, session.Driver.ForeignKeys.ViolationsSql(table));
        }

        text.Write("COMMIT;\n\n");
        if (parts.CheckedTables is not null)
            Append(text, session.Driver.ForeignKeys.OnSql);
    }

    // The tables come first, so the schemas that a first revision ensures come before them: names without a schema may mean one of these.
    private IEnumerable<string> SchemasOf(IEnumerable<RevisionStep> steps)
        => compiler.Compile([
            .. steps.Where(step => step.Direction == StepDirection.Upgrade && step.Node.Revises.Count == 0)
                .SelectMany(step => revisions.OperationsOf(step.Node.Id, StepDirection.Upgrade, session.Provider))
                .OfType<EnsureSchemaOperation>(),
        ]).Select(statement => statement.Sql).OfType<string>();

    private void AppendTables(TextWriter text)
    {
        if (session.Options.VersionTableSchema is { } schema && session.Driver.Scripts.CreateSchemaSql(schema) is { } sql)
            Append(text, sql);
        Append(text, session.VersionTable.CreateIfMissingSql);
        Append(text, session.Log.CreateSql);
    }

    // A database has a revision if the version table names it or what builds on it.
    private void AppendCondition(TextWriter text, ScriptConditions conditions, RevisionStep step, ScriptParts parts)
    {
        if (parts.Own.Exists(part => part.IsOutsideTransaction))
            throw new AutogenException(
                ErrorCode.OperationNotSupported,
                $"Revision {step.Node.Id} has statements that run outside of a transaction (op.Autocommit), which no condition can hold. "
                    + "Give the range that the database needs instead: --sql FROM:TO.");
        var isUpgrade = step.Direction == StepDirection.Upgrade;
        var statements = parts.Own.Select(part => part.Sql()).Concat(parts.Remembered).Select(sql => Ended(sql).Trim());
        var hasLimits = session.Driver.Scripts.TransactionLimits(session.Options).Count > 0;
        if (hasLimits)
            Begin(text);
        Append(
            text,
            conditions.Block(
                $"{(isUpgrade ? "NOT " : "")}{Has(revisions.Graph.DescendantsAndSelf([step.Node.Id]))}", Guards(step), statements));
        if (hasLimits)
            text.Write("COMMIT;\n\n");
    }

    private void Begin(TextWriter text)
    {
        text.Write(BeginText);
        foreach (var sql in session.Driver.Scripts.TransactionLimits(session.Options))
            Append(text, sql);
    }

    // The script may be for another range than the database is at.
    private IEnumerable<(string Condition, string Message)> Guards(RevisionStep step)
    {
        if (step.Direction == StepDirection.Upgrade)
            return revisions.Graph.ParentsOf(step.Node).Select(parent => (
                "NOT " + Has(revisions.Graph.DescendantsAndSelf([parent.Id])),
                $"Revision {step.Node.Id} builds on {parent.Id}, which the database does not have."));
        return revisions.Graph.DescendantsAndSelf([step.Node.Id]).Where(node => node != step.Node).ToList() is { Count: > 0 } above
            ? [(Has(above), $"The database has revisions that build on {step.Node.Id}.")]
            : [];
    }

    private string Has(IEnumerable<RevisionNode> nodes)
        => $"EXISTS (SELECT 1 FROM {session.VersionTable.QuotedName} WHERE {session.VersionTable.IsSql(nodes.Select(node => node.Id))})";

    private static string SqlOf(StepStatement statement, string revision)
        => statement.Sql
            ?? throw new AutogenException(
                ErrorCode.OperationNotSupported,
                $"Revision {revision} runs code (op.Run) in operation {statement.Number}, which no script can hold. "
                    + "Apply it with 'dotnet autogen upgrade'.");

    private static void RequireSql(StepStatement statement, string revision)
    {
        if (statement is not RowsStatement)
            _ = SqlOf(statement, revision);
    }

    // Without a copy of the whole: rows of HasData may be large.
    private static void Append(TextWriter script, string sql)
    {
        var text = SqlLineBreaks.Normalise(sql).AsSpan().Trim();
        script.Write(text);
        script.Write(text is [.., ';'] ? "\n\n" : ";\n\n");
    }

    private static void AppendOutside(TextWriter script, string sql, Action<TextWriter> begin)
    {
        script.Write("COMMIT;\n\n");
        Append(script, sql);
        begin(script);
    }

    private static string Ended(string sql)
    {
        var text = SqlLineBreaks.Normalise(sql).Trim();
        return text.EndsWith(';') ? text + "\n\n" : text + ";\n\n";
    }

    private sealed record ScriptParts(List<ScriptPart> Own, IReadOnlyList<string> Remembered, IReadOnlyList<string>? CheckedTables);

    private sealed record ScriptPart(Func<string> Sql, bool IsOutsideTransaction);
}
