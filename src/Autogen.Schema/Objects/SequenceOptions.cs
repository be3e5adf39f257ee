namespace Autogen.Schema.Objects;

/// <summary>
/// The options of a sequence in normal form: a bound or a start that is what the database would choose by itself (for the type and the
/// sign of the increment) is <see langword="null"/>.
/// </summary>
public sealed record SequenceOptions
{
    /// <summary>What <c>CREATE SEQUENCE</c> makes without options.</summary>
    public static SequenceOptions Default { get; } = new();

    /// <summary>The first value; <see langword="null"/> for the minimum (ascending) or the maximum (descending).</summary>
    public long? Start { get; init; }

    /// <summary>The step; not zero.</summary>
    public long Increment { get; init; } = 1;

    /// <summary>The lowest value; <see langword="null"/> for the type's default.</summary>
    public long? Minimum { get; init; }

    /// <summary>The highest value; <see langword="null"/> for the type's default.</summary>
    public long? Maximum { get; init; }

    /// <summary>Whether it restarts at its end.</summary>
    public bool IsCyclic { get; init; }

    /// <summary>How many values a session takes at once.</summary>
    public long Cache { get; init; } = 1;

    /// <summary>
    /// Reads the columns <c>start</c>, <c>increment</c>, <c>minimum</c>, <c>maximum</c>, <c>cache</c> and <c>is_cyclic</c>, as they are.
    /// </summary>
    internal static SequenceOptions Read(IRow row) => new()
    {
        Start = row.Long("start"),
        Increment = row.Long("increment"),
        Minimum = row.Long("minimum"),
        Maximum = row.Long("maximum"),
        IsCyclic = row.Bool("is_cyclic"),
        Cache = row.Long("cache"),
    };

    /// <summary>The normal form of options that may say what the database would choose by itself.</summary>
    /// <param name="type">The type of the numbers: <c>smallint</c>, <c>integer</c>, or any other word for <c>bigint</c>.</param>
    internal SequenceOptions Normal(string type)
    {
        var (lowest, highest) = type switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var ascends = Increment > 0;
        var minimum = Minimum == (ascends ? 1 : lowest) ? null : Minimum;
        var maximum = Maximum == (ascends ? highest : -1) ? null : Maximum;
        var natural = ascends ? minimum ?? 1 : maximum ?? -1;
        return this with { Minimum = minimum, Maximum = maximum, Start = Start == natural ? null : Start };
    }
}
