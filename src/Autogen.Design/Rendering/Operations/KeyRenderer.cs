using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Primary keys and unique constraints of existing tables.</summary>
internal static class KeyRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AddPrimaryKeyOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.AddPrimaryKey), Added(o.Name, o.Schema, o.Table, o.Columns, names), names)),
        OperationHandler.Of<AddUniqueConstraintOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.AddUniqueConstraint), Added(o.Name, o.Schema, o.Table, o.Columns, names), names)),
        OperationHandler.Of<DropPrimaryKeyOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.DropPrimaryKey), Dropped(o.Name, o.Schema, o.Table, names), names)),
        OperationHandler.Of<DropUniqueConstraintOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.DropUniqueConstraint), Dropped(o.Name, o.Schema, o.Table, names), names)),
    ];

    /// <summary>What every constraint is dropped by.</summary>
    internal static OperationArguments Dropped(string name, string? schema, string table, NameScope names) =>
        new OperationArguments(names).Required("name", name).Optional("schema", schema).Required("table", table);

    private static OperationArguments Added(string name, string? schema, string table, string[] columns, NameScope names) =>
        new OperationArguments(names)
            .Required("name", name)
            .Optional("schema", schema)
            .Required("table", table)
            .Names("column", "columns", columns);
}
