using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Has SQLite try what a revision would make, as temporary tables, which are in no file. What may only need a function or a collation that
/// the application registers is no refusal.
/// </summary>
internal sealed class SqliteRefusals(Dialect dialect)
{
    private static readonly string[] registered = ["no such function", "no such collation", "no such module"];

    /// <summary>Asks the database.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="parts">What is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Refusal>> FindAsync(DbConnection connection, NewParts parts, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        using var command = connection.CreateCommand();
        foreach (var table in parts.Tables)
            refusals.AddRange(Texts(table, parts));
        foreach (var trial in parts.Tables.SelectMany(table => Trials(table, parts)))
        {
            command.CommandText = trial.Statement;
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception)
            {
                if (!registered.Any(words => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase)))
                    refusals.Add(trial.Refused(Words(exception.Message)));
            }

            command.CommandText = $"DROP TABLE IF EXISTS temp.{dialect.Quote(trial.Table.Name.Name)}";
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return [.. refusals.DistinctBy(refusal => (refusal.Table, refusal.Kind, refusal.Name))];
    }

    // In double quotes SQLite takes what is no column for a text, and so accepts a check that is about nothing:
    // https://www.sqlite.org/quirks.html#dblquote
    private static IEnumerable<Refusal> Texts(Table table, NewParts parts)
    {
        var expressions = table.CheckConstraints.Where(check => parts.Has(table, check))
            .Select(check => (ObjectKind.CheckConstraint, Name: NewParts.NameOf(check), check.Expression))
            // as was just asked
            .Concat(table.Columns
                .Where(column => column.Generated is not null && parts.Has(table, column))
                .Select(column => (ObjectKind.Column, column.Name, column.Generated!.Expression)))
            // likewise
            .Concat(table.Indexes
                .Where(index => index.Filter is not null && parts.Has(table, index))
                .Select(index => (ObjectKind.Index, index.Name, index.Filter!)));
        foreach (var (kind, name, expression) in expressions)
        {
            var tokens = SqlLexer.Read(expression.Text, SqlSyntax.Sqlite);
            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                var isColumn = token.Kind == SqlTokenKind.QuotedName && token.Text[0] == '"'
                    && (i == 0 || !(tokens[i - 1].Is("COLLATE") || tokens[i - 1].Is("AS")))
                    && (i + 1 == tokens.Count || !(tokens[i + 1].IsMark(".") || tokens[i + 1].IsMark("(")));
                if (isColumn && !table.Columns.Any(column => string.Equals(column.Name, token.Name, StringComparison.OrdinalIgnoreCase)))
                    yield return new Refusal(
                        table.Name,
                        kind,
                        name,
                        $"no such column: {token.Name}; SQLite would read the name in double quotes as a string (write "
                            + "strings in single quotes)");
            }
        }
    }

    private IEnumerable<Trial> Trials(Table table, NewParts parts)
    {
        // A column that is not to blame is declared by its name alone.
        string Table(string? but, string definition)
        {
            var others = table.Columns
                .Where(column => !string.Equals(column.Name, but, StringComparison.Ordinal))
                .Select(column => dialect.Quote(column.Name));
            return $"CREATE TEMP TABLE {dialect.Quote(table.Name.Name)} ({string.Join(", ", others.Append(definition))})";
        }

        foreach (var column in table.Columns.Where(column => parts.Has(table, column)))
        {
            var value = column.Generated is { } generated
                ? $" GENERATED ALWAYS AS ({generated.Expression.Text}) {(generated.IsStored ? "STORED" : "VIRTUAL")}"
                : column.Default is { } text ? $" DEFAULT ({text.Text})"
                : "";

            // SQLite wants a column that is not generated.
            var filler = table.Columns.Count == 1 && column.Generated is not null ? "autogen_probe, " : "";
            yield return new Trial(
                table,
                ObjectKind.Column,
                column.Name,
                Table(column.Name, $"{filler}{dialect.Quote(column.Name)} {column.Type}{value}"),
                IsOfType: true);
        }

        foreach (var check in table.CheckConstraints.Where(check => parts.Has(table, check)))
            yield return new Trial(
                table, ObjectKind.CheckConstraint, NewParts.NameOf(check), Table(but: null, $"CHECK ({check.Expression.Text})"));

        foreach (var index in table.Indexes.Where(index => index.Filter is not null && parts.Has(table, index)))
        {
            var columns = string.Join(", ", table.Columns.Select(column => dialect.Quote(column.Name)));
            var name = dialect.Quote(table.Name.Name);
            yield return new Trial(
                // as was just asked
                table,
                ObjectKind.Index,
                index.Name,
                $"CREATE TEMP TABLE {name} ({columns}); CREATE INDEX temp.autogen_probe ON {name} ({dialect.Quote(table.Columns[0].Name)}) "
                    + $"WHERE {index.Filter!.Text}");
        }
    }

    // Microsoft.Data.Sqlite puts SQLite's own words in quotes behind the error's number.
    private static string Words(string message)
    {
        var (start, end) = (message.IndexOf('\'', StringComparison.Ordinal), message.LastIndexOf('\'', message.Length - 1));
        return start >= 0 && end > start ? message[(start + 1)..end] : message;
    }
}
