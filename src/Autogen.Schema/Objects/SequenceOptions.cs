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
}
