using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.PostgreSql;

/// <summary>An expression of a new part of a table, with the questions whether the server accepts it.</summary>
/// <param name="Table">The model's table.</param>
/// <param name="Kind">The part's kind.</param>
/// <param name="Name">The part's name.</param>
/// <param name="Read">The question that only reads the expression.</param>
/// <param name="Make">
/// The question that creates the part, where that needs more than a readable expression. The server plans the expression then.
/// </param>
internal sealed record PostgreSqlTrial(Table Table, ObjectKind Kind, string Name, ProbeItem Read, ProbeItem? Make)
{
    private const string InvalidObjectDefinition = "42P17";
    private const string FeatureNotSupported = "0A000";

    /// <summary>The trials of a table's new defaults, generated columns, checks and filters.</summary>
    public static IEnumerable<PostgreSqlTrial> Of(Table table, NewParts parts, int version, Dialect dialect)
    {
        Dictionary<string, string>? columns = null;
        ProbeItem Item(ProbeForm form, string type, SqlExpression expression)
            => ProbeItem.Of(form, type, expression.Text, table.Name.Name, columns ??= Columns(table), dialect.StoredName);

        foreach (var column in table.Columns.Where(column => parts.Has(table, column)))
        {
            if (column.Generated is { } generated)
            {
                var kind = generated.IsStored || version < 18 ? "STORED" : "VIRTUAL";
                var made = Item(ProbeForm.Generated, $"{column.Type} {kind}", generated.Expression);
                yield return new(table, ObjectKind.Column, column.Name, Item(ProbeForm.Value, "", generated.Expression), made);
            }
            else if (column.Default is { } value)
            {
                yield return new(table, ObjectKind.Column, column.Name, Item(ProbeForm.Default, column.Type.Text, value), Make: null);
            }
        }

        foreach (var check in table.CheckConstraints.Where(check => parts.Has(table, check)))
        {
            var read = Item(ProbeForm.Condition, "", check.Expression);
            yield return new(table, ObjectKind.CheckConstraint, NewParts.NameOf(check), read, Make: null);
        }

        foreach (var index in table.Indexes.Where(index => parts.Has(table, index)))
        {
            if (index.Filter is { } filter)
                yield return new(
                    table, ObjectKind.Index, index.Name, Item(ProbeForm.Condition, "", filter), Item(ProbeForm.Filter, "", filter));
        }
    }

    /// <summary>Whether the trial is of a column.</summary>
    public bool IsOf(Column column) => Kind == ObjectKind.Column && string.Equals(Name, column.Name, StringComparison.Ordinal);

    /// <summary>The server's refusal, if any.</summary>
    /// <param name="read">Answers to <see cref="Read"/>.</param>
    /// <param name="made">Answers to <see cref="Make"/>.</param>
    public (string State, string Message)? FailureIn(
        IReadOnlyDictionary<ProbeItem, ProbeAnswer> read, IReadOnlyDictionary<ProbeItem, ProbeAnswer> made)
    {
        if (read.GetValueOrDefault(Read) is not { } answer)
            return null;
        if (Make is null)
            return answer.Failure;
        return answer.Calls is { } calls ? Failure(Make, calls) : made.GetValueOrDefault(Make)?.Failure;
    }

    // In the server's words: creating the part would run functions of users.
    private static (string State, string Message)? Failure(ProbeItem made, string calls) => (calls, made.Form) switch
    {
        (_, ProbeForm.Generated) when made.Type.EndsWith(" VIRTUAL", StringComparison.Ordinal)
            => (FeatureNotSupported, "generation expression uses user-defined function"),
        ("mutable", ProbeForm.Generated) => (InvalidObjectDefinition, "generation expression is not immutable"),
        ("mutable", _) => (InvalidObjectDefinition, "functions in index predicate must be marked IMMUTABLE"),
        _ => null,
    };

    // The server refuses a generated column that mentions another generated one.
    private static Dictionary<string, string> Columns(Table table) => table.Columns.ToDictionary(
        column => column.Name,
        column => column.Generated is null ? column.Type.Text : $"{column.Type} GENERATED ALWAYS AS (NULL) STORED",
        StringComparer.Ordinal);
}
