using Autogen.Schema.Objects;

namespace Autogen.Design.Verification;

/// <summary>What a downgrade leaves on purpose, beside what existed before.</summary>
internal static class KeptObjects
{
    /// <summary>A schema, and what is kept besides: no tables.</summary>
    public static DatabaseSchema Add(DatabaseSchema schema, DatabaseSchema kept)
        => schema with
        {
            Schemas = schema.Schemas.Union(kept.Schemas, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableList(),
            Extensions = schema.Extensions.Union(kept.Extensions).OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableList(),
            EnumTypes = schema.EnumTypes.Union(kept.EnumTypes).OrderBy(item => item.Name).ToEquatableList(),
            Collations = schema.Collations.Union(kept.Collations).OrderBy(item => item.Name).ToEquatableList(),
            RangeTypes = schema.RangeTypes.Union(kept.RangeTypes).OrderBy(item => item.Name).ToEquatableList(),
            Sequences = schema.Sequences.Union(kept.Sequences).OrderBy(item => item.Name).ToEquatableList(),
        };
}
