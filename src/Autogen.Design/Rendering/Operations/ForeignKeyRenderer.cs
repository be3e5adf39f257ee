using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Foreign keys, in a new table and of existing tables.</summary>
internal static class ForeignKeyRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AddForeignKeyOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.AddForeignKey), Added(o, names), names)),
        OperationHandler.Of<DropForeignKeyOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.DropForeignKey), KeyRenderer.Dropped(o.Name, o.Schema, o.Table, names), names)),
    ];

    /// <summary>
    /// The arguments within a new table. The overload for one column takes several, too, and is the only one that
    /// can leave the principal's out.
    /// </summary>
    internal static OperationArguments InTable(AddForeignKeyOperation operation, ColumnProperties columns, NameScope names)
    {
        var arguments = new OperationArguments(names)
            .Required("name", operation.Name)
            .Add(operation.PrincipalColumns is null or [_] ? "column" : "columns", columns.Selector(operation.Columns));
        return Principal(arguments, operation);
    }

    private static OperationArguments Added(AddForeignKeyOperation operation, NameScope names)
    {
        var arguments = new OperationArguments(names)
            .Required("name", operation.Name).Optional("schema", operation.Schema).Required("table", operation.Table);
        // One overload or the other: both sides are one, or both are lists.
        if (operation.Columns is [var column] && operation.PrincipalColumns is null or [_])
            arguments.Required("column", column);
        else
            arguments.OptionalList("columns", operation.Columns);
        return Principal(arguments, operation);
    }

    private static OperationArguments Principal(OperationArguments arguments, AddForeignKeyOperation operation)
    {
        arguments.Optional("principalSchema", operation.PrincipalSchema).Required("principalTable", operation.PrincipalTable);
        if (operation is { Columns: [_], PrincipalColumns: [var column] })
            arguments.Required("principalColumn", column);
        else
            arguments.OptionalList("principalColumns", operation.PrincipalColumns);
        return arguments
            .Unless(ReferentialAction.NoAction, "onUpdate", operation.OnUpdate)
            .Unless(ReferentialAction.NoAction, "onDelete", operation.OnDelete);
    }
}
