using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Check constraints of existing tables.</summary>
internal static class CheckConstraintRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AddCheckConstraintOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.AddCheckConstraint), Added(o, names), names)),
        OperationHandler.Of<DropCheckConstraintOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.DropCheckConstraint), KeyRenderer.Dropped(o.Name, o.Schema, o.Table, names), names)),
    ];

    private static OperationArguments Added(AddCheckConstraintOperation operation, NameScope names) => new OperationArguments(names)
        .Required("name", operation.Name)
        .Optional("schema", operation.Schema)
        .Required("table", operation.Table)
        .Required("sql", operation.Sql);
}
