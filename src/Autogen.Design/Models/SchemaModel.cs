using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>The schemas that the model's objects need.</summary>
internal static class SchemaModel
{
    /// <summary>Their names, sorted, without the default one.</summary>
    public static IEnumerable<string> Read(DatabaseSchema schema)
        => schema.Items().Select(item => item.Schema)
            .OfType<string>()
            .Where(name => !string.Equals(name, schema.DefaultSchema.Value, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
