using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What the tests of all kinds say: these two schemas in, this list of lines out.</summary>
internal static class Differences
{
    /// <summary>
    /// Asserts the lines of a comparison: as users read them; a cosmetic one behind <c>~ kind:</c>, what is left alone behind
    /// <c>= </c>. Whatever is compared keeps the general promises, too: swapped arguments give the mirror image, and an upgrade,
    /// replayed, leaves nothing to do.
    /// </summary>
    public static SchemaDiff Are(
        DatabaseSchema live, DatabaseSchema model, ComparisonOptions options, TestDialect dialect, params IReadOnlyList<string> lines)
    {
        var diff = SchemaComparer.Compare(live, model, dialect, options);
        Assert.Equal(lines, Lines(diff));
        Promises.Hold(live, model, dialect, options);
        return diff;
    }

    public static SchemaDiff Are(DatabaseSchema live, DatabaseSchema model, params IReadOnlyList<string> lines)
        => Are(live, model, ComparisonOptions.Default, TestDialect.Rich, lines);

    public static SchemaDiff Are(Table live, Table model, params IReadOnlyList<string> lines) => Are(Make.Db(live), Make.Db(model), lines);

    /// <summary>Asserts the lines for a table <c>t</c> with one column, beside a key.</summary>
    public static SchemaDiff Are(Column live, Column model, params IReadOnlyList<string> lines)
        => Are(Make.Table("t", Make.Col("id"), live).Key("pk_t", "id"), Make.Table("t", Make.Col("id"), model).Key("pk_t", "id"), lines);

    public static IReadOnlyList<string> Lines(SchemaDiff diff) =>
    [
        .. diff.Changes
            .SelectMany(ChangeText.Lines)
            .Select(line => line.Facet is { CosmeticKind: { } kind } ? $"~ {kind}: {line.Text}" : line.Text),
        .. diff.IgnoredObjects.Select(left => $"= {left.Kind} {left.Table} {left.Name}"),
    ];

    public static ComparisonOptions Renaming(params IReadOnlyList<string> renames)
        => ComparisonOptions.Default with { Renames = RenameHints.Parse(renames) };
}
