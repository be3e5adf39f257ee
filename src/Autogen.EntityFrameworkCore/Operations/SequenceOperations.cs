namespace Autogen.Operations;

/// <summary>Creates a sequence with what EF Core's operation can't express: any type, a cache, an increment beyond 32 bits.</summary>
public sealed class CreateTypedSequenceOperation : NamedStatementOperation, ISequenceDefinition
{
    /// <summary>The store type: <c>smallint</c>, <c>integer</c>, <c>bigint</c>.</summary>
    public required string Type { get; init; }

    /// <inheritdoc/>
    public long? StartValue { get; init; }

    /// <inheritdoc/>
    public long IncrementBy { get; init; } = 1;

    /// <inheritdoc/>
    public long? MinValue { get; init; }

    /// <inheritdoc/>
    public long? MaxValue { get; init; }

    /// <inheritdoc/>
    public long Cache { get; init; } = 1;

    /// <inheritdoc/>
    public bool Cyclic { get; init; }

    /// <summary>Whether it is not written to the log (PostgreSQL 15 and later).</summary>
    public bool Unlogged { get; init; }
}

/// <summary>Changes options of a sequence; those that are not given keep their values.</summary>
public sealed class SetSequenceOptionsOperation : NamedStatementOperation, ISequenceChanges
{
    /// <inheritdoc/>
    public string? Type { get; init; }

    /// <inheritdoc/>
    public long? IncrementBy { get; init; }

    /// <inheritdoc/>
    public long? MinValue { get; init; }

    /// <inheritdoc/>
    public long? MaxValue { get; init; }

    /// <inheritdoc/>
    public bool NoMinValue { get; init; }

    /// <inheritdoc/>
    public bool NoMaxValue { get; init; }

    /// <inheritdoc/>
    public long? StartValue { get; init; }

    /// <inheritdoc/>
    public long? Cache { get; init; }

    /// <inheritdoc/>
    public bool? Cyclic { get; init; }

    /// <inheritdoc/>
    public long? RestartWith { get; init; }
}

/// <summary>Gives a sequence to a column, with which it is dropped, or takes it from its column.</summary>
public sealed class SetSequenceOwnerOperation : NamedStatementOperation
{
    /// <summary>The column's table, in the sequence's schema; <see langword="null"/> for no owner.</summary>
    public string? Table { get; init; }

    /// <summary>The column; <see langword="null"/> for no owner.</summary>
    public string? Column { get; init; }
}

/// <summary>Moves the counter of a sequence into bounds that it is about to get; within them it stays where it is.</summary>
public sealed class KeepCounterWithinOperation : CounterOperation
{
    /// <summary>The lowest value.</summary>
    public required long MinValue { get; init; }

    /// <summary>The highest value.</summary>
    public required long MaxValue { get; init; }
}

/// <summary>Lets a sequence that was never used begin at a value.</summary>
public sealed class StartUnusedCounterOperation : CounterOperation
{
    /// <summary>The first value.</summary>
    public required long StartValue { get; init; }
}

/// <summary>An operation on the counter of a sequence, which is named or belongs to a column.</summary>
public abstract class CounterOperation : StatementOperation
{
    /// <summary>The sequence; <see langword="null"/> for the one that numbers <see cref="Column"/>.</summary>
    public string? Sequence { get; init; }

    /// <summary>The column's table; <see langword="null"/> where the sequence is named.</summary>
    public string? Table { get; init; }

    /// <summary>The column; <see langword="null"/> where the sequence is named.</summary>
    public string? Column { get; init; }

    /// <summary>The schema of the sequence or table; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }
}
