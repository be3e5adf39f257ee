using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// The values of the model's rows in a column that gets another type: they come with the type, because the old ones may be none of it (a
/// longer text, a dropped label, a name where a number is wanted).
/// </summary>
/// <param name="scope">The plan.</param>
/// <param name="table">The table's target name.</param>
/// <param name="column">The column's target name.</param>
internal sealed class SeededValues(PlanScope scope, ObjectName table, string column)
{
    private readonly List<(SeedRow Row, string Value)> rows =
    [
        .. scope.Diff.Changes.OfType<Altered<SeedRow>>()
            .Where(change => change.Table == table && change.Significance == Significance.Significant)
            .Select(change =>
                (Row: change.Current, Old: SelfReferences.Literal(change.Current, column), New: SelfReferences.Literal(
                    change.Target, column)))
            .Where(row => row.New is not null && row.Old is not null && !string.Equals(row.Old, row.New, StringComparison.Ordinal))
            .Select(row => (row.Row, row.New!)), // not null: chosen so
    ];

    /// <summary>Whether there are any.</summary>
    public bool Any => rows.Count != 0;

    /// <summary>The expression for the new values of all rows.</summary>
    /// <param name="others">The one for the rows that are not the model's, or do not change.</param>
    /// <param name="type">What a value is cast to; empty for nothing.</param>
    public string Or(string others, string type = "")
    {
        var cast = type.Length == 0 ? "" : $"::{type}";
        return $"CASE {string.Concat(rows.Select(row => $"WHEN {Condition(row.Row)} THEN {row.Value}{cast} "))}ELSE {others} END";
    }

    private string Condition(SeedRow row) => string.Join(" AND ", row.Key.Select(key => scope.IsEqual(scope.CurrentTable(table), key)));
}
