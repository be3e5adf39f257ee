using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Autogen.Design.Rendering.Operations;

/// <summary>New tables, with their columns and constraints.</summary>
internal static class CreateTableRenderer
{
    private const string Table = "table";

    internal static IReadOnlyList<OperationHandler> Handlers => [OperationHandler.Of<CreateTableOperation>(Write)];

    private static Draft Write(CreateTableOperation operation, NameScope names)
    {
        var columns = ColumnProperties.Of(operation.Columns.Select(c => c.Name));
        var arguments = new OperationArguments(names)
            .Required("name", operation.Name).Optional("schema", operation.Schema)
            .Add(
                "columns",
                SyntaxKit.Lambda(
                    Table, SyntaxKit.AnonymousObject([.. operation.Columns.Select(c => Column(c, columns, names))], aLineEach: true)));
        Draft[] constraints = [.. Constraints(operation, columns, names)];
        if (constraints is [var only])
            arguments.Add("constraints", SyntaxKit.Lambda(Table, only));
        else if (constraints.Length > 1)
            arguments.Add("constraints", SyntaxKit.LambdaBlock(Table, constraints));
        arguments.Optional("comment", operation.Comment);
        return Calls.On(operation, nameof(MigrationBuilder.CreateTable), arguments, names);
    }

    private static Argument Column(AddColumnOperation column, ColumnProperties columns, NameScope names)
    {
        var arguments = new OperationArguments(names);
        var property = columns.Of(column.Name);
        if (!string.Equals(property, column.Name, StringComparison.Ordinal))
            arguments.Always("name", column.Name);
        ColumnFacets.Add(arguments, column);
        var call = SyntaxKit.Call(Table, Calls.Generic(nameof(ColumnsBuilder.Column), column.ClrType, names), arguments.All);
        return new Argument(property, Calls.Annotated(call, column, names));
    }

    private static IEnumerable<Draft> Constraints(CreateTableOperation operation, ColumnProperties columns, NameScope names)
    {
        Draft Call(MigrationOperation constraint, string method, OperationArguments arguments) =>
            Calls.Annotated(SyntaxKit.Call(Table, method, arguments.All), constraint, names);

        if (operation.PrimaryKey is { } key)
            yield return Call(
                key, "PrimaryKey", new OperationArguments(names).First("name", key.Name).Add(null, columns.Selector(key.Columns)));
        foreach (var unique in operation.UniqueConstraints)
            yield return Call(
                unique,
                "UniqueConstraint",
                new OperationArguments(names).First("name", unique.Name).Add(null, columns.Selector(unique.Columns)));
        foreach (var check in operation.CheckConstraints)
            yield return Call(check, "CheckConstraint", new OperationArguments(names).First("name", check.Name).First("sql", check.Sql));
        foreach (var foreignKey in operation.ForeignKeys)
            yield return Call(foreignKey, "ForeignKey", ForeignKeyRenderer.InTable(foreignKey, columns, names));
    }
}
