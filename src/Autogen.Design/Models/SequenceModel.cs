using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Sequences of the model.</summary>
internal static class SequenceModel
{
    /// <summary>Reads the model's sequences, sorted; empty where the database has no sequences.</summary>
    public static IEnumerable<Sequence> Read(ModelScope scope)
        => scope.Dialect.Capabilities.Sequences
            ? scope.Model.Sequences.Select(sequence => Read(scope, sequence)).OrderBy(sequence => sequence.Name)
            : [];

    private static Sequence Read(ModelScope scope, ISequence sequence)
    {
        var type = sequence.Type == typeof(short) || sequence.Type == typeof(byte) ? "smallint"
            : sequence.Type == typeof(int) ? "integer"
            : "bigint";
        var options = new SequenceOptions
        {
            Start = sequence.StartValue,
            Increment = sequence.IncrementBy,
            Minimum = sequence.MinValue,
            Maximum = sequence.MaxValue,
            IsCyclic = sequence.IsCyclic,
        };
        return new(scope.Name(sequence.Schema, sequence.Name), type, options.Normal(type));
    }
}
