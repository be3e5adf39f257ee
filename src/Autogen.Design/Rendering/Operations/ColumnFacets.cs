using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Properties of a column, wherever one is made or changed.</summary>
internal static class ColumnFacets
{
    /// <summary>Adds the column's facets. Whether it is nullable is always said: it is what reviewers look for.</summary>
    internal static void Add(OperationArguments arguments, ColumnOperation column) => arguments
        .Optional("type", column.ColumnType)
        .Optional("unicode", column.IsUnicode)
        .Optional("fixedLength", column.IsFixedLength)
        .Optional("maxLength", column.MaxLength)
        .Optional("precision", column.Precision)
        .Optional("scale", column.Scale)
        .Unless(false, "rowVersion", column.IsRowVersion)
        .Always("nullable", column.IsNullable)
        .Optional("defaultValue", column.DefaultValue)
        .Optional("defaultValueSql", column.DefaultValueSql)
        .Optional("computedColumnSql", column.ComputedColumnSql)
        .Optional("stored", column.IsStored)
        .Optional("collation", column.Collation)
        .Optional("comment", column.Comment);

    /// <summary>Adds what the column was before; the CLR type where it was another.</summary>
    internal static void AddOld(OperationArguments arguments, ColumnOperation old, Type newType) => arguments
        .Unless(newType, "oldClrType", old.ClrType)
        .Optional("oldType", old.ColumnType)
        .Optional("oldUnicode", old.IsUnicode)
        .Optional("oldFixedLength", old.IsFixedLength)
        .Optional("oldMaxLength", old.MaxLength)
        .Optional("oldPrecision", old.Precision)
        .Optional("oldScale", old.Scale)
        .Unless(false, "oldRowVersion", old.IsRowVersion)
        .Unless(false, "oldNullable", old.IsNullable)
        .Optional("oldDefaultValue", old.DefaultValue)
        .Optional("oldDefaultValueSql", old.DefaultValueSql)
        .Optional("oldComputedColumnSql", old.ComputedColumnSql)
        .Optional("oldStored", old.IsStored)
        .Optional("oldCollation", old.Collation)
        .Optional("oldComment", old.Comment);
}
