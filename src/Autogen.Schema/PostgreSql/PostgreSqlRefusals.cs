using System.Data.Common;
using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Has the server try what a revision would make, on temporary tables, in a transaction that is rolled back. What may only need something that the same revision or a hand-written
/// statement makes first (a function, a sequence, a label) is no refusal.
/// </summary>
internal sealed class PostgreSqlRefusals(Dialect dialect)
{
    // PostgreSQL's documentation, appendix A (PostgreSQL Error Codes).
    private const string UndefinedColumn = "42703";
    private const string UndefinedObject = "42704";
    private const string UndefinedFunction = "42883";
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
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var version = VersionOf(connection);
        var refusals = new List<Refusal>(PostgreSqlNewFeatures.Refuse(version, parts));
        try
        {
            command.CommandText = PostgreSqlQueries.Load("refusals");
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            foreach (var table in parts.Tables)
                refusals.AddRange(await FindAsync(command, table, parts, version, cancellationToken).ConfigureAwait(false));
        }
        catch (DbException exception) when (exception.SqlState is "42501" or "25006")
        {
            // Without TEMP nothing can be tried: the revision is written, and fails when it runs if it is wrong.
        }

        return [.. refusals.DistinctBy(refusal => (refusal.Table, refusal.Kind, refusal.Name))];
    }

    // "15.18 (Debian 15.18-0+deb12u1)"
    private static int VersionOf(DbConnection connection) => int.Parse(string.Concat(connection.ServerVersion.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<Refusal>> FindAsync(DbCommand command, Table table, NewParts parts, int version, CancellationToken cancellationToken)
    {
        var (columns, rest) = (Columns(table, parts).ToList(), Rest(table, parts, version).ToList());
        var trials = columns.Concat(rest).ToList();
        var name = dialect.Quote(table.Name.Name);
        var script = new StringBuilder().Append("CREATE TEMP TABLE ").Append(name).Append(" ();\n");
        foreach (var trial in trials)
            script.Append("SELECT pg_temp.autogen_refusal(").Append(dialect.StringLiteral(trial.Statement)).Append(");\n");
        command.CommandText = script.Append("DROP TABLE pg_temp.").Append(name).Append(';').ToString();

        var answers = new List<(string State, string Message)?>();
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            do
            {
                while (reader.FieldCount == 1 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    answers.Add(await reader.IsDBNullAsync(0, cancellationToken).ConfigureAwait(false) ? null : (reader.GetString(0)[..5], reader.GetString(0)[6..]));
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }

        // Where a column could not be made, what mentions it is not to blame.
        var isWhole = answers.Take(columns.Count).All(answer => answer is null);
        return
        [
            .. trials.Zip(answers)
                .Where(pair => pair.Second is not null && pair.First.IsNew)
                .Select(pair => Refused(pair.First, pair.Second!.Value, isWhole, parts, version)) // as was just asked
                .OfType<Refusal>()
                .DistinctBy(refusal => (refusal.Kind, refusal.Name)),
        ];
    }

    private IEnumerable<Trial> Columns(Table table, NewParts parts)
        => table.Columns.Where(column => column.Generated is null).Select(column => new Trial(
            table,
            ObjectKind.Column,
            column.Name,
            $"ALTER TABLE pg_temp.{dialect.Quote(table.Name.Name)} ADD COLUMN {dialect.Quote(column.Name)} {column.Type}",
            IsOfType: true)
        {
            IsNew = parts.Has(table, column),
        });

    private IEnumerable<Trial> Rest(Table table, NewParts parts, int version)
    {
        var alter = $"ALTER TABLE pg_temp.{dialect.Quote(table.Name.Name)}";
        foreach (var column in table.Columns)
        {
            var name = dialect.Quote(column.Name);
            if (column.Generated is { } generated)
                yield return new Trial(table, ObjectKind.Column, column.Name, $"{alter} ADD COLUMN {name} {column.Type} GENERATED ALWAYS AS ({generated.Expression.Text}) {(generated.IsStored || version < 18 ? "STORED" : "VIRTUAL")}") { IsNew = parts.Has(table, column) };
            else if (column.Default is { } value)
                yield return new Trial(table, ObjectKind.Column, column.Name, $"{alter} ALTER COLUMN {name} SET DEFAULT {value.Text}") { IsNew = parts.Has(table, column) };
        }

        foreach (var check in table.CheckConstraints.Where(check => parts.Has(table, check)))
            yield return new Trial(table, ObjectKind.CheckConstraint, NewParts.NameOf(check), $"{alter} ADD CHECK ({check.Expression.Text})");
        foreach (var index in table.Indexes.Where(index => index.Filter is not null && parts.Has(table, index)))
            yield return new Trial(table, ObjectKind.Index, index.Name, $"CREATE INDEX ON pg_temp.{dialect.Quote(table.Name.Name)} ((1)) WHERE {index.Filter!.Text}"); // as was just asked
    }

    // An extension that comes may bring a function of a newer server (pgcrypto's gen_random_uuid), but none of its types.
    private static Refusal? Refused(Trial trial, (string State, string Message) answer, bool isWhole, NewParts parts, int version)
        => (answer.State is UndefinedObject || (answer.State is UndefinedFunction && !parts.MayBringTypes)) && PostgreSqlNewFeatures.Explain(version, answer.Message) is { } explained ? trial.Refused(explained)
            : IsDecisive(trial, answer.State, isWhole, parts) ? trial.Refused(answer.Message)
            : null;

    private static bool IsDecisive(Trial trial, string state, bool isWhole, NewParts parts) => state switch
    {
        UndefinedColumn => isWhole,
        InvalidTextRepresentation => !parts.HaveEnumTypes,
        UndefinedObject => trial.IsOfType && !parts.MayBringTypes,
        _ => always.Contains(state, StringComparer.Ordinal),
    };
}
