using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Sequences of the model.</summary>
internal static class SequenceModel
{
    /// <summary>Reads the model's sequences, sorted.</summary>
    /// <exception cref="AutogenException">
    /// The model has one, and the database has no sequences (<see cref="ErrorCode.ModelInvalid"/>): EF Core refuses it, too.
    /// </exception>
    public static IEnumerable<Sequence> Read(ModelScope scope)
    {
        if (!scope.Dialect.Capabilities.Sequences && scope.Model.Sequences.FirstOrDefault() is { } refused)
            throw new AutogenException(
                ErrorCode.ModelInvalid,
                $"The model has a sequence '{refused.Name}', but {scope.Dialect.Name} has no sequences. Call HasSequence only where the "
                    + "context's provider has them (Database.ProviderName in OnModelCreating).");
        return scope.Model.Sequences.Select(sequence => Read(scope, sequence)).OrderBy(sequence => sequence.Name);
    }

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
