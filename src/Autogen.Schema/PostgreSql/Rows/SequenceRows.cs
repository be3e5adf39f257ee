using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>sequences.sql</c>, and the sequence's columns of <c>columns.sql</c>.</summary>
internal static class SequenceRows
{
    /// <summary>A sequence.</summary>
    public static Sequence Read(Row row) => new(row.Name("schema", "name"), row.Text("type"), Options(row, row.Text("type")));

    /// <summary>Its options in normal form: a bound that is the type's own, and a start that is the bound, are not said.</summary>
    public static SequenceOptions Options(Row row, string type)
    {
        var (lowest, highest) = type switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var (start, increment, minimum, maximum) = (row.Long("start"), row.Long("increment"), row.Long("minimum"), row.Long("maximum"));
        return new SequenceOptions
        {
            Start = start == (increment > 0 ? minimum : maximum) ? null : start,
            Increment = increment,
            Minimum = minimum == (increment > 0 ? 1 : lowest) ? null : minimum,
            Maximum = maximum == (increment > 0 ? highest : -1) ? null : maximum,
            IsCyclic = row.Bool("is_cyclic"),
            Cache = row.Long("cache"),
        };
    }
}
