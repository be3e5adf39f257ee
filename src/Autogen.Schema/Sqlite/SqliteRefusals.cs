using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.Sqlite;

/// <summary>Has SQLite try what a revision would make, as temporary tables, which are in no file. What may only need a function or a collation that the application registers is no refusal.</summary>
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

        return refusals;
    }

    private IEnumerable<Trial> Trials(Table table, NewParts parts)
    {
        // A column that is not to blame is declared by its name alone.
        string Table(string? but, string definition)
        {
            var others = table.Columns.Where(column => !string.Equals(column.Name, but, StringComparison.Ordinal)).Select(column => dialect.Quote(column.Name));
            return $"CREATE TEMP TABLE {dialect.Quote(table.Name.Name)} ({string.Join(", ", others.Append(definition))})";
        }

        foreach (var column in table.Columns.Where(column => parts.Has(table, column)))
        {
            var value = column.Generated is { } generated ? $" GENERATED ALWAYS AS ({generated.Expression.Text}) {(generated.IsStored ? "STORED" : "VIRTUAL")}"
                : column.Default is { } text ? $" DEFAULT ({text.Text})"
                : "";

            // SQLite wants a column that is not generated.
            var filler = table.Columns.Count == 1 && column.Generated is not null ? "autogen_probe, " : "";
            yield return new Trial(table, ObjectKind.Column, column.Name, Table(column.Name, $"{filler}{dialect.Quote(column.Name)} {column.Type}{value}"), IsOfType: true);
        }

        foreach (var check in table.CheckConstraints.Where(check => parts.Has(table, check)))
            yield return new Trial(table, ObjectKind.CheckConstraint, NewParts.NameOf(check), Table(but: null, $"CHECK ({check.Expression.Text})"));

        foreach (var index in table.Indexes.Where(index => index.Filter is not null && parts.Has(table, index)))
        {
            var columns = string.Join(", ", table.Columns.Select(column => dialect.Quote(column.Name)));
            var name = dialect.Quote(table.Name.Name);
            yield return new Trial(
                table, ObjectKind.Index, index.Name, $"CREATE TEMP TABLE {name} ({columns}); CREATE INDEX temp.autogen_probe ON {name} ({dialect.Quote(table.Columns[0].Name)}) WHERE {index.Filter!.Text}"); // as was just asked
        }
    }

    // Microsoft.Data.Sqlite puts SQLite's own words in quotes behind the error's number.
    private static string Words(string message)
    {
        var (start, end) = (message.IndexOf('\'', StringComparison.Ordinal), message.LastIndexOf('\'', message.Length - 1));
        return start >= 0 && end > start ? message[(start + 1)..end] : message;
    }
}
