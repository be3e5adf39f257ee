using System.Data.Common;
using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Has the server itself render expressions, both the model's and its own, so that like is compared with like: on temporary tables, in a transaction that is rolled back. Needs the
/// TEMP privilege and nothing else. Only tables that are on both sides, and what has not the same text there, are asked for.
/// </summary>
internal sealed class PostgreSqlNormaliser(Dialect dialect)
{
    /// <summary>Both schemas with canonical expressions.</summary>
    public async Task<NormalisedSchemas> NormaliseAsync(DbConnection connection, DatabaseSchema there, DatabaseSchema wanted, CancellationToken cancellationToken)
    {
        var pairs = there.Tables.Join(wanted.Tables, table => table.Name, table => table.Name, (live, model) => (Live: live, Model: model)).ToList();

        // Of those that are on one side, one may be the other under a new name.
        var unpaired = new[] { Without(there, wanted), Without(wanted, there) };
        if (unpaired.All(tables => tables.Count != 0))
            pairs.AddRange(unpaired.SelectMany(tables => tables).Select(table => (table, table with { Columns = [], CheckConstraints = [], Indexes = [] })));
        var asked = pairs.SelectMany(Differing).Distinct().ToList();
        if (asked.Count == 0)
            return new NormalisedSchemas(there, wanted, Refusal: null);

        Dictionary<ExpressionKey, string> rendered;
        try
        {
            rendered = await RenderAsync(connection, pairs, asked, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState is "42501" or "25006" or "0A000")
        {
            return new NormalisedSchemas(
                there,
                wanted,
                $"The server was not asked how it writes expressions ({exception.Message}): they are compared by their words, and some can't be told. Grant TEMP on the database to the role.");
        }

        SqlExpression Canonical(ExpressionKey key, SqlExpression expression) => rendered.TryGetValue(key, out var text) ? expression with { Canonical = text } : expression;
        DatabaseSchema Map(DatabaseSchema schema) => schema with { Tables = schema.Tables.Select(table => TableExpressions.Map(table, Canonical)).ToEquatableList() };
        return new NormalisedSchemas(Map(there), Map(wanted), Refusal: null);
    }

    private static List<Table> Without(DatabaseSchema schema, DatabaseSchema other) => [.. schema.Tables.Where(table => other.FindTable(table.Name) is null)];

    private static IEnumerable<ExpressionKey> Differing((Table Live, Table Model) pair)
    {
        var live = TableExpressions.Of(pair.Live);
        var model = TableExpressions.Of(pair.Model);

        // By owner, not by text: two defaults that have changed places are on both sides, and neither is the same.
        bool IsOnBothSides(string owner) => live.TryGetValue(owner, out var there) && model.TryGetValue(owner, out var wanted) && there == wanted;
        return live.Concat(model).Where(entry => !IsOnBothSides(entry.Key)).Select(entry => entry.Value);
    }

    private async Task<Dictionary<ExpressionKey, string>> RenderAsync(
        DbConnection connection, IReadOnlyList<(Table Live, Table Model)> pairs, IReadOnlyList<ExpressionKey> asked, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        using (var prepare = connection.CreateCommand())
        {
            prepare.Transaction = transaction;
            prepare.CommandText = $"{SessionSettings.Sql};\nSELECT set_config('standard_conforming_strings', 'on', true), set_config('check_function_bodies', 'off', true);\n{PostgreSqlQueries.Load("normaliser")}";
            await prepare.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Script(pairs, asked);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rendered = new Dictionary<ExpressionKey, string>();
        do
        {
            while (reader.FieldCount == 2 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                // What the server refuses stands for itself: it needs what is not there yet, so it differs from all that is.
                var key = asked[reader.GetInt32(0)];
                rendered[key] = await reader.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? key.Text : PostgreSqlConstants.WithoutDoubleCasts(reader.GetString(1));
            }
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        return rendered;
    }

    private string Script(IReadOnlyList<(Table Live, Table Model)> pairs, IReadOnlyList<ExpressionKey> asked)
    {
        var numbered = asked.Select((key, number) => (key, number)).ToLookup(entry => entry.key.Table);
        var script = new StringBuilder();
        foreach (var (live, model) in pairs.Where(pair => numbered.Contains(pair.Live.Name)))
        {
            // Named like the real one, and found before it, so that "T"."Id" is understood. Partitioned, because what has no rows of its own is not rewritten for a stored column:
            // up to PostgreSQL 14 a hundred of those take minutes.
            var name = dialect.Quote(live.Name.Name);
            script.Append(CultureInfo.InvariantCulture, $"CREATE TEMP TABLE {name} (autogen_key integer) PARTITION BY LIST (autogen_key);\n");
            foreach (var column in live.Columns.Concat(model.Columns.Where(column => live.FindColumn(column.Name) is null)))
            {
                var statement = $"ALTER TABLE pg_temp.{name} ADD COLUMN {dialect.Quote(column.Name)} {column.Type}{Collation(column)}";
                script.Append(CultureInfo.InvariantCulture, $"SELECT pg_temp.autogen_try({dialect.StringLiteral(statement)});\n");
            }

            var values = numbered[live.Name].Select(entry => string.Create(
                CultureInfo.InvariantCulture,
                $"({entry.number}, {dialect.StringLiteral(entry.key.Kind)}, {dialect.StringLiteral(entry.key.Type)}, {dialect.StringLiteral(entry.key.Text)})"));
            script.Append(CultureInfo.InvariantCulture, $"SELECT v.number, pg_temp.autogen_render(v.kind, {dialect.StringLiteral(live.Name.Name)}, v.type, v.text)\n");
            script.Append(CultureInfo.InvariantCulture, $"FROM (VALUES {string.Join(", ", values)}) v(number, kind, type, text);\n");
            script.Append(CultureInfo.InvariantCulture, $"DROP TABLE pg_temp.{name};\n");
        }

        return script.ToString();
    }

    private string Collation(Column column)
        => column.Collation is { } collation ? " COLLATE " + string.Join('.', collation.Split('.').Select(dialect.Quote)) : "";
}
