using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// The sequences that defaults of a schema's columns take values from, by the defaults' texts. A serial's own default is not one.
/// </summary>
internal sealed class UsedSequences
{
    private readonly HashSet<(string? Schema, string Name)> names;
    private readonly string? defaultSchema;

    /// <summary>Reads the defaults.</summary>
    public UsedSequences(DatabaseSchema schema)
    {
        defaultSchema = schema.DefaultSchema.Value;
        names = [.. schema.Tables.SelectMany(table => table.Columns).Select(column => column.Default?.Text).OfType<string>()
            .SelectMany(SqlReferences.SequenceNames)
            .Select(name => (name.Schema, name.Name))];
    }

    /// <summary>Whether a default uses the sequence. A name without a schema may be found anywhere on the search path.</summary>
    public bool Use(ObjectName sequence)
        => names.Contains((null, sequence.Name)) || names.Contains((sequence.Schema ?? defaultSchema, sequence.Name));
}
