using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Tables: altered, renamed, dropped.</summary>
internal static class TableRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AlterTableOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.AlterTable), AlterTable(o, names), names)),
        OperationHandler.Of<RenameTableOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.RenameTable), RenameTable(o, names), names)),
        OperationHandler.Of<DropTableOperation>((o, names) => Calls.On(o, nameof(MigrationBuilder.DropTable), DropTable(o, names), names)),
    ];

    private static OperationArguments AlterTable(AlterTableOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema)
        .Optional("comment", operation.Comment).Optional("oldComment", operation.OldTable.Comment);

    private static OperationArguments RenameTable(RenameTableOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema)
        .Optional("newName", operation.NewName).Optional("newSchema", operation.NewSchema);

    private static OperationArguments DropTable(DropTableOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema);
}
