using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>The schemas that the model's objects need.</summary>
internal static class SchemaModel
{
    /// <summary>Their names, sorted, without the default one.</summary>
    public static IEnumerable<string> Read(DatabaseSchema schema)
        => schema.Tables.Select(table => table.Name.Schema)
            .Concat(schema.Sequences.Select(sequence => sequence.Name.Schema))
            .Concat(schema.EnumTypes.Select(type => type.Name.Schema))
            .Concat(schema.Collations.Select(collation => collation.Name.Schema))
            .Concat(schema.RangeTypes.Select(type => type.Name.Schema))
            .Concat(schema.Extensions
                .Select(extension => extension.Schema.Value)
                .Where(name => !string.Equals(name, schema.DefaultSchema.Value, StringComparison.Ordinal)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
