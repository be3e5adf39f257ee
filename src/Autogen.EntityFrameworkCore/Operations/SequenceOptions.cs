namespace Autogen.Operations;

/// <summary>What a new sequence is; an option without a value is the database's choice for the type and the direction.</summary>
internal interface ISequenceDefinition
{
    /// <summary>The first value; <see langword="null"/> for the lowest (ascending) or the highest (descending).</summary>
    long? StartValue { get; }

    /// <summary>The step; negative for a descending sequence.</summary>
    long IncrementBy { get; }

    /// <summary>The lowest value; <see langword="null"/> for the type's.</summary>
    long? MinValue { get; }

    /// <summary>The highest value; <see langword="null"/> for the type's.</summary>
    long? MaxValue { get; }

    /// <summary>How many values a session takes at once.</summary>
    long Cache { get; }

    /// <summary>Whether it begins again at its end.</summary>
    bool Cyclic { get; }
}

/// <summary>Which options of a sequence change; one without a value keeps what it has.</summary>
internal interface ISequenceChanges
{
    /// <summary>The new store type.</summary>
    string? Type { get; }

    /// <summary>The new step.</summary>
    long? IncrementBy { get; }

    /// <summary>The new lowest value.</summary>
    long? MinValue { get; }

    /// <summary>The new highest value.</summary>
    long? MaxValue { get; }

    /// <summary>Whether the lowest value becomes the type's.</summary>
    bool NoMinValue { get; }

    /// <summary>Whether the highest value becomes the type's.</summary>
    bool NoMaxValue { get; }

    /// <summary>The new first value; it does not move the counter.</summary>
    long? StartValue { get; }

    /// <summary>How many values a session takes at once.</summary>
    long? Cache { get; }

    /// <summary>Whether it begins again at its end.</summary>
    bool? Cyclic { get; }

    /// <summary>The value that the counter is set to; <see langword="null"/> if it stays.</summary>
    long? RestartWith { get; }
}
