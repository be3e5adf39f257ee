using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen;

/// <summary>
/// Says in the model what <c>--rename</c> says on the command line: that a table, a column, a sequence or a label had another name. It has
/// an effect only while the database has the old name and not the new one, so it may stay in the model; it is not written into revisions.
/// </summary>
public static class RenamedFromExtensions
{
    /// <summary>The annotation's name.</summary>
    internal const string Annotation = "Autogen:RenamedFrom";

    /// <summary>What the name of a label's annotation begins with; the type, a dot and the label follow.</summary>
    internal const string LabelAnnotation = Annotation + ":Label:";

    /// <summary>The entity's table had another name.</summary>
    /// <param name="builder">The entity.</param>
    /// <param name="table">The old name: <c>orders</c>, or <c>sales.orders</c> where the schema was another, too.</param>
    public static EntityTypeBuilder RenamedFrom(this EntityTypeBuilder builder, string table)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasAnnotation(Annotation, table);
        return builder;
    }

    /// <inheritdoc cref="RenamedFrom(EntityTypeBuilder, string)"/>
    /// <typeparam name="TEntity">The entity's class.</typeparam>
    public static EntityTypeBuilder<TEntity> RenamedFrom<TEntity>(this EntityTypeBuilder<TEntity> builder, string table)
        where TEntity : class
        => (EntityTypeBuilder<TEntity>)RenamedFrom((EntityTypeBuilder)builder, table);

    /// <summary>The property's column had another name.</summary>
    /// <param name="builder">The property.</param>
    /// <param name="column">The column's old name.</param>
    public static PropertyBuilder RenamedFrom(this PropertyBuilder builder, string column)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasAnnotation(Annotation, column);
        return builder;
    }

    /// <inheritdoc cref="RenamedFrom(PropertyBuilder, string)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static PropertyBuilder<TProperty> RenamedFrom<TProperty>(this PropertyBuilder<TProperty> builder, string column)
        => (PropertyBuilder<TProperty>)RenamedFrom((PropertyBuilder)builder, column);

    /// <inheritdoc cref="RenamedFrom(PropertyBuilder, string)"/>
    /// <typeparam name="TProperty">The property's type.</typeparam>
    public static ComplexTypePropertyBuilder<TProperty> RenamedFrom<TProperty>(
        this ComplexTypePropertyBuilder<TProperty> builder, string column)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasAnnotation(Annotation, column);
        return builder;
    }

    /// <summary>The sequence had another name.</summary>
    /// <param name="builder">The sequence.</param>
    /// <param name="sequence">The old name: <c>numbers</c>, or <c>sales.numbers</c> where the schema was another, too.</param>
    public static SequenceBuilder RenamedFrom(this SequenceBuilder builder, string sequence)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.SetAnnotation(Annotation, sequence);
        return builder;
    }

    /// <summary>A label of an enumerated type (PostgreSQL) was another.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="enumType">The type's name: <c>mood</c>, or <c>shop.mood</c> in another schema than the default one.</param>
    /// <param name="label">The label as the model has it.</param>
    /// <param name="oldLabel">The label that it was.</param>
    public static ModelBuilder LabelRenamedFrom(this ModelBuilder builder, string enumType, string label, string oldLabel)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Model.SetAnnotation($"{LabelAnnotation}{enumType}.{label}", oldLabel);
        return builder;
    }
}
