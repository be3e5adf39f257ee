using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// The values that the model's own rows (<c>HasData</c>) have in a column for which no other value is known: they get them before the
/// column is required.
/// </summary>
internal sealed class SeededFill
{
    /// <summary>Looks for the rows that exist already.</summary>
    /// <param name="scope">The plan.</param>
    /// <param name="table">The table's target name.</param>
    /// <param name="column">The column's target name.</param>
    public SeededFill(PlanScope scope, ObjectName table, string column)
    {
        var current = scope.CurrentTable(table);
        var keys = (current?.SeedRows ?? []).Select(row => row.Key).ToHashSet();
        var rows = (scope.Diff.Target.FindTable(table)?.SeedRows ?? [])
            .Where(row => keys.Contains(row.Key))
            .Select(row => (row.Key, Value: SelfReferences.Literal(row, column)))
            .Where(row => row.Value is not null)
            .ToList();
        Count = rows.Count;
        if (Count == 0)
            return;
        var cases = rows.Select(row => $"WHEN {Condition(row.Key)} THEN {row.Value} ");
        Sql = $"CASE {string.Concat(cases)}END";

        string Condition(EquatableList<SeedValue> key) => string.Join(" AND ", key.Select(value => scope.IsEqual(current, value)));
    }

    /// <summary>An expression for the values, NULL for all other rows; <see langword="null"/> if there are no such rows.</summary>
    public string? Sql { get; }

    /// <summary>How many rows have one.</summary>
    public int Count { get; }
}
