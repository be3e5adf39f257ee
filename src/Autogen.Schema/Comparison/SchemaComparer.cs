using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Finds what must be done to a database so that it is as wanted. Pure: what differs by database is asked of the dialect, and the same
/// arguments give the same answer. With swapped arguments (and <see cref="ComparisonOptions.Swapped"/>) the answer is the mirror image.
/// </summary>
internal static class SchemaComparer
{
    /// <summary>Compares two schemas.</summary>
    /// <param name="current">The database as it is.</param>
    /// <param name="target">The database as the target has it.</param>
    /// <param name="dialect">The dialect of both.</param>
    /// <param name="options">How to compare.</param>
    /// <exception cref="AutogenException">
    /// A rename can't be followed (<see cref="ErrorCode.CommandLine"/>), or the model wants a table where a view is
    /// (<see cref="ErrorCode.ModelInvalid"/>).
    /// </exception>
    public static SchemaDiff Compare(DatabaseSchema current, DatabaseSchema target, Dialect dialect, ComparisonOptions options)
    {
        var (live, model) = options.TargetIsModel ? (current, target) : (target, current);
        var findings = new Findings();
        var scope = new ComparisonScope(dialect, options, ResolvedRenames.Resolve(options.Renames, live, model, dialect), findings)
        {
            LiveSchema = live
        };
        ViewComparison.RefuseTablesInPlaceOfViews(scope, live, model);
        var (translated, spelt) = TableComparison.InOneVocabulary(scope, current, target);
        foreach (var part in Parts)
            part.Compare(scope, translated, spelt);

        ProveComplete(translated, spelt);
        return new SchemaDiff(current, target, findings.Changes()) { IgnoredObjects = findings.IgnoredObjects() };
    }

    /// <summary>Every list of a schema: how it is compared, and how it is carried over; see <see cref="Facet{T}"/>.</summary>
    private static readonly IReadOnlyList<Part> Parts =
    [
        new(SchemaNameComparison.Compare, (to, from) => to with { Schemas = from.Schemas }),
        new(ExtensionComparison.Compare, (to, from) => to with { Extensions = from.Extensions }),
        new(EnumTypeComparison.Compare, (to, from) => to with { EnumTypes = from.EnumTypes }),
        new(CollationComparison.Compare, (to, from) => to with { Collations = from.Collations }),
        new(RangeTypeComparison.Compare, (to, from) => to with { RangeTypes = from.RangeTypes }),
        new(SequenceComparison.Compare, (to, from) => to with { Sequences = from.Sequences }),
        new(TableComparison.Compare, (to, from) => to with { Tables = from.Tables }),
        new(ViewComparison.Compare, (to, from) => to with { Views = from.Views }),
        new((_, _, _) => { }, (to, from) => to with { DefaultSchema = from.DefaultSchema }),
    ];

    private static void ProveComplete(DatabaseSchema current, DatabaseSchema target)
    {
        if (Parts.Aggregate(current, (to, part) => part.Carry(to, target)) != target)
            throw UncomparedFacetException.Of(current, target);
    }

    private sealed record Part(
        Action<ComparisonScope, DatabaseSchema, DatabaseSchema> Compare, Func<DatabaseSchema, DatabaseSchema, DatabaseSchema> Carry);
}
