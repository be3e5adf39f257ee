using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>SQL as it is.</summary>
internal static class SqlRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers => [OperationHandler.Of<SqlOperation>(Write)];

    private static Draft Write(SqlOperation operation, NameScope names)
    {
        if (string.IsNullOrWhiteSpace(operation.Sql))
            throw new AutogenException(ErrorCode.OperationNotSupported, "Its text is empty.");
        List<Argument> arguments = [new(null, SyntaxKit.Literal(operation.Sql, names))];
        arguments.AddRange(new OperationArguments(names).Unless(false, "suppressTransaction", operation.SuppressTransaction).All);
        return Calls.Annotated(SyntaxKit.Call(RevisionSkeleton.Parameter, nameof(MigrationBuilder.Sql), arguments), operation, names);
    }
}
