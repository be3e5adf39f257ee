using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Columns of existing tables.</summary>
internal static class ColumnRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AddColumnOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.AddColumn), o.ClrType, Facets(o, names), names)),
        OperationHandler.Of<AlterColumnOperation>(AlterColumn),
        OperationHandler.Of<RenameColumnOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.RenameColumn), RenameColumn(o, names), names)),
        OperationHandler.Of<DropColumnOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.DropColumn), DropColumn(o, names), names)),
    ];

    private static OperationArguments Facets(ColumnOperation operation, NameScope names)
    {
        var arguments = new OperationArguments(names)
            .Required("name", operation.Name).Optional("schema", operation.Schema).Required("table", operation.Table);
        ColumnFacets.Add(arguments, operation);
        return arguments;
    }

    private static Draft AlterColumn(AlterColumnOperation operation, NameScope names)
    {
        var arguments = Facets(operation, names);
        ColumnFacets.AddOld(arguments, operation.OldColumn, operation.ClrType);
        return Calls.On(operation, nameof(MigrationBuilder.AlterColumn), operation.ClrType, arguments, names);
    }

    private static OperationArguments RenameColumn(RenameColumnOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name)
        .Optional("schema", operation.Schema)
        .Required("table", operation.Table)
        .Required("newName", operation.NewName);

    private static OperationArguments DropColumn(DropColumnOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema).Required("table", operation.Table);
}
