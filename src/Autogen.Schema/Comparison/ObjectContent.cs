using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>What objects are about and what they guarantee, for people: all that a reviewer would miss if it were gone.</summary>
internal static class ObjectContent
{
    private const int MostLabels = 20;

    /// <summary>What an object is about: it tells constraints without a name apart. Empty for an object without parts.</summary>
    public static string Subject(object item) => item switch
    {
        PrimaryKey key => $" ({ObjectText.Quoted(key.Columns)})",
        UniqueConstraint unique => $" ({ObjectText.Quoted(unique.Columns)})",
        CheckConstraint check => $": {check.Expression.Text}",
        ForeignKey key => $" ({ObjectText.Quoted(key.Columns)}) to '{key.PrincipalTable}' ({ObjectText.Quoted(key.PrincipalColumns)})",
        TableIndex index => $" ({ObjectText.Show(index.Parts)})",
        EnumType type => $" ({Labels(type)})",
        _ => "",
    };

    /// <summary>A column's type, and that it is required: <c> integer NOT NULL</c>.</summary>
    public static string Type(Column column)
        => (column.Type.Text.Length == 0 ? "" : " " + column.Type.Text) + (column.IsNullable ? "" : " NOT NULL");

    /// <summary>What an object guarantees besides; empty for one with the database's own settings.</summary>
    public static string Guarantees(object item) => item switch
    {
        Table { IsUnlogged: true } => " (unlogged)",
        Column column => Of(column),
        UniqueConstraint unique => Nulls(unique.NullsDistinct) + When(unique.Deferrability),
        CheckConstraint check => States(CheckConstraintComparison.Facets, check),
        ForeignKey key => Of(key),
        TableIndex index => Of(index),
        Sequence sequence => Of(sequence),
        Collation { Definition.Value: { Length: > 0 } definition } => $" ({definition})",
        RangeType { Definition.Value: { Length: > 0 } definition } => $" ({definition})",
        Extension { Version.Value: { } version } => $" version {version}",
        _ => "",
    };

    /// <summary>What a constraint is not: not enforced, not validated.</summary>
    public static IEnumerable<string> Lacks<T>(FacetTable<T> facets, T item)
        where T : class
        => facets.Facets
            .Where(facet => facet.Noun is Facet.State)
            .Select(facet => facet.Show(item))
            .OfType<string>()
            .Where(state => state.StartsWith("not ", StringComparison.Ordinal));

    private static string Of(Column column)
    {
        var text = Type(column) + (column.Identity is null ? "" : ", " + ObjectText.Show(column.Identity));
        if (column.Generated is { } generated)
            text += $", computed: {ObjectText.Show(generated)}";
        if (column.Default is { } value)
            text += $", default {value.Text}";
        return column.Collation is { } collation ? $"{text}, collate {collation}" : text;
    }

    private static string Of(ForeignKey key)
    {
        var text = "";
        if (key.OnDelete != ForeignKeyAction.NoAction)
            text += $" ON DELETE {ObjectText.Show(key.OnDelete)}";
        if (key.OnUpdate != ForeignKeyAction.NoAction)
            text += $" ON UPDATE {ObjectText.Show(key.OnUpdate)}";
        return text + When(key.Deferrability) + States(ForeignKeyComparison.Facets, key);
    }

    private static string Of(TableIndex index)
    {
        var text = index.Method is { } method ? $" using {method}" : "";
        if (index.IncludedColumns.Count > 0)
            text += $" including {ObjectText.Quoted(index.IncludedColumns)}";
        text += Nulls(index.NullsDistinct);
        if (index.Filter is { } filter)
            text += $" where {filter.Text}";
        if (ObjectText.Show(index.StorageParameters) is { } parameters)
            text += $" with {parameters}";
        return index.IsValid ? text : text + ", invalid";
    }

    private static string Of(Sequence sequence)
    {
        var type = sequence.Type.Text is "bigint" ? "" : sequence.Type.Text;
        var options = sequence.Options == SequenceOptions.Default ? "" : ObjectText.Show(sequence.Options);
        var words = string.Join(", ", new[] { type, options }.Where(part => part.Length > 0));
        return words.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({words})");
    }

    private static string Labels(EnumType type) => type.Labels.Count <= MostLabels
        ? ObjectText.Quoted(type.Labels)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{ObjectText.Quoted([.. type.Labels.Take(MostLabels)])} and {type.Labels.Count - MostLabels:N0} more");

    private static string Nulls(bool areDistinct) => areDistinct ? "" : " nulls not distinct";

    private static string When(Deferrability deferrability)
        => deferrability == Deferrability.NotDeferrable ? "" : $" deferrable {ConstraintRules.Show(deferrability)}";

    private static string States<T>(FacetTable<T> facets, T item)
        where T : class
        => string.Concat(Lacks(facets, item).Select(state => $", {state}"));
}
