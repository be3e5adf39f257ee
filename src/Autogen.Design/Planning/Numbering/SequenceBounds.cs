using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Numbering;

/// <summary>What a sequence's options mean once the database's choices are filled in.</summary>
/// <param name="Minimum">The lowest value.</param>
/// <param name="Maximum">The highest value.</param>
/// <param name="Start">The first value.</param>
internal sealed record SequenceBounds(long Minimum, long Maximum, long Start)
{
    /// <summary>
    /// PostgreSQL's rules: an ascending sequence goes from 1 to the type's highest value, a descending one from -1 to its lowest.
    /// </summary>
    public static SequenceBounds Of(StoreType type, SequenceOptions options)
    {
        var (lowest, highest) = type.Text switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var ascends = options.Increment > 0;
        var minimum = options.Minimum ?? (ascends ? 1 : lowest);
        var maximum = options.Maximum ?? (ascends ? highest : -1);
        return new SequenceBounds(minimum, maximum, options.Start ?? (ascends ? minimum : maximum));
    }

    /// <summary>What is within both, with the start of the other; <see langword="null"/> for nothing.</summary>
    public SequenceBounds? Overlap(SequenceBounds other)
    {
        var (minimum, maximum) = (Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));
        return minimum > maximum ? null : new SequenceBounds(minimum, maximum, other.Start);
    }

    /// <summary>Whether the lowest and the highest values are the same.</summary>
    public bool HasBoundsOf(SequenceBounds other) => (Minimum, Maximum) == (other.Minimum, other.Maximum);
}
