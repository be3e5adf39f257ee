using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What holds for any two schemas.</summary>
internal static class Promises
{
    public static void Hold(DatabaseSchema live, DatabaseSchema model, TestDialect dialect, ComparisonOptions options)
    {
        var up = SchemaComparer.Compare(live, model, dialect, options);
        var down = SchemaComparer.Compare(model, live, dialect, options.Swapped());
        var hasTwoSpellings = dialect.SameName("a", "A");
        Assert.Equal(
            up.Changes.Select(change => Mirrored(change, up.Changes, hasTwoSpellings)).Order(StringComparer.Ordinal),
            down.Changes.Select(change => Mirrored(change, up.Changes, hasTwoSpellings, isMirror: true)).Order(StringComparer.Ordinal));
        Assert.Equal(up.IgnoredObjects.Select(left => (left.Kind, left.Name)), down.IgnoredObjects.Select(left => (left.Kind, left.Name)));

        var migrated = Replay.Of(up, live, dialect);
        var without = options with { Renames = RenameHints.None };
        var left = SchemaComparer.Compare(migrated, model, dialect.IgnoringQuotes, without).Changes;
        Assert.DoesNotContain(left, change => change.Significance == Significance.Significant);
        var back = Replay.Of(down, migrated, dialect);
        var strict = ComparisonOptions.Default with { Strict = true };
        Assert.Empty(SchemaComparer.Compare(back, live, dialect.IgnoringQuotes, strict).Changes.Select(change => change.ToString()));
        if (options.Renames == RenameHints.None)
            Assert.Equal(Sorted(live).ToString(), Sorted(back).ToString());
    }

    /// <summary>Everything but the direction.</summary>
    private static string Mirrored(Change change, EquatableList<Change> up, bool hasTwoSpellings, bool isMirror = false)
    {
        var (before, after) = isMirror ? (change.After, change.Before) : (change.Before, change.After);
        var facets = change.Differences.Select(
            facet => isMirror ? facet with { Current = facet.Target, Target = facet.Current, Reason = "" } : facet with { Reason = "" });

        // Names are those of the one direction or of the other where something was renamed or is spelt in two ways.
        var hasRenames = hasTwoSpellings || up.Any(other => other.Kind is ObjectKind.Table or ObjectKind.Column
            && other.Differences.Any(facet => string.Equals(facet.Facet, "Name", StringComparison.Ordinal)));
        return hasRenames
            ? $"{change.Kind} {before is null} {after is null} "
                + $"{string.Join(", ", facets.Select(facet => (facet.Facet, facet.Significance, facet.CosmeticKind)))}"
            : $"{change.Kind} {change.Table} {before} {after} {string.Join(", ", facets)}";
    }

    private static DatabaseSchema Sorted(DatabaseSchema schema) => schema.Items().OrderBy(item => item.Name).ToSchema() with
    {
        Tables = schema.Tables.OrderBy(table => table.Name).Select(table => table with
        {
            Columns = Sorted(table.Columns),
            UniqueConstraints = Sorted(table.UniqueConstraints),
            CheckConstraints = Sorted(table.CheckConstraints),
            ForeignKeys = Sorted(table.ForeignKeys),
            Indexes = Sorted(table.Indexes),
            SeedRows = Sorted(table.SeedRows),
        }).ToEquatableList(),
    };

    private static EquatableList<T> Sorted<T>(EquatableList<T> items)
        where T : class
        => items.OrderBy(item => item.ToString(), StringComparer.Ordinal).ToEquatableList();
}
