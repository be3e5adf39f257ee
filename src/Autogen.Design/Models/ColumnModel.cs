using Autogen.Design.Models.RowValues;
using Autogen.Design.Models.Values;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A column of the model.</summary>
internal static class ColumnModel
{
    /// <summary>Reads a column.</summary>
    public static Column Read(ModelScope scope, IColumn column)
    {
        var generated = Generated(scope, column);
        var identity = generated is null ? IdentityModel.Read(scope, column) : null;
        var declared = DeclaredType.Read(column.StoreType);
        var typed = generated is null || scope.Dialect.Capabilities.GeneratedColumnsAreTyped;
        return new Column
        {
            Name = scope.Identifier(column.Name),
            Type = typed ? scope.TypeOf(declared.Type) : "",
            IsNullable = column.IsNullable || !typed,
            // A model can say several; the provider writes one.
            Default = generated is null && (identity is null || scope.Provider.WritesDefaultBeside(identity))
                ? DefaultModel.Read(scope, column)
                : null,
            Generated = generated,
            Identity = identity,
            Collation = scope.Collation(
                scope.Dialect.CanonicalCollation(string.IsNullOrEmpty(column.Collation) ? declared.Collation : column.Collation)),
            Comment = scope.Dialect.Capabilities.Comments && !string.IsNullOrEmpty(column.Comment) ? column.Comment : null,
            ClrType = new Hint<Type>(ClrTypeOf(scope, column)),
            RowValue = RowValueModel.Read(scope, column),
            Annotations = CarriedAnnotations.Of(scope, column),
            KeySequence = new Hint<ObjectName>(scope.Provider.KeySequence(column) is var (schema, name) ? scope.Name(schema, name) : null),
            Values = new Hint<ValueForm>(ModelForm.Read(scope, column)),
        };
    }

    private static GeneratedColumn? Generated(ModelScope scope, IColumn column)
    {
        if (scope.Provider.Generated(column, scope.Dialect) is { } computed)
            return computed;
        if (column.ComputedColumnSql is not { } sql)
            return null;

        // Where the model is silent it is what the database makes by itself.
        return new GeneratedColumn(new SqlExpression(sql), column.IsStored ?? scope.Provider.StoresComputedColumns(scope.Context));
    }

    private static Type ClrTypeOf(ModelScope scope, IColumn column)
    {
        // The column of a JSON document has no property of its own.
        if (column.PropertyMappings.Count == 0)
            return typeof(string);
        var type = column.ProviderClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return scope.Provider.MapsEnumsToLabels
                && scope.TypeMappings.FindMapping(column.StoreType)?.ClrType is not { IsPrimitive: true }
                ? typeof(string)
                : Enum.GetUnderlyingType(type);
        return type.Assembly == typeof(object).Assembly ? type : typeof(string);
    }
}
