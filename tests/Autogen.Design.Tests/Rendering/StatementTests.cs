using System.Reflection;
using Autogen.Design.Tests.Rendering.Cases;
using Autogen.Operations;
using Autogen.Schema.PostgreSql;
using Autogen.Schema.Sqlite;
using Autogen.Statements;
using Autogen.Statements.PostgreSql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class StatementTests
{
    public static TheoryData<string> Names => [.. StatementCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_become_the_SQL_of_the_golden_file(string name)
    {
        var generator = new PostgreSqlStatementGenerator(new PostgreSqlDialect());
        var sql = OperationsOf(name).Select(operation => Assert.IsType<SqlOperation>(generator.Generate(operation)).Sql);
        Snapshot.Matches(name + ".sql", string.Join('\n', sql) + "\n");
    }

    [Fact]
    public void SQLite_has_the_statements_that_databases_agree_on_and_refuses_the_others()
    {
        var generator = new StatementGenerator(new SqliteDialect());
        var operations = StatementCases.All.SelectMany(c => OperationsOf(c.Name)).OfType<StatementOperation>().ToLookup(operation =>
            operation is FillColumnOperation or ConvertColumnOperation or CreateExpressionIndexOperation or InsertRowsOperation
                or RowByKeyOperation);
        Assert.All(operations[true], operation => Assert.NotNull(generator.Generate(operation)));
        Assert.All(operations[false], operation => Assert.Throws<NotSupportedException>(() => generator.Generate(operation)));
    }

    [Fact]
    public void Operations_of_EF_Core_that_say_nothing_more_are_left_to_it()
        => Assert.Null(new PostgreSqlStatementGenerator(new PostgreSqlDialect()).Generate(
            new AddForeignKeyOperation { Name = "fk", Table = "t", Columns = ["a"], PrincipalTable = "u", PrincipalColumns = ["b"] }));

    [Fact]
    public void Methods_have_a_parameter_for_every_property()
    {
        foreach (var type in typeof(StatementOperation).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(StatementOperation)) && !type.IsAbstract))
        {
            var method = Assert.Single(
                typeof(RevisionOperationExtensions).GetMethods(),
                method => string.Equals(method.Name + "Operation", type.Name, StringComparison.Ordinal));
            Assert.Equal(
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0
                        && property.Name != nameof(MigrationOperation.IsDestructiveChange))
                    .Select(property => property.Name)
                    .Order(StringComparer.OrdinalIgnoreCase),
                method.GetParameters().Skip(1).Select(parameter => parameter.Name!).Order(StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Methods_are_documented()
    {
        var text = Repository.Read("docs/operations.md");
        Assert.All(
            StatementCases.All.SelectMany(c => OperationsOf(c.Name)).OfType<StatementOperation>(),
            operation => Assert.Contains($"`op.{operation.GetType().Name[..^"Operation".Length]}`", text, StringComparison.Ordinal));
    }

    private static IEnumerable<MigrationOperation> OperationsOf(string name)
        => StatementCases.All.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal)).File.Upgrade.Select(o => o.Operation);
}
