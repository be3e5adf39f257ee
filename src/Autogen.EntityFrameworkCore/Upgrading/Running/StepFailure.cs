using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading.Running;

/// <summary>Says what went wrong in a revision, where, and what state the database is in now.</summary>
internal sealed class StepFailure(UpgradeSession session, RevisionStep step, IReadOnlyList<StepStatement> statements)
{
    /// <summary>The error for a statement that failed.</summary>
    /// <param name="before">Where the version table says the database is.</param>
    /// <param name="at">How far the revision had come before the transaction that is rolled back now.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="exception">What it threw.</param>
    public AutogenException Explain(IReadOnlyList<string> before, UnfinishedStep at, StepStatement statement, Exception exception)
    {
        var where = $"Revision {step.Node.Id} ({step.Node.Source}) failed in {Place(statement)}";
        var state = State(before, at, statement, exception);
        var sql = statement.Sql is { } text ? $"\n{text}" : "";
        var (code, message) = exception switch
        {
            AutogenException known => (known.Code, $"{where}: {Sentence.Ended(known.Message)} {state}"),
            _ when IsVersionSchema(exception) => (
                ErrorCode.ObjectExists,
                $"{where}: schema '{session.Options.VersionTableSchema}' exists already: "
                + $"it holds the version table, and is created before the first revision. {state} "
                + $"Write op.EnsureSchema(\"{session.Options.VersionTableSchema}\") or CREATE SCHEMA IF NOT EXISTS in its place."),
            _ when DatabaseErrors.IsObjectExists(exception) && before.Count == 0 && at.Done == 0 => (
                ErrorCode.ObjectExists,
                $"{where}: {exception.Message}{sql}\n{state} If the database was made by other means and is as the revision would make it, "
                + $"record that with 'dotnet autogen stamp {step.Node.Id}'. If it is not, or nobody knows, delete the file and let 'dotnet "
                + "autogen adopt' write one that creates what exists."),
            _ when DatabaseErrors.IsConnectionLost(exception, session.Connection) => (
                ErrorCode.ConnectionLost,
                $"{where}: the connection was lost ({DatabaseErrors.FirstLine(exception)}). The server rolls back what was not committed: "
                    + "'dotnet autogen current' says where the database is. Upgrade again when the server takes connections."),
            _ when DatabaseErrors.RefusesOneTransaction(exception) => (
                ErrorCode.ServerNotSupported,
                $"{where}: this server does not change the schema and the version table in one transaction "
                    + $"({DatabaseErrors.FirstLine(exception)}), on which every revision relies. "
                    + $"{state} Apply a reviewed script instead ('upgrade --sql'), a statement at a time."),
            _ when exception is TimeoutException || DatabaseErrors.IsStatementTimeout(exception) => (
                ErrorCode.StatementTimeout,
                $"{where}: it took longer than {Limit()}.{sql}\n{state} Allow it more with --statement-timeout (0 for any time), or make "
                    + "less of it at a time (op.Backfill)."),
            _ when DatabaseErrors.Explain(exception, session.Connection) is
            { Code: ErrorCode.PrivilegeMissing or ErrorCode.ServerOutOfMemory or ErrorCode.ServerUnreachable } explained
                => (explained.Code, $"{where}: {Sentence.Ended(explained.Message)} {state}"),
            // IsFileMoved is one of those
            _ when DatabaseErrors.IsFileMoved(exception)
                => (ErrorCode.DatabaseNotFound, $"{where}: {DatabaseErrors.Explain(exception, session.Connection)!.Message}"),
            _ when DatabaseErrors.IsDiskFull(exception) => (
                ErrorCode.RevisionFailed,
                $"{where}: the disk is full ({DatabaseErrors.FirstLine(exception)}).{sql}\n{state} Make room, and upgrade again."),
            _ => (ErrorCode.RevisionFailed, $"{where}: {exception.Message}{sql}\n{state}"),
        };
        return new AutogenException(code, message, exception) { Details = Details(before, at, statement) };
    }

    // Several operations are one rebuild of a table: which of them the database refused is not known.
    private static string Place(StepStatement statement) => statement.Operations is [_, _, ..] several
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"operations {statement.Number} to {statement.Number + several.Count - 1}, which are done at once: ")
            + string.Join(", ", several.Select(OperationName.Of))
        : string.Create(CultureInfo.InvariantCulture, $"operation {statement.Number}, {OperationName.Of(statement.Operation)}");

    private bool IsVersionSchema(Exception exception)
        => DatabaseErrors.IsSchemaExists(exception) && session.Options.VersionTableSchema is { } schema
            && exception.Message.Contains($"\"{schema}\"", StringComparison.Ordinal);

    /// <summary>The error for a transaction that could not be ended.</summary>
    /// <inheritdoc cref="Explain"/>
    public AutogenException ExplainCommit(IReadOnlyList<string> before, UnfinishedStep at, Exception exception)
    {
        if (exception is AutogenException known)
            return known;
        if (DatabaseErrors.IsConnectionLost(exception, session.Connection))
        {
            return new AutogenException(
                ErrorCode.ConnectionLost,
                $"The connection was lost while revision {step.Node.Id} was being committed ({DatabaseErrors.FirstLine(exception)}): "
                    + "it is whole or not there at all, and 'dotnet autogen current' says which. "
                    + "Upgrade again when the server takes connections.",
                exception);
        }

        if (DatabaseErrors.IsFileMoved(exception))
            return new AutogenException(
                ErrorCode.DatabaseNotFound,
                $"Revision {step.Node.Id} could not be committed: {DatabaseErrors.Explain(exception, session.Connection)!.Message}",
                exception);

        return new AutogenException(
            ErrorCode.RevisionFailed,
            $"Revision {step.Node.Id} could not be committed: {Sentence.Ended(exception.Message)} {State(before, at, null, exception)}"
                + $"{(DatabaseErrors.IsDiskFull(exception) ? " Make room on the disk, and upgrade again." : "")}",
            exception);
    }

    private string State(IReadOnlyList<string> before, UnfinishedStep at, StepStatement? statement, Exception exception)
    {
        if (at.Done == 0 && !at.IsBegun && at.LastKey is null && statement?.IsOutsideTransaction != true)
            return $"It was rolled back: the database is at {Position(before)}.";

        // The commit failed, not a statement.
        if (statement is null)
        {
            return at.Done == statements.Count
                ? "All statements of the revision are done and stay; only that is not recorded, and the version table says "
                    + $"{Position(before)}. Upgrade again: no statement runs twice."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at.Done} of the revision's {statements.Count} statements are done and stay; "
                        + $"those after them were rolled back, and the version table says {Position(before)}. Upgrade again: "
                        + $"it goes on behind them.");
        }

        var done = new List<string>();
        if (at.Done > 0)
            done.Add(string.Create(CultureInfo.InvariantCulture, $"{at.Done} of the revision's {statements.Count} statements"));
        if (at.Rows > 0)
            done.Add(string.Create(CultureInfo.InvariantCulture, $"{at.Rows} rows of the backfill"));
        return $"{(done.Count == 0 ? "Nothing of the revision is done" : string.Join(" and ", done) + " are done and stay")}; "
            + $"this one and what follows are not, and the version table says {Position(before)}. "
            + $"Put right what is wrong, and upgrade again: it goes on at this very statement{Leftover(statement, exception)}.";
    }

    // An index that existed before is not the failure's.
    private string Leftover(StepStatement? statement, Exception exception)
        => !DatabaseErrors.IsObjectExists(exception)
            && session.Driver.Statements.EffectOf(statement?.Sql ?? "") is { LeavesPart: true }
            ? ", and removes the invalid index that the failure left"
            : "";

    private Dictionary<string, string> Details(IReadOnlyList<string> before, UnfinishedStep at, StepStatement statement)
        => new(StringComparer.Ordinal)
        {
            ["revision"] = step.Node.Id,
            ["operation"] = OperationName.Of(statement.Operation),
            ["sql"] = statement.Sql ?? "",
            ["databaseIsAt"] = Position(before),
            ["statementsDone"] = at.Done.ToString(CultureInfo.InvariantCulture),
        };

    private string Limit()
        => session.Options.StatementTimeout is { } timeout
            ? string.Create(CultureInfo.InvariantCulture, $"the {timeout.TotalSeconds:0.###} seconds of --statement-timeout")
            : "the statement_timeout of the server or the role allows";

    private static string Position(IReadOnlyList<string> before) => before.Count == 0 ? "<base>" : string.Join(", ", before);
}
