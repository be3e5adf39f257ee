using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen;

/// <summary>
/// Says in the model what <c>--backfill</c> says on the command line: the value that existing rows get in the column of a property. It has
/// an effect only in the revision that adds the column, or makes it required, so it may stay in the model; new rows do not get it
/// (<c>HasDefaultValueSql</c> does that).
/// </summary>
public static class BackfillExtensions
{
    /// <summary>The annotation's name.</summary>
    internal const string Annotation = "Autogen:Backfill";

    /// <summary>Existing rows get a value in the property's column.</summary>
    /// <param name="builder">The property.</param>
    /// <param name="sql">
    /// The value as SQL: a literal (<c>1</c>, <c>'new'</c>), or an expression over the columns of the row
    /// (<c>"First" || ' ' || "Last"</c>).
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="sql"/> is empty.</exception>
    public static PropertyBuilder Backfill(this PropertyBuilder builder, string sql)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        builder.HasAnnotation(Annotation, sql);
        return builder;
    }

    /// <inheritdoc cref="Backfill(PropertyBuilder, string)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static PropertyBuilder<TProperty> Backfill<TProperty>(this PropertyBuilder<TProperty> builder, string sql)
        => (PropertyBuilder<TProperty>)Backfill((PropertyBuilder)builder, sql);

    /// <inheritdoc cref="Backfill(PropertyBuilder, string)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static ComplexTypePropertyBuilder<TProperty> Backfill<TProperty>(this ComplexTypePropertyBuilder<TProperty> builder, string sql)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        builder.HasAnnotation(Annotation, sql);
        return builder;
    }
}
