using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Has the server try what a revision would make, on temporary tables, in a transaction that is rolled back. What may only
/// need something that the same revision makes first (a sequence, a label, a function of an extension or of SQL that the project adds) is
/// no refusal. No function of a user runs.
/// </summary>
internal sealed class PostgreSqlRefusals(Dialect dialect)
{
    // PostgreSQL's documentation, appendix A (PostgreSQL Error Codes).
    private const string UndefinedColumn = "42703";
    private const string UndefinedObject = "42704";
    private const string UndefinedFunction = "42883";
    private const string UndefinedTable = "42P01";
    private const string InvalidSchemaName = "3F000";
    private const string InvalidTextRepresentation = "22P02";

    private static readonly string[] always =
    [
        "42601", // syntax_error
        "42804", // datatype_mismatch
        "42803", // grouping_error: an aggregate
        "42P17", // invalid_object_definition: what is not immutable
        "42P20", // windowing_error
        "0A000", // feature_not_supported: a subquery
        "22001", "22003", "22007", "22008", "22023", // values that the type can't hold
    ];

    /// <summary>Asks the server.</summary>
    /// <param name="connection">An open connection, without a transaction.</param>
    /// <param name="parts">What is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Refusal>> FindAsync(DbConnection connection, NewParts parts, CancellationToken cancellationToken)
    {
        if (parts.Tables.Count == 0)
            return [];

        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var version = VersionOf(connection);
        var refusals = new List<Refusal>(PostgreSqlNewFeatures.Refuse(version, parts));
        try
        {
            var probe = new PostgreSqlProbe(dialect, connection, transaction);
            await probe.PrepareAsync(cancellationToken).ConfigureAwait(false);
            refusals.AddRange(await FindAsync(probe, parts, version, cancellationToken).ConfigureAwait(false));
        }
        catch (DbException exception) when (exception.SqlState is "42501" or "25006")
        {
            // Without TEMP nothing can be tried: the revision is written, and fails when it runs if it is wrong.
        }

        return [.. refusals.DistinctBy(refusal => (refusal.Table, refusal.Kind, refusal.Name))];
    }

    // "15.18 (Debian 15.18-0+deb12u1)"
    private static int VersionOf(DbConnection connection)
        => int.Parse(string.Concat(connection.ServerVersion.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private async Task<IEnumerable<Refusal>> FindAsync(
        PostgreSqlProbe probe, NewParts parts, int version, CancellationToken cancellationToken)
    {
        async Task<IReadOnlyDictionary<ProbeItem, ProbeAnswer>> AskAsync(IEnumerable<ProbeItem> items, bool withCalls)
            => await probe.AskAsync(items, withCalls, cancellationToken).ConfigureAwait(false);

        var types = parts.Tables.SelectMany(table => table.Columns).Select(column => ProbeItem.OfType(column.Type.Text));
        var failures = new TypeFailures(await AskAsync(types, withCalls: false).ConfigureAwait(false));

        // Where a column can't be created, the expressions that mention it are not to blame.
        var trials = parts.Tables.SelectMany(table => PostgreSqlTrial.Of(table, parts, version, dialect))
            .Where(trial => !failures.Affect(trial))
            .ToList();
        var read = await AskAsync(trials.Select(trial => trial.Read), withCalls: true).ConfigureAwait(false);

        // Only the statement itself tells whether the server's own functions are immutable enough; it would run functions of users.
        var mayBeMade = trials.Where(trial => trial.Make is not null && read.GetValueOrDefault(trial.Read) is { Calls: null });
        var made = await AskAsync(mayBeMade.Select(trial => trial.Make!), withCalls: false).ConfigureAwait(false); // as was just asked

        var refused = trials.ToLookup(
            trial => trial.Table.Name, trial => Refused(trial, trial.FailureIn(read, made), failures, parts, version));
        return parts.Tables.SelectMany(table => Types(table, failures, parts, version).Concat(refused[table.Name])).OfType<Refusal>();
    }

    private static IEnumerable<Refusal?> Types(Table table, TypeFailures failures, NewParts parts, int version)
        => from column in table.Columns
           where parts.Has(table, column)
           let failure = failures.Of(column.Type.Text)
           where failure is not null
           select Refused(
               new(table.Name, ObjectKind.Column, column.Name, failure.Value.Message),
               failure.Value.State,
               isOfType: true,
               isWhole: true,
               expression: "",
               parts,
               version);

    private static Refusal? Refused(
        PostgreSqlTrial trial, (string State, string Message)? failure, TypeFailures failures, NewParts parts, int version)
    {
        if (failure is not { } known)
            return null;

        // The server names the column of the temporary table.
        var message = known.Message.Replace(ProbePack.NameOf(trial.Read, 0), trial.Name, StringComparison.Ordinal);
        var isWhole = trial.Table.Columns.All(column => failures.Of(column.Type.Text) is null);
        var refusal = new Refusal(trial.Table.Name, trial.Kind, trial.Name, message);
        return Refused(refusal, known.State, isOfType: false, isWhole, trial.Read.Text, parts, version);
    }

    // An extension that comes may bring a function of a newer server (pgcrypto's gen_random_uuid), but none of its types.
    private static Refusal? Refused(
        Refusal refusal, string state, bool isOfType, bool isWhole, string expression, NewParts parts, int version)
    {
        var isUnknown = state is UndefinedObject || (state is UndefinedFunction && !parts.MayBringTypes);
        if (isUnknown && PostgreSqlNewFeatures.Explain(version, refusal.Reason) is { } explained)
            return refusal with { Reason = explained };
        if (IsMissing(state, isOfType, expression, parts))
            return refusal with { Reason = $"{refusal.Reason} (create it in a revision before this one)" };
        return IsDecisive(state, isOfType, isWhole, parts) ? refusal : null;
    }

    // A function, operator or sequence of an expression that the revision does not create.
    private static bool IsMissing(string state, bool isOfType, string expression, NewParts parts) => !isOfType && state switch
    {
        UndefinedFunction => parts is { MayBringTypes: false, MayBringFunctions: false },
        UndefinedTable or InvalidSchemaName => !parts.MayBringFunctions
            && SqlReferences.SequenceNames(expression).Select(name => name.Name).ToList() is { Count: > 0 } names
            && !names.Exists(parts.Sequences.Contains),
        _ => false,
    };

    private static bool IsDecisive(string state, bool isOfType, bool isWhole, NewParts parts) => state switch
    {
        UndefinedColumn => isWhole,
        InvalidTextRepresentation => !parts.HaveEnumTypes,
        UndefinedObject => isOfType && !parts.MayBringTypes,
        _ => always.Contains(state, StringComparer.Ordinal),
    };

    /// <summary>Types that the server refuses.</summary>
    private sealed class TypeFailures(IReadOnlyDictionary<ProbeItem, ProbeAnswer> answers)
    {
        public (string State, string Message)? Of(string type) => answers.GetValueOrDefault(ProbeItem.OfType(type))?.Failure;

        public bool Affect(PostgreSqlTrial trial)
            => trial.Table.Columns.Any(column => Of(column.Type.Text) is not null
                && (trial.IsOf(column) || trial.Read.Columns.Any(mentioned => mentioned.Name == column.Name)));
    }
}
