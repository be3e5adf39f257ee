using Autogen.Operations;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Numbering;

/// <summary>Which options of a sequence differ; what does not differ has no value.</summary>
internal sealed record SequenceChanges
{
    /// <summary>The new store type.</summary>
    public string? Type { get; init; }

    /// <summary>The new step.</summary>
    public long? IncrementBy { get; init; }

    /// <summary>The new lowest value.</summary>
    public long? MinValue { get; init; }

    /// <summary>Whether the lowest value becomes the type's.</summary>
    public bool NoMinValue { get; init; }

    /// <summary>The new highest value.</summary>
    public long? MaxValue { get; init; }

    /// <summary>Whether the highest value becomes the type's.</summary>
    public bool NoMaxValue { get; init; }

    /// <summary>The new first value.</summary>
    public long? StartValue { get; init; }

    /// <summary>The new cache.</summary>
    public long? Cache { get; init; }

    /// <summary>Whether it begins again at its end.</summary>
    public bool? Cyclic { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => this == new SequenceChanges();

    /// <summary>The changes from one sequence to another.</summary>
    public static SequenceChanges Between(StoreType currentType, SequenceOptions current, StoreType targetType, SequenceOptions target)
    {
        // A bound that is the database's own choice keeps its value when the type or the direction changes.
        var (old, bounds) = (SequenceBounds.Of(currentType, current), SequenceBounds.Of(targetType, target));
        return new SequenceChanges
        {
            IncrementBy = Changed(current.Increment, target.Increment),
            MinValue = old.Minimum != bounds.Minimum ? target.Minimum : null,
            NoMinValue = old.Minimum != bounds.Minimum && target.Minimum is null,
            MaxValue = old.Maximum != bounds.Maximum ? target.Maximum : null,
            NoMaxValue = old.Maximum != bounds.Maximum && target.Maximum is null,
            StartValue = Changed(old.Start, bounds.Start),
            Cache = Changed(current.Cache, target.Cache),
            Cyclic = current.IsCyclic == target.IsCyclic ? null : target.IsCyclic,
        };
    }

    /// <summary>The operation on a sequence.</summary>
    public SetSequenceOptionsOperation OfSequence(ObjectName sequence, long? restartWith) => new()
    {
        Name = sequence.Name,
        Schema = sequence.Schema,
        Type = Type,
        IncrementBy = IncrementBy,
        MinValue = MinValue,
        NoMinValue = NoMinValue,
        MaxValue = MaxValue,
        NoMaxValue = NoMaxValue,
        StartValue = StartValue,
        Cache = Cache,
        Cyclic = Cyclic,
        RestartWith = restartWith,
    };

    /// <summary>The operation on the sequence of an identity column, whose type is the column's.</summary>
    public SetIdentityOptionsOperation OfIdentity(ObjectName table, string column, long? restartWith) => new()
    {
        Table = table.Name,
        Schema = table.Schema,
        Column = column,
        IncrementBy = IncrementBy,
        MinValue = MinValue,
        NoMinValue = NoMinValue,
        MaxValue = MaxValue,
        NoMaxValue = NoMaxValue,
        StartValue = StartValue,
        Cache = Cache,
        Cyclic = Cyclic,
        RestartWith = restartWith,
    };

    /// <summary>The operation on the sequence of a serial column.</summary>
    public SetSerialOptionsOperation OfSerial(ObjectName table, string column, long? restartWith) => new()
    {
        Table = table.Name,
        Schema = table.Schema,
        Column = column,
        Type = Type,
        IncrementBy = IncrementBy,
        MinValue = MinValue,
        NoMinValue = NoMinValue,
        MaxValue = MaxValue,
        NoMaxValue = NoMaxValue,
        StartValue = StartValue,
        Cache = Cache,
        Cyclic = Cyclic,
        RestartWith = restartWith,
    };

    private static long? Changed(long current, long target) => current == target ? null : target;
}
