using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Indexes.</summary>
internal static class IndexRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<CreateIndexOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.CreateIndex), Created(o, names), names)),
        OperationHandler.Of<RenameIndexOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.RenameIndex), Renamed(o, names), names)),
        OperationHandler.Of<DropIndexOperation>((o, names) => Calls.On(o, nameof(MigrationBuilder.DropIndex), Dropped(o, names), names)),
    ];

    /// <summary>For <c>descending</c>, no list means that all are ascending and an empty one that all are descending.</summary>
    private static OperationArguments Created(CreateIndexOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema).Required("table", operation.Table)
        .Names("column", "columns", operation.Columns)
        .Unless(false, "unique", operation.IsUnique)
        .OptionalList("descending", operation.IsDescending)
        .Optional("filter", operation.Filter);

    private static OperationArguments Renamed(RenameIndexOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name)
        .Optional("schema", operation.Schema)
        .Optional("table", operation.Table)
        .Required("newName", operation.NewName);

    private static OperationArguments Dropped(DropIndexOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name).Optional("schema", operation.Schema).Optional("table", operation.Table);
}
