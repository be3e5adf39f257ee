using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>
/// Rows. The builder has an overload for one column or several, with types or without, and one row or several; each is the shortest of
/// those that say the same.
/// </summary>
internal static class DataRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<InsertDataOperation>((o, names) => Calls.On(o, nameof(MigrationBuilder.InsertData), Insert(o, names), names)),
        OperationHandler.Of<UpdateDataOperation>((o, names) => Calls.On(o, nameof(MigrationBuilder.UpdateData), Update(o, names), names)),
        OperationHandler.Of<DeleteDataOperation>((o, names) => Calls.On(o, nameof(MigrationBuilder.DeleteData), Delete(o, names), names)),
    ];

    private static OperationArguments Of(string table, string? schema, NameScope names) =>
        new OperationArguments(names).Optional("schema", schema).Required("table", table);

    private static OperationArguments Insert(InsertDataOperation operation, NameScope names)
    {
        var arguments = Of(operation.Table, operation.Schema, names);
        var shape = Simplest(operation.Columns, operation.Values);
        AddCells(arguments, new Words("column", "value"), operation.Columns, operation.ColumnTypes, operation.Values, shape, names);
        return arguments;
    }

    private static OperationArguments Delete(DeleteDataOperation operation, NameScope names)
    {
        var arguments = Of(operation.Table, operation.Schema, names);
        var shape = Simplest(operation.KeyColumns, operation.KeyValues);
        AddCells(
            arguments,
            new Words("keyColumn", "keyValue"),
            operation.KeyColumns,
            operation.KeyColumnTypes,
            operation.KeyValues,
            shape,
            names);
        return arguments;
    }

    private static OperationArguments Update(UpdateDataOperation operation, NameScope names)
    {
        var hasTypes = operation.KeyColumnTypes is not null;
        if (hasTypes != operation.ColumnTypes is not null)
            throw new AutogenException(
                ErrorCode.OperationNotSupported,
                "It has types for its key or for its values, but EF Core's builder takes them for both or for neither.");
        var arguments = Of(operation.Table, operation.Schema, names);
        var hasNull = HasNull(operation.KeyValues) || HasNull(operation.Values);
        // Not every overload takes nulls: of those with types only that for several rows, of those without any for several columns.
        var (keyShape, shape) = (hasTypes, hasNull) switch
        {
            (false, false) => (Simplest(operation.KeyColumns, operation.KeyValues), Simplest(operation.Columns, operation.Values)),
            (true, true) => (Shape.Rows, Shape.Rows),
            _ when operation.Values.GetLength(0) == 1 => (Shape.Columns, Shape.Columns),
            _ => (Shape.Rows, Shape.Rows),
        };
        AddCells(
            arguments,
            new Words("keyColumn", "keyValue"),
            operation.KeyColumns,
            operation.KeyColumnTypes,
            operation.KeyValues,
            keyShape,
            names);
        AddCells(arguments, new Words("column", "value"), operation.Columns, operation.ColumnTypes, operation.Values, shape, names);
        return arguments;
    }

    /// <summary>The shortest shape of the overloads that take these values: of one column's several rows none may be null.</summary>
    private static Shape Simplest(string[] columns, object?[,] values) => (columns.Length, values.GetLength(0)) switch
    {
        (1, 1) => Shape.Cell,
        (1, > 1) when !HasNull(values) => Shape.Column,
        (_, 1) => Shape.Columns,
        _ => Shape.Rows,
    };

    private static bool HasNull(object?[,] values) => values.Cast<object?>().Contains(null);

    private static void AddCells(
        OperationArguments arguments, Words words, string[] columns, string[]? types, object?[,] values, Shape shape, NameScope names)
    {
        if (shape is Shape.Cell or Shape.Column)
            arguments.Required(words.Column, columns[0]).Optional(words.Column + "Type", types?[0]);
        else
            arguments.OptionalList(words.Column + "s", columns).OptionalList(words.Column + "Types", types);
        _ = shape switch
        {
            Shape.Cell => arguments.Always(words.Value, values[0, 0]),
            Shape.Rows => arguments.Add(words.Value + "s", SyntaxKit.ValueTable(values, names)),
            _ => arguments.OptionalList(words.Value + "s", values.Cast<object?>()),
        };
    }

    /// <summary>The shapes that the builder's overloads have.</summary>
    private enum Shape
    {
        /// <summary>One column, one row.</summary>
        Cell,

        /// <summary>One column, several rows.</summary>
        Column,

        /// <summary>Several columns, one row.</summary>
        Columns,

        /// <summary>Several columns, several rows.</summary>
        Rows,
    }

    /// <summary>What the builder calls a column and a value.</summary>
    private sealed record Words(string Column, string Value);
}
