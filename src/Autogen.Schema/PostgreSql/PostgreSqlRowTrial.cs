using System.Data.Common;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Evaluates every expression of a scratch database's tables over a made-up row, and inserts that row, in a transaction that is rolled
/// back. Bodies of functions are texts: only a call finds out that something they name is missing. A row that a constraint refuses is no
/// fault; an object that does not exist is one.
/// </summary>
internal sealed class PostgreSqlRowTrial(Dialect dialect)
{
    private const int TablesATransaction = 50;

    // PostgreSQL's documentation, appendix A: undefined_function, undefined_object, undefined_table, invalid_schema_name.
    private static readonly string[] missing = ["42883", "42704", "42P01", "3F000"];

    /// <summary>Evaluates the expressions over a row of each table.</summary>
    /// <returns>A line for every part of a table that needs something which does not exist.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(
        DbConnection connection, IReadOnlyList<Table> tables, CancellationToken cancellationToken)
    {
        var samples = await ReadSamplesAsync(connection, cancellationToken).ConfigureAwait(false);
        var lines = new List<string>();

        // An inserted row locks its table until the transaction ends: a few tables share a transaction and a round trip.
        foreach (var some in tables.Chunk(TablesATransaction))
        {
            var trials = some.SelectMany(
                table => Trials(table, [.. samples[table.Name]]).Select(trial => (table.Name, trial.Part, trial.Statement)))
                .ToList();
            lines.AddRange(await RunAsync(connection, trials, cancellationToken).ConfigureAwait(false));
        }

        return lines;
    }

    private async Task<IReadOnlyList<string>> RunAsync(
        DbConnection connection,
        IReadOnlyList<(ObjectName Table, string Part, string Statement)> trials,
        CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var script = new StringBuilder(PostgreSqlQueries.Load("trial")).Append(";\n");
        foreach (var trial in trials)
            script.Append("SELECT pg_temp.autogen_trial(").Append(dialect.StringLiteral(trial.Statement)).Append(");\n");
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = script.ToString();
        var lines = new List<string>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (table, part, _) in trials)
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!await reader.IsDBNullAsync(0, cancellationToken).ConfigureAwait(false)
                && reader.GetString(0) is var answer
                && missing.Contains(answer[..5], StringComparer.Ordinal))
                lines.Add($"{part} of '{table}': {answer[6..]}");
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        return lines;
    }

    private IEnumerable<(string Part, string Statement)> Trials(Table table, IReadOnlyList<Sample> samples)
    {
        // A row's columns by their names, beneath the table's name, as the expressions call them; computed columns over the others.
        var values = string.Join(", ", samples.Select(sample => $"({sample.Value})::{sample.Type} AS {dialect.Quote(sample.Column)}"));
        // just asked
        var computed = table.Columns
            .Where(column => column.Generated is not null)
            .Select(column => $", ({column.Generated!.Expression.Text}) AS {dialect.Quote(column.Name)}");
        var name = dialect.Quote(table.Name.Name);
        var plain = $"(SELECT {values}) AS {name}";
        var row = $"(SELECT {name}.*{string.Concat(computed)} FROM {plain}) AS {name}";
        foreach (var column in table.Columns.Where(column => column.Default is not null))
            yield return ($"default of column '{column.Name}'", $"SELECT {column.Default!.Text}");
        foreach (var column in table.Columns.Where(column => column.Generated is not null))
            yield return ($"computed column '{column.Name}'", $"SELECT {column.Generated!.Expression.Text} FROM {plain}");
        foreach (var check in table.CheckConstraints)
            yield return ($"check '{check.Name}'", $"SELECT {check.Expression.Text} FROM {row}");
        foreach (var index in table.Indexes)
        {
            foreach (var expression in index.Parts.Select(part => part.Expression).Append(index.Filter).OfType<SqlExpression>())
                yield return ($"index '{index.Name}'", $"SELECT {expression.Text} FROM {row}");
        }

        var written = samples.Where(sample => table.FindColumn(sample.Column) is { Identity: null, Default: null }).ToList();
        yield return ("a row", written.Count == 0
            ? $"INSERT INTO {dialect.Quote(table.Name)} DEFAULT VALUES"
            : $"INSERT INTO {dialect.Quote(table.Name)} ({string.Join(", ", written.Select(sample => dialect.Quote(sample.Column)))}) "
                + $"VALUES ({string.Join(", ", written.Select(sample => $"({sample.Value})::{sample.Type}"))})");
    }

    private static async Task<ILookup<ObjectName, Sample>> ReadSamplesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var samples = await CatalogueBatch.ReadAsync(
            connection,
            ["samples"],
            results => results.NextAsync(item => (Table: item.Name(
                "schema",
                "name"), Sample: new Sample(item.Text("column_name"), item.Text("type"), item.Text("sample"))), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return samples.ToLookup(item => item.Table, item => item.Sample);
    }

    private sealed record Sample(string Column, string Type, string Value);
}
