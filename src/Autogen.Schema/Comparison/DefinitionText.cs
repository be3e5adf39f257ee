using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// An object's definition in SQL's words, for people who compare the two sides of a difference. Not SQL: nothing here is run.
/// </summary>
internal static class DefinitionText
{
    // Between the parts of a definition, which nobody runs.
    private const string Remark = "-- ";

    private const int MostParts = 200;

    /// <summary>The definition, on several lines for a table; <see langword="null"/> for none, and for rows, whose lines say all.</summary>
    public static string? Of(ObjectKind kind, ObjectName? table, object? item) => item switch
    {
        null or SeedRow => null,
        Table whole => Of(whole),
        Column column => string.Join('\n', [PartDefinition.Of(column), .. Comment("", column.Comment)]),
        TableIndex index => PartDefinition.Of(index, table),
        PrimaryKey or UniqueConstraint or CheckConstraint or ForeignKey => PartDefinition.Of(item),
        EnumType type => $"CREATE TYPE {Name(type.Name)} AS ENUM ({Labels(type)})",
        Sequence sequence => $"CREATE SEQUENCE {Name(sequence.Name)} AS {sequence.Type.Text}{Options(sequence.Options)}",
        Collation collation => $"CREATE COLLATION {Name(collation.Name)}{InBrackets(collation.Definition.Value)}",
        RangeType range => $"CREATE TYPE {Name(range.Name)} AS RANGE{InBrackets(range.Definition.Value)}",
        Extension extension => $"CREATE EXTENSION {Quoted(extension.Name)}"
            + (extension.Version.Value is { } version ? $" VERSION {Literal(version)}" : ""),
        string schema when kind == ObjectKind.Schema => $"CREATE SCHEMA {Quoted(schema)}",
        View view => $"CREATE {(view.IsMaterialized ? "MATERIALIZED " : "")}VIEW {Name(view.Name)}",
        _ => $"{ObjectText.Describe(kind, table, item)}",
    };

    /// <summary>A name with its schema, in quotes.</summary>
    public static string Name(ObjectName name) => name.Schema is null ? Quoted(name.Name) : $"{Quoted(name.Schema)}.{Quoted(name.Name)}";

    /// <summary>A name in quotes.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Names in quotes.</summary>
    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The options of a sequence that are not the default, behind a space.</summary>
    public static string Options(SequenceOptions options)
        => options == SequenceOptions.Default ? "" : " (" + ObjectText.Show(options) + ")";

    private static string Of(Table table)
    {
        List<string> parts = [.. table.Columns.Select(PartDefinition.Of)];
        if (table.PrimaryKey is { } key)
            parts.Add(PartDefinition.Of(key));
        parts.AddRange(table.UniqueConstraints.Select(PartDefinition.Of));
        parts.AddRange(table.CheckConstraints.Select(PartDefinition.Of));
        parts.AddRange(table.ForeignKeys.Select(PartDefinition.Of));
        List<string> after = [.. table.Indexes.Select(index => PartDefinition.Of(index, table.Name))];
        if (table.SeedRows.Count > 0)
            after.Add($"{Remark}{Counted(table.SeedRows.Count, "row", "rows")} of the model (HasData)");
        after.AddRange(Comment("", table.Comment));
        after.AddRange(table.Columns.SelectMany(column => Comment($" of {Quoted(column.Name)}", column.Comment)));
        var head = $"CREATE {(table.IsUnlogged ? "UNLOGGED " : "")}TABLE {Name(table.Name)} (";
        var tail = ObjectText.Show(table.StorageParameters) is { } parameters ? $") WITH ({parameters})" : ")";
        return string.Join('\n', [head, string.Join(",\n", Shortened(parts).Select(part => "    " + part)), tail, .. Shortened(after)]);
    }

    private static IEnumerable<string> Comment(string of, string? comment)
        => comment is null ? [] : [$"{Remark}comment{of}: {comment.ReplaceLineEndings(" ")}"];

    private static IEnumerable<string> Shortened(List<string> parts) => parts.Count <= MostParts
        ? parts
        : [.. parts.Take(MostParts), string.Create(CultureInfo.InvariantCulture, $"{Remark}… and {parts.Count - MostParts:N0} more")];

    private static string Labels(EnumType type) => string.Join(", ", Shortened([.. type.Labels.Select(Literal)]));

    private static string InBrackets(string? definition) => string.IsNullOrEmpty(definition) ? "" : $" ({definition})";

    private static string Counted(int count, string one, string several)
        => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several)}");
}
