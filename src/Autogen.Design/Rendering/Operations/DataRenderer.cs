using Autogen.Design.Rendering.Syntax;
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
        AddCells(arguments, new Words("column", "value"), operation.Columns, operation.ColumnTypes, operation.Values, operation.Columns.Length == 1, names);
        return arguments;
    }

    private static OperationArguments Delete(DeleteDataOperation operation, NameScope names)
    {
        var arguments = Of(operation.Table, operation.Schema, names);
        AddCells(arguments, new Words("keyColumn", "keyValue"), operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, operation.KeyColumns.Length == 1, names);
        return arguments;
    }

    private static OperationArguments Update(UpdateDataOperation operation, NameScope names)
    {
        var hasTypes = operation.KeyColumnTypes is not null;
        if (hasTypes != operation.ColumnTypes is not null)
            throw new AutogenException(ErrorCode.OperationNotSupported, "It has types for its key or for its values, but EF Core's builder takes them for both or for neither.");
        var arguments = Of(operation.Table, operation.Schema, names);
        // With types there is no overload for a single column.
        AddCells(
            arguments, new Words("keyColumn", "keyValue"), operation.KeyColumns, operation.KeyColumnTypes, operation.KeyValues, !hasTypes && operation.KeyColumns.Length == 1, names);
        AddCells(arguments, new Words("column", "value"), operation.Columns, operation.ColumnTypes, operation.Values, !hasTypes && operation.Columns.Length == 1, names);
        return arguments;
    }

    private static void AddCells(
        OperationArguments arguments, Words words, string[] columns, string[]? types, object?[,] values, bool isSingular, NameScope names)
    {
        var rows = values.GetLength(0);
        if (isSingular)
            arguments.Required(words.Column, columns[0]).Optional(words.Column + "Type", types?[0]);
        else
            arguments.OptionalList(words.Column + "s", columns).OptionalList(words.Column + "Types", types);
        if (isSingular && rows == 1)
            arguments.Always(words.Value, values[0, 0]);
        else if (isSingular || rows == 1)
            arguments.OptionalList(words.Value + "s", values.Cast<object?>());
        else
            arguments.Add(words.Value + "s", SyntaxKit.ValueTable(values, names));
    }

    /// <summary>What the builder calls a column and a value.</summary>
    private sealed record Words(string Column, string Value);
}
