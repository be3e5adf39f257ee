using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A sequence of the model.</summary>
internal static class SequenceModel
{
    /// <summary>Reads it.</summary>
    public static Sequence Read(ModelScope scope, ISequence sequence)
        => new(
            scope.Name(sequence.Schema, sequence.Name),
            sequence.Type == typeof(short) || sequence.Type == typeof(byte) ? "smallint" : sequence.Type == typeof(int) ? "integer" : "bigint",
            Normal(new SequenceOptions
            {
                Start = sequence.StartValue,
                Increment = sequence.IncrementBy,
                Minimum = sequence.MinValue,
                Maximum = sequence.MaxValue,
                IsCyclic = sequence.IsCyclic,
            }));

    /// <summary>The normal form: what the database would choose by itself is not said.</summary>
    public static SequenceOptions Normal(SequenceOptions options)
    {
        var minimum = options.Minimum == 1 && options.Increment > 0 ? null : options.Minimum;
        var maximum = options.Maximum == -1 && options.Increment < 0 ? null : options.Maximum;
        long? natural = options.Increment > 0 ? minimum ?? 1 : maximum ?? -1;
        return options with { Minimum = minimum, Maximum = maximum, Start = options.Start == natural ? null : options.Start };
    }
}
