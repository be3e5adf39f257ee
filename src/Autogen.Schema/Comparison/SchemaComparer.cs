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
        var pairs = TableComparison.Pairs(scope, current, target);
        var names = new TargetNames(pairs, dialect);
        var (translated, spelt) = (names.Translate(current), names.Spell(target));
        foreach (var kind in Compared)
            Comparisons[kind.Value](scope, translated, spelt);

        ProveComplete(translated, spelt);
        return new SchemaDiff(current, target, findings.Changes())
        {
            IgnoredObjects = findings.IgnoredObjects(),
            Pairs = pairs.With(findings.Pairs),
        };
    }

    private static readonly Dictionary<ObjectKind, Action<ComparisonScope, DatabaseSchema, DatabaseSchema>> Comparisons = new()
    {
        [ObjectKind.Schema] = SchemaNameComparison.Compare,
        [ObjectKind.Extension] = ExtensionComparison.Compare,
        [ObjectKind.EnumType] = EnumTypeComparison.Compare,
        [ObjectKind.Collation] = CollationComparison.Compare,
        [ObjectKind.RangeType] = RangeTypeComparison.Compare,
        [ObjectKind.Sequence] = SequenceComparison.Compare,
        [ObjectKind.Table] = TableComparison.Compare,
        [ObjectKind.View] = ViewComparison.Compare,
    };

    // A kind without a comparison is not explained, so that a difference in it is an error.
    private static readonly Kind[] Compared = [.. Kinds.All.Where(kind => Comparisons.ContainsKey(kind.Value))];

    private static void ProveComplete(DatabaseSchema current, DatabaseSchema target)
    {
        var explained = Compared.Aggregate(
            current with { DefaultSchema = target.DefaultSchema }, (to, kind) => kind.With(to, kind.In(target)));
        if (explained != target)
            throw UncomparedFacetException.Of(current, target);
    }
}
