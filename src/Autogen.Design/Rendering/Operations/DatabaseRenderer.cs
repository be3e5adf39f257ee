using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Schemas, and what the database has as a whole: enum types, extensions, collations, which are annotations.</summary>
internal static class DatabaseRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<AlterDatabaseOperation>((o, names) => Calls.On(
            o,
            nameof(MigrationBuilder.AlterDatabase),
            new OperationArguments(names).Optional("collation", o.Collation).Optional("oldCollation", o.OldDatabase.Collation),
            names)),
        OperationHandler.Of<EnsureSchemaOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.EnsureSchema), new OperationArguments(names).Required("name", o.Name), names)),
        OperationHandler.Of<DropSchemaOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.DropSchema), new OperationArguments(names).Required("name", o.Name), names)),
    ];
}
