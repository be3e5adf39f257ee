using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A column's default in the model.</summary>
internal static class DefaultModel
{
    /// <summary>Reads it; <see langword="null"/> for none.</summary>
    public static SqlExpression? Read(ModelScope scope, IColumn column)
    {
        if (!string.IsNullOrEmpty(column.DefaultValueSql))
            return new SqlExpression(column.DefaultValueSql);
        if (!column.TryGetDefaultValue(out var value) || value is null or DBNull)
            return null;

        // The value is in the provider's type already: the column's own mapping would convert it once more.
        var mapping = scope.TypeMappings.FindMapping(value.GetType(), column.StoreType)
            ?? scope.TypeMappings.FindMapping(value.GetType())
            ?? throw new AutogenException(
                ErrorCode.ModelInvalid,
                $"The default of column '{column.Table.Name}.{column.Name}' has the type {value.GetType()}, which the provider can't write "
                    + "as SQL. Use HasDefaultValueSql.");
        var text = mapping.GenerateSqlLiteral(value);

        // An empty text is no JSON document; PostgreSQL's provider writes an empty object.
        if (column.StoreType is "json" or "jsonb" && value is "")
            text = "'{}'";
        return new SqlExpression(text) { Value = new Hint<object>(IsFrameworkValue(value) ? value : null) };
    }

    private static bool IsFrameworkValue(object value) => !value.GetType().IsEnum && value.GetType().Assembly == typeof(object).Assembly;
}
