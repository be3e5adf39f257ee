using Autogen.Design.Planning.Numbering;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Columns;

/// <summary>Says in EF Core's operations what a column is.</summary>
internal static class ColumnOperations
{
    private const int VirtualColumns = 18;

    /// <summary>Fills an operation with a column.</summary>
    /// <param name="operation">The operation; empty.</param>
    /// <param name="scope">The plan.</param>
    /// <param name="table">The table's name at that point of the plan.</param>
    /// <param name="column">The column.</param>
    /// <param name="withIdentity">False where the numbering of rows is made by a statement of its own.</param>
    public static T Fill<T>(this T operation, PlanScope scope, ObjectName table, Column column, bool withIdentity = true)
        where T : ColumnOperation
    {
        operation.Schema = table.Schema;
        operation.Table = table.Name;
        operation.Name = column.Name;
        operation.ClrType = ClrTypeOf(scope, column);
        operation.ColumnType = column.Type.Text;
        operation.IsNullable = column.IsNullable;
        SetGenerated(operation, scope, column);
        operation.Comment = scope.Dialect.Capabilities.Comments ? column.Comment : null;
        SetCollation(operation, scope, column);
        SetDefault(operation, scope, column);
        if (withIdentity)
            scope.Provider.AddIdentity(operation, column);
        return operation;
    }

    /// <summary>Hands on what the model's plug-ins said of an object that is made; what the operation says already stays.</summary>
    public static T Carry<T>(this T operation, PlanScope scope, Hint<EquatableList<Annotation>> annotations)
        where T : MigrationOperation
    {
        foreach (var annotation in annotations.Value)
        {
            if (scope.Provider.IsCarried(annotation.Name) && operation.FindAnnotation(annotation.Name) is null)
                operation.AddAnnotation(annotation.Name, annotation.Value);
        }

        return operation;
    }

    /// <summary>
    /// A serial or identity column must be what its sequence counts in, and a user's own enumerated type must not be known to the revision.
    /// </summary>
    public static Type ClrTypeOf(PlanScope scope, Column column)
    {
        if (column.Identity is not null && IntegerTypes.ClrTypeOf(column.Type) is { } integer)
            return integer;
        if (scope.IsEnum(column.Type))
            return column.Type.IsArray ? typeof(string[]) : typeof(string);
        return column.ClrType.Value is { } hint && FrameworkValues.IsType(hint, scope.Provider)
            ? hint
            : scope.ClrTypes.ClrTypeOf(column.Type.Text);
    }

    /// <summary>
    /// The provider refuses virtual columns unless it is told that the server is PostgreSQL 18 (<c>SetPostgresVersion</c>), whatever the
    /// server is. One that a server has made goes with the type.
    /// </summary>
    private static void SetGenerated(ColumnOperation operation, PlanScope scope, Column column)
    {
        if (scope.ProviderVersion < VirtualColumns && column.Generated is { IsStored: false } generated)
        {
            operation.ColumnType = $"{column.Type} GENERATED ALWAYS AS ({generated.Expression.Text}) VIRTUAL";
            return;
        }

        operation.ComputedColumnSql = column.Generated?.Expression.Text;
        operation.IsStored = column.Generated?.IsStored;
    }

    private static void SetDefault(ColumnOperation operation, PlanScope scope, Column column)
    {
        if (column.Default is not { } expression)
            return;
        if (expression.Value.Value is { } value
            && FrameworkValues.IsScalar(value)
            && !scope.IsEnum(column.Type)
            && !IsJson(column.Type)
            && scope.Provider.IsConstant(value))
            operation.DefaultValue = value;
        else
            operation.DefaultValueSql = expression.Text;
    }

    // For these the provider takes an empty text to be an empty document (dotnet/efcore#32353).
    private static bool IsJson(StoreType storeType) => storeType.Text is "json" or "jsonb";

    /// <summary>EF Core quotes a collation as one name, so one that is qualified by a schema goes with the type.</summary>
    private static void SetCollation(ColumnOperation operation, PlanScope scope, Column column)
    {
        if (column.Collation is not { } collation)
            return;
        if (collation.Schema is not null)
            operation.ColumnType = $"{operation.ColumnType} COLLATE {scope.Quote(collation)}";
        else
            operation.Collation = collation.Name;
    }
}
