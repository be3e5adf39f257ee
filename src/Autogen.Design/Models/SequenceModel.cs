using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A sequence of the model.</summary>
internal static class SequenceModel
{
    /// <summary>Reads a sequence.</summary>
    public static Sequence Read(ModelScope scope, ISequence sequence)
    {
        var type = sequence.Type == typeof(short) || sequence.Type == typeof(byte) ? "smallint"
            : sequence.Type == typeof(int) ? "integer"
            : "bigint";
        return new(
            scope.Name(sequence.Schema, sequence.Name),
            type,
            Normal(type, new SequenceOptions
            {
                Start = sequence.StartValue,
                Increment = sequence.IncrementBy,
                Minimum = sequence.MinValue,
                Maximum = sequence.MaxValue,
                IsCyclic = sequence.IsCyclic,
            }));
    }

    /// <summary>The normal form: what the database would choose by itself for numbers of that type is not said.</summary>
    public static SequenceOptions Normal(string type, SequenceOptions options)
    {
        var (lowest, highest) = type switch
        {
            "smallint" => (short.MinValue, short.MaxValue),
            "integer" => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var ascends = options.Increment > 0;
        var minimum = options.Minimum == (ascends ? 1 : lowest) ? null : options.Minimum;
        var maximum = options.Maximum == (ascends ? highest : -1) ? null : options.Maximum;
        long? natural = options.Increment > 0 ? minimum ?? 1 : maximum ?? -1;
        return options with { Minimum = minimum, Maximum = maximum, Start = options.Start == natural ? null : options.Start };
    }
}
