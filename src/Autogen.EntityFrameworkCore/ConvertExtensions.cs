using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen;

/// <summary>
/// Says in the model how existing values become values of the property when its column gets another type. It has an effect only while the
/// database has another type than the model, so it may stay in the model.
/// </summary>
public static class ConvertExtensions
{
    /// <summary>The annotation's name.</summary>
    internal const string Annotation = "Autogen:Convert";

    /// <summary>The name of the annotation for the way back.</summary>
    internal const string ReverseAnnotation = "Autogen:ConvertBack";

    /// <summary>Values are converted by an expression when the column's type changes.</summary>
    /// <param name="builder">The property.</param>
    /// <param name="sql">
    /// SQL over the old column, under its new name: <c>CASE "Status" WHEN 'new' THEN 0 ELSE 1 END</c>.
    /// </param>
    /// <param name="back">SQL for the downgrade, over the new column; derived where that is possible if omitted.</param>
    public static PropertyBuilder Convert(this PropertyBuilder builder, string sql, string? back = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        builder.HasAnnotation(Annotation, sql);
        if (back is not null)
            builder.HasAnnotation(ReverseAnnotation, back);
        return builder;
    }

    /// <inheritdoc cref="Convert(PropertyBuilder, string, string?)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static PropertyBuilder<TProperty> Convert<TProperty>(
        this PropertyBuilder<TProperty> builder, string sql, string? back = null)
        => (PropertyBuilder<TProperty>)Convert((PropertyBuilder)builder, sql, back);

    /// <inheritdoc cref="Convert(PropertyBuilder, string, string?)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static ComplexTypePropertyBuilder<TProperty> Convert<TProperty>(
        this ComplexTypePropertyBuilder<TProperty> builder, string sql, string? back = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        builder.HasAnnotation(Annotation, sql);
        if (back is not null)
            builder.HasAnnotation(ReverseAnnotation, back);
        return builder;
    }
}
